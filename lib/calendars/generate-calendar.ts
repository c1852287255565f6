import { type HolidayCountry, publicHolidays } from "@/lib/sla/holidays";
import { Calendar, type ClosedDay, type SpecialDay, type WeekHours } from "@/lib/sla/schema";

export type CalendarRules = {
  country: HolidayCountry;
  hours: WeekHours;
  /** First and last year whose holidays are written out as dated rows. */
  years: { from: number; to: number };
  timeZone?: string;
  /** Half days and other days with hours of their own; they win over a holiday of the same date. */
  special?: SpecialDay[];
  /** The municipality's own closed days, such as squeeze days; they win over everything. */
  closed?: ClosedDay[];
};

const zones = { SE: "Europe/Stockholm", DK: "Europe/Copenhagen", FI: "Europe/Helsinki" } as const;

/** Writes a rule set out as dated rows, so that a later change of the rules cannot move a day that has been promised. */
export function generateCalendar({
  country,
  hours,
  years,
  timeZone,
  special = [],
  closed = [],
}: CalendarRules): Calendar {
  const dated = new Map<string, ClosedDay>();
  for (let year = years.from; year <= years.to; year++) {
    for (const holiday of publicHolidays(country, year)) dated.set(holiday.date, holiday);
  }
  for (const own of special) dated.delete(own.date);
  for (const own of closed) dated.set(own.date, own);
  const days = [...dated.values()].sort((a, b) => (a.date < b.date ? -1 : 1));
  return Calendar.parse({ timeZone: timeZone ?? zones[country], hours, closed: days, special });
}
