import { type Calendar, type Interval, type LedgerReason, weekdays } from "./schema";
import { dateOfDay, dayMs, dayOfDate, offsetStretches, utcYear, wallTimeMs } from "./zone";

/** Opening time between two instants, milliseconds since 1970, half-open. */
export type Span = { from: number; to: number };

/** One local date, opened out into instants. `openMs` is what really passes: a night of summer time is an hour shorter. */
export type CalendarDay = { date: string; hours: Interval[]; spans: Span[]; openMs: number; reason: LedgerReason };

/** A span with the opening time that lies before it in its year. */
export type YearSpan = Span & { before: number };

export type CalendarYear = { spans: YearSpan[]; openMs: number };

export type CompiledCalendar = {
  timeZone: string;
  /** By days since 1970-01-01. */
  day(day: number): CalendarDay;
  /** By UTC year, so that an instant finds its year without asking for its zone. */
  year(year: number): CalendarYear;
};

const compiled = new WeakMap<Calendar, CompiledCalendar>();

/** Days and years are worked out when first asked for, and kept as long as the calendar object lives. */
export function compileCalendar(calendar: Calendar): CompiledCalendar {
  const kept = compiled.get(calendar);
  if (kept) return kept;
  const made = compile(calendar);
  compiled.set(calendar, made);
  return made;
}

function compile(calendar: Calendar): CompiledCalendar {
  const days = new Map<number, CalendarDay>();
  const years = new Map<number, CalendarYear>();
  const rules = dayRules(calendar);
  const { timeZone } = calendar;
  const day = (number: number) => days.get(number) ?? keep(days, number, openOut(timeZone, number, rules(number)));
  const year = (number: number) => years.get(number) ?? keep(years, number, gatherYear(number, day));
  return { timeZone, day, year };
}

function keep<T>(map: Map<number, T>, key: number, value: T): T {
  map.set(key, value);
  return value;
}

type DayRule = { hours: Interval[]; reason: LedgerReason };

function dayRules(calendar: Calendar): (day: number) => DayRule {
  const closed = new Map(calendar.closed.map((each) => [dayOfDate(each.date), each]));
  const special = new Map(calendar.special.map((each) => [dayOfDate(each.date), each]));
  const week = weekdays.map((weekday, index) => ordinaryDay(calendar.hours[weekday] ?? [], index));
  return (day) => {
    // 1970-01-01 was a Thursday, the fourth of `weekdays`.
    const ordinary = week[(((day + 3) % 7) + 7) % 7] ?? ordinaryDay([], 0);
    const shut = closed.get(day);
    if (shut) return { hours: [], reason: { code: "closed", ...named(shut.name) } };
    const own = special.get(day);
    return own ? specialDay(own.hours, own.name, ordinary.hours) : ordinary;
  };
}

function ordinaryDay(hours: Interval[], weekday: number): DayRule {
  if (hours.length > 0) return { hours, reason: { code: "working_day" } };
  return { hours, reason: { code: weekday >= 5 ? "weekend" : "no_hours" } };
}

function specialDay(hours: Interval[], name: string | undefined, ordinary: Interval[]): DayRule {
  if (hours.length === 0) return { hours, reason: { code: "closed", ...named(name) } };
  const code = wallLength(hours) < wallLength(ordinary) ? "half_day" : "special_hours";
  return { hours, reason: { code, ...named(name) } };
}

function named(name: string | undefined): { name?: string } {
  return name === undefined ? {} : { name };
}

function wallLength(hours: Interval[]): number {
  return hours.reduce((sum, [from, to]) => sum + wallTimeMs(to) - wallTimeMs(from), 0);
}

function openOut(timeZone: string, day: number, { hours, reason }: DayRule): CalendarDay {
  const spans = hours.flatMap(([from, to]) => {
    const midnight = day * dayMs;
    return wallSpans(timeZone, midnight + wallTimeMs(from), midnight + wallTimeMs(to));
  });
  spans.sort((a, b) => a.from - b.from);
  const openMs = spans.reduce((sum, span) => sum + span.to - span.from, 0);
  // Hours that summer time swallows whole leave the day without any.
  return { date: dateOfDay(day), hours, spans, openMs, reason: openMs > 0 ? reason : shutReason(reason) };
}

function shutReason(reason: LedgerReason): LedgerReason {
  return reason.code === "closed" || reason.code === "weekend" ? reason : { code: "no_hours" };
}

/** When the wall shows a time from `from` until `to`: nothing, or twice, where the clocks are moved. */
function wallSpans(timeZone: string, from: number, to: number): Span[] {
  const spans: Span[] = [];
  for (let year = utcYear(from - dayMs); year <= utcYear(to + dayMs); year++) {
    for (const stretch of offsetStretches(timeZone, year)) {
      const begins = Math.max(stretch.from, from - stretch.offset);
      const ends = Math.min(stretch.to, to - stretch.offset);
      if (begins < ends) spans.push({ from: begins, to: ends });
    }
  }
  return spans;
}

function gatherYear(year: number, day: (day: number) => CalendarDay): CalendarYear {
  const [from, to] = [Date.UTC(year, 0), Date.UTC(year + 1, 0)];
  const spans: Span[] = [];
  for (let number = from / dayMs - 1; number <= to / dayMs; number++) {
    for (const span of day(number).spans) {
      const clipped = { from: Math.max(span.from, from), to: Math.min(span.to, to) };
      if (clipped.from < clipped.to) spans.push(clipped);
    }
  }
  spans.sort((a, b) => a.from - b.from);
  let openMs = 0;
  const counted = spans.map((span) => {
    const before = openMs;
    openMs += span.to - span.from;
    return { ...span, before };
  });
  return { spans: counted, openMs };
}
