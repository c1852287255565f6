import * as z from "zod";
import type { Context } from "@/lib/base/context";
import { isoInZone } from "@/lib/sla/zone";

/** An instant as it goes out: ISO 8601 with the organisation's offset. */
export const Instant = z.iso.datetime({ offset: true });

const withSeconds = z.iso.datetime({ offset: true });
const toTheMinute = z.iso.datetime({ offset: true, precision: -1 });

/** An instant as it comes in: ISO 8601 with any offset, with or without seconds, between 1970 and 2100. */
export const InstantIn = z
  .string("errors.fields.instant")
  .meta({ format: "date-time" })
  .refine((text) => withSeconds.safeParse(text).success || toTheMinute.safeParse(text).success, "errors.fields.instant")
  .refine((text) => text >= "1970" && text < "2101", "errors.fields.instant")
  .transform((text) => new Date(text));

export const shownInstant = (ctx: Context, at: Date): string => isoInZone(at, ctx.organisation.timeZone);

export const shownInstantOrNull = (ctx: Context, at: Date | null): string | null => at && shownInstant(ctx, at);
