import { type Context, read } from "@/lib/base/context";
import { nextOpening, openingHoursOf } from "@/lib/sla/working-time";
import { dateOfDay, dayMs, dayOfDate, localDay, offsetAt } from "@/lib/sla/zone";
import { findCalendar } from "./queries";

/** From the midnight before to the midnight after; on a closed day it begins now and ends with the next day that is open. */
export type WorkingDay = { date: string; isToday: boolean; from: Date; to: Date };

/** Today where the servicedesk is open at any time of it, else the next day on which it is; null where no calendar says. */
export async function workingDayNow(ctx: Context): Promise<WorkingDay | null> {
  const found = await read(ctx, (tx) => findCalendar({ ...ctx, tx }, ctx.organisation.settings.servicedesk.calendar));
  if (!found) return null;
  const { calendar } = found;
  const today = dateOfDay(localDay(calendar.timeZone, ctx.now.getTime()));
  const isToday = openingHoursOf(calendar, today).spans.length > 0;
  const opensAt = isToday ? ctx.now : nextOpening(calendar, ctx.now);
  if (!opensAt) return null;
  const date = isToday ? today : dateOfDay(localDay(calendar.timeZone, opensAt.getTime()));
  return { date, isToday, from: midnight(calendar.timeZone, today, 0), to: midnight(calendar.timeZone, date, 1) };
}

function midnight(timeZone: string, date: string, daysLater: number): Date {
  const asUtc = (dayOfDate(date) + daysLater) * dayMs;
  // The offset is asked for near the midnight that is sought: clocks are never put forward twice in a day.
  return new Date(asUtc - offsetAt(timeZone, asUtc - offsetAt(timeZone, asUtc)));
}
