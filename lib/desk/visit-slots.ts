import type { Calendar } from "@/lib/sla/schema";
import { openingHoursOf } from "@/lib/sla/working-time";

/** A booked visit takes a quarter of an hour, and so many fit at once. */
export const slotMinutes = 15;
export const slotCapacity = 2;

type Span = { opensAt: Date; closesAt: Date };

/** The day's slots: whole quarters within the desk's hours, none that touches the walk-in hours (B1). */
export function slotsOfDay(desk: Calendar, dropIn: Calendar | null, date: string): Date[] {
  const walkIn: Span[] = dropIn ? openingHoursOf(dropIn, date).spans : [];
  const slotMs = slotMinutes * 60_000;
  return openingHoursOf(desk, date).spans.flatMap(({ opensAt, closesAt }) => {
    const slots: Date[] = [];
    for (let at = opensAt.getTime(); at + slotMs <= closesAt.getTime(); at += slotMs) {
      const isTaken = walkIn.some((span) => at < span.closesAt.getTime() && at + slotMs > span.opensAt.getTime());
      if (!isTaken) slots.push(new Date(at));
    }
    return slots;
  });
}
