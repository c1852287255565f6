import { Temporal } from "temporal-polyfill";
import * as z from "zod";

const isDuration = (text: string) => {
  try {
    Temporal.Duration.from(text);
    return true;
  } catch {
    return false;
  }
};

/** Exactly one of: the instant to go to, or how far (ISO 8601 duration, "PT26H"). */
export const MoveClock = z
  .object({
    at: z.iso.datetime({ offset: true, error: "errors.fields.instant" }).optional(),
    advance: z.string().refine(isDuration, "dev.errors.duration").optional(),
  })
  .refine(({ at, advance }) => (at === undefined) !== (advance === undefined), {
    path: ["at"],
    message: "dev.errors.oneOf",
  });
export type MoveClock = z.output<typeof MoveClock>;
