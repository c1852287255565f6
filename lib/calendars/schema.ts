import * as z from "zod";
import { Calendar, Policy } from "@/lib/sla/schema";

const Slug = z
  .string()
  .regex(/^[a-z0-9]+(-[a-z0-9]+)*$/, "calendars.slug")
  .max(60, "calendars.slug");

/** `basedOn`: the version the author had before their eyes, 0 for a slug that is new. */
const BasedOn = z.int().min(0);

export const SaveCalendar = z.strictObject({
  slug: Slug,
  name: z.string().trim().min(1, "calendars.nameMissing").max(100, "calendars.nameTooLong"),
  basedOn: BasedOn,
  calendar: Calendar,
});
export type SaveCalendar = z.infer<typeof SaveCalendar>;

export const SavePolicy = z.strictObject({ slug: Slug, basedOn: BasedOn, policy: Policy });
export type SavePolicy = z.infer<typeof SavePolicy>;
