import { RuleBroken } from "@/lib/base/errors";
import {
  type CalendarYear,
  type CompiledCalendar,
  compileCalendar,
  type Span,
  type YearSpan,
} from "./compiled-calendar";
import type { Calendar, Interval, LedgerReason } from "./schema";
import { dayOfDate, minuteMs, utcYear } from "./zone";

/** Opening time between two instants in whole minutes, rounded down; 0 where `b` is not after `a`. */
export function workingMinutesBetween(calendar: Calendar, a: Date, b: Date): number {
  return Math.floor(openMsBetween(compileCalendar(calendar), a.getTime(), b.getTime()) / minuteMs);
}

/**
 * The first instant by which that much opening time has passed, which may be a closing instant. With 0 minutes: the start, or the
 * next opening. RuleBroken where the calendar does not open within five years.
 */
export function addWorkingMinutes(calendar: Calendar, start: Date, minutes: number): Date {
  return new Date(addOpenMs(compileCalendar(calendar), start.getTime(), minutes * minuteMs));
}

/** Whether the wall clock's time lies inside one of its date's intervals. */
export function isOpen(calendar: Calendar, at: Date): boolean {
  return nextOpening(calendar, at)?.getTime() === at.getTime();
}

/** The instant itself where it is open, else the next opening; undefined where none comes within five years. */
export function nextOpening(calendar: Calendar, at: Date): Date | undefined {
  const found = openingFrom(compileCalendar(calendar), at.getTime());
  return found === undefined ? undefined : new Date(found);
}

/** One local date: its hours on the wall, the same as instants, and why it is open or closed. */
export type OpeningHours = {
  date: string;
  hours: Interval[];
  spans: { opensAt: Date; closesAt: Date }[];
  reason: LedgerReason;
};

/** The opening hours of a local date, "YYYY-MM-DD". */
export function openingHoursOf(calendar: Calendar, date: string): OpeningHours {
  const day = compileCalendar(calendar).day(dayOfDate(date));
  const spans = day.spans.map((span) => ({ opensAt: new Date(span.from), closesAt: new Date(span.to) }));
  return { date, hours: day.hours, spans, reason: day.reason };
}

const patienceYears = 5;
const horizonYears = 100;

/** Opening milliseconds from `a` until `b`, instants in milliseconds since 1970. */
function openMsBetween(calendar: CompiledCalendar, a: number, b: number): number {
  if (b <= a) return 0;
  const [first, last] = [utcYear(a), utcYear(b)];
  let passed = 0;
  for (let year = first; year < last; year++) passed += calendar.year(year).openMs;
  return passed + openMsBefore(calendar.year(last), b) - openMsBefore(calendar.year(first), a);
}

/** The first instant by which `ms` of opening time have passed since `start`. */
function addOpenMs(calendar: CompiledCalendar, start: number, ms: number): number {
  if (ms <= 0) return openingFrom(calendar, start) ?? neverOpens();
  const first = utcYear(start);
  let wanted = openMsBefore(calendar.year(first), start) + ms;
  let shutYears = 0;
  for (let number = first; number < first + horizonYears; number++) {
    const year = calendar.year(number);
    if (wanted <= year.openMs) {
      const span = firstSpan(year, (each) => each.before + each.to - each.from >= wanted);
      if (span) return span.from + wanted - span.before;
    }
    wanted -= year.openMs;
    shutYears = year.openMs > 0 ? 0 : shutYears + 1;
    if (shutYears > patienceYears) return neverOpens();
  }
  throw new RuleBroken("sla.tooFarAway", { years: horizonYears });
}

/** Opening milliseconds from `a` until `b` that lie inside none of the waits (in order, none overlapping). */
export function netOpenMs(calendar: CompiledCalendar, a: number, b: number, waits: Span[]): number {
  let net = openMsBetween(calendar, a, b);
  for (const wait of waits) net -= openMsBetween(calendar, Math.max(a, wait.from), Math.min(b, wait.to));
  return net;
}

/** As addOpenMs, with the waits' opening time left out. */
export function addNetOpenMs(calendar: CompiledCalendar, start: number, ms: number, waits: Span[]): number {
  let [from, left] = [start, ms];
  for (const wait of waits) {
    const passed = openMsBetween(calendar, from, wait.from);
    if (passed >= left && wait.from > from) break;
    left -= passed;
    from = wait.to;
  }
  return addOpenMs(calendar, from, left);
}

export function neverOpens(): never {
  throw new RuleBroken("sla.neverOpens", { years: patienceYears });
}

function openingFrom(calendar: CompiledCalendar, at: number): number | undefined {
  const first = utcYear(at);
  for (let year = first; year <= first + patienceYears; year++) {
    const span = firstSpan(calendar.year(year), (each) => each.to > at);
    if (span) return Math.max(at, span.from);
  }
  return undefined;
}

function openMsBefore(year: CalendarYear, at: number): number {
  const span = firstSpan(year, (each) => each.to > at);
  if (!span) return year.openMs;
  return span.before + Math.max(0, at - span.from);
}

/** Binary search: `isFar` is false for the early spans and true from some span on. */
function firstSpan({ spans }: CalendarYear, isFar: (span: YearSpan) => boolean): YearSpan | undefined {
  let [low, high] = [0, spans.length];
  while (low < high) {
    const middle = (low + high) >> 1;
    const span = spans[middle];
    if (span && isFar(span)) high = middle;
    else low = middle + 1;
  }
  return spans[low];
}
