import { dayMs, dayOfDate, offsetAt } from "@/lib/sla/zone";

/** The instant at which a local date ("YYYY-MM-DD") begins, or the date so many days later. */
export function startOfDay(timeZone: string, date: string, daysLater = 0): Date {
  const midnight = (dayOfDate(date) + daysLater) * dayMs;
  // The offset is asked for near the midnight that is sought: clocks are never put forward twice in a day.
  const near = midnight - offsetAt(timeZone, midnight);
  return new Date(midnight - offsetAt(timeZone, near));
}
