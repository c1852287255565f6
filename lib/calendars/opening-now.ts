import { localDate } from "@/lib/base/format";
import type { Calendar } from "@/lib/sla/schema";
import { nextOpening, openingHoursOf } from "@/lib/sla/working-time";

/** A stretch of opening time; `isOpen` where it holds the instant that was asked about. */
export type Opening = { isOpen: boolean; from: Date; to: Date };

const daysAtMost = 8;

/** The opening now, or else the next one; over midnight as one stretch. Undefined where none comes within five years. */
export function openingNow(calendar: Calendar, at: Date): Opening | undefined {
  const opens = nextOpening(calendar, at);
  if (!opens) return undefined;
  const spans = spansFrom(calendar, opens);
  const first = spans.find((span) => span.opensAt <= opens && opens < span.closesAt);
  if (!first) return undefined;
  let to = first.closesAt;
  for (const span of spans) if (span.opensAt.getTime() === to.getTime()) to = span.closesAt;
  return { isOpen: opens.getTime() === at.getTime(), from: first.opensAt, to };
}

function spansFrom(calendar: Calendar, at: Date) {
  const dates = Array.from({ length: daysAtMost }, (_, n) => {
    return localDate(new Date(at.getTime() + n * 86_400_000), calendar.timeZone);
  });
  return [...new Set(dates)].flatMap((date) => openingHoursOf(calendar, date).spans);
}
