import * as z from "zod";
import { levelTargets, waitingFor } from "@/db/words";
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

/** What a service level promises at one priority: an amount of working time in a support window, and the waits that stop its clock. */
const Promised = z.strictObject({
  priority: z.int().min(1).max(4),
  target: z.enum(levelTargets),
  calendar: Slug,
  amount: Policy.shape.amount,
  pausesFor: z.array(z.enum(waitingFor)),
});
type Promised = z.infer<typeof Promised>;

/** A resolution for each of the four priorities, each promise once; a first answer and news at intervals where wanted. */
export const SaveServiceLevel = z.strictObject({
  slug: Slug,
  name: z.string().trim().min(1, "calendars.nameMissing").max(100, "calendars.nameTooLong"),
  basedOn: BasedOn,
  promises: z.array(Promised).refine(isWhole, "calendars.promises"),
});
export type SaveServiceLevel = z.infer<typeof SaveServiceLevel>;

function isWhole(promises: Promised[]): boolean {
  const keys = promises.map(({ priority, target }) => `${priority} ${target}`);
  return (
    new Set(keys).size === keys.length && [1, 2, 3, 4].every((priority) => keys.includes(`${priority} resolution`))
  );
}
