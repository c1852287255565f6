import { Temporal } from "temporal-polyfill";
import { type FieldFault, Invalid } from "@/lib/base/errors";
import type { LocalMoment } from "./schema";

/** A local day and time as an instant; null where both are empty. Invalid at the half that is missing. */
export function instantOf({ day, time }: LocalMoment, field: string, timeZone: string): Date | null {
  if (day === "" && time === "") return null;
  const missing: FieldFault[] = [];
  if (day === "") missing.push({ path: `${field}.day`, key: "disruptions.errors.day" });
  if (time === "") missing.push({ path: `${field}.time`, key: "disruptions.errors.time" });
  if (missing.length > 0) throw new Invalid(missing);
  const [hour = 0, minute = 0] = time.split(/[.:]/).map(Number);
  const at = Temporal.PlainDate.from(day).toZonedDateTime({ timeZone, plainTime: { hour, minute } });
  return new Date(at.epochMilliseconds);
}

/** An instant as the form's two fields hold it. */
export function momentOf(at: Date, timeZone: string): { day: string; time: string } {
  const here = Temporal.Instant.fromEpochMilliseconds(at.getTime()).toZonedDateTimeISO(timeZone);
  const pad = (n: number) => String(n).padStart(2, "0");
  return { day: here.toPlainDate().toString(), time: `${pad(here.hour)}.${pad(here.minute)}` };
}
