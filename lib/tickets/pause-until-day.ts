import * as z from "zod";
import { type Context, read } from "@/lib/base/context";
import { Invalid } from "@/lib/base/errors";
import { getCalendar } from "@/lib/calendars/queries";
import { LocalDate } from "@/lib/sla/schema";
import { nextOpening } from "@/lib/sla/working-time";
import { dayMs, dayOfDate, offsetAt } from "@/lib/sla/zone";
import { ticketOrThrow } from "./internal";
import { pauseTicket } from "./pause-ticket";
import { PauseTicket } from "./schema";

const digits = z.string().trim().default("");

/** A date as a form sends it, in three parts; out comes "YYYY-MM-DD". */
const DateParts = z
  .object({ day: digits, month: digits, year: digits })
  .transform(({ day, month, year }) => `${year}-${month.padStart(2, "0")}-${day.padStart(2, "0")}`)
  .refine((date) => LocalDate.safeParse(date).success, "tickets.errors.reviewAt");

/** A pause as a person asks for it: until a day rather than an instant. */
export const PauseUntilDay = z
  .object({ ...PauseTicket.shape, reference: z.string(), reviewAt: DateParts })
  .refine((pause) => pause.waitingFor !== "supplier" || pause.supplier, {
    path: ["supplier"],
    message: "tickets.errors.supplier",
  });
export type PauseUntilDay = z.output<typeof PauseUntilDay>;

/** Pauses until the ticket's own calendar opens on that day; on a closed day, until it next opens. Else as pauseTicket. */
export async function pauseUntilDay(ctx: Context, input: PauseUntilDay): Promise<void> {
  const reviewAt = await read(ctx, async (tx) => {
    const ticket = await ticketOrThrow(ctx, tx, input.reference);
    const { calendar } = await getCalendar({ ...ctx, tx }, ticket.calendarId);
    return nextOpening(calendar, localMidnight(input.reviewAt, calendar.timeZone));
  });
  if (!reviewAt) throw new Invalid([{ path: "reviewAt", key: "tickets.errors.reviewAt" }]);
  await pauseTicket(ctx, { ...input, reviewAt });
}

function localMidnight(date: string, timeZone: string): Date {
  const asUtc = dayOfDate(date) * dayMs;
  return new Date(asUtc - offsetAt(timeZone, asUtc));
}
