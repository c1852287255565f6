import type { EscalationStep } from "@/db/words";
import { localDate } from "@/lib/base/format";
import type { Calendar } from "@/lib/sla/schema";
import { isOpen, nextOpening, openingHoursOf } from "@/lib/sla/working-time";
import type { ClockReading, TicketClock } from "./clock";
import { type EventRow, openPause } from "./clock-runs";

/** What a clock asks for next, and when: 75 % and the breach, each told once; null when both are told. */
export function nextTelling(reading: ClockReading, events: EventRow[]): { step: EscalationStep; at: Date } | null {
  const own = events.filter(({ id, target }) => id >= reading.fromId && (target === null || target === reading.target));
  const told = new Set(own.map((event) => event.kind));
  if (told.has("breach_told")) return null;
  if (!told.has("warned") && reading.clock.state !== "breached") return { step: "warned", at: reading.clock.warnAt };
  // Due may fall on the closing instant itself: broken is what comes after it.
  return { step: "breached", at: new Date(reading.clock.dueAt.getTime() + 1) };
}

/** Nobody is told outside the support window; only that a delivery is broken is said at once. */
export function isQuiet({ target, calendar }: ClockReading, step: EscalationStep, now: Date): boolean {
  return !(target === "delivery" && step === "breached") && !isOpen(calendar, now);
}

/** When the sweep must look next: at a pause's review date, at each closing time while a clock waits, and when someone is to be told. */
export function nextSweep(now: Date, { events, readings }: TicketClock): Date | null {
  const reviewAt = openPause(events)?.reviewAt;
  const looks = readings
    .filter(({ end }) => end === "running")
    .map((reading) => (reading.isWaiting ? nextClosing(reading.calendar, now) : nextLook(reading, events, now)));
  return [reviewAt, ...looks].reduce<Date | null>((first, at) => (at && (!first || at < first) ? at : first), null);
}

function nextLook(reading: ClockReading, events: EventRow[], now: Date): Date | undefined {
  const telling = nextTelling(reading, events);
  if (!telling) return undefined;
  const isDueAtNight = telling.at <= now && isQuiet(reading, telling.step, now);
  return isDueAtNight ? nextOpening(reading.calendar, now) : telling.at;
}

/** The end of the working day that runs, or of the next. */
function nextClosing(calendar: Calendar, after: Date): Date | undefined {
  const opening = nextOpening(calendar, after);
  if (!opening) return undefined;
  return openingHoursOf(calendar, localDate(opening, calendar.timeZone)).spans.at(-1)?.closesAt;
}
