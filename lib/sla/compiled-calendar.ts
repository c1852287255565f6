import { type Calendar, type Interval, type LedgerReason, type SpecialDay, weekdays } from "./schema";
import { dateOfDay, dayMs, dayOfDate, type OffsetStretch, utcYear, wallTimeMs, type Zone, zoneOf } from "./zone";

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
  const ruleOf = dayRules(calendar);
  const zone = zoneOf(calendar.timeZone);
  const spansOn = (day: number) => openSpans(zone, day, ruleOf(day));
  return {
    timeZone: calendar.timeZone,
    day: (number) => days.get(number) ?? keep(days, number, openOut(number, ruleOf(number), spansOn(number))),
    year: (number) => years.get(number) ?? keep(years, number, gatherYear(number, spansOn)),
  };
}

function keep<T>(map: Map<number, T>, key: number, value: T): T {
  map.set(key, value);
  return value;
}

/** What the calendar says of a date; `walls` are its hours in milliseconds since local midnight. */
type DayRule = { hours: Interval[]; walls: Span[]; reason: LedgerReason };

function dayRules(calendar: Calendar): (day: number) => DayRule {
  const week = weekdays.map((weekday, index) => ordinaryDay(calendar.hours[weekday] ?? [], index));
  // 1970-01-01 was a Thursday, the fourth of `weekdays`.
  const ordinary = (day: number) => week[(((day + 3) % 7) + 7) % 7] ?? dayRule([], { code: "no_hours" });
  const own = new Map<number, DayRule>();
  for (const special of calendar.special) {
    const day = dayOfDate(special.date);
    own.set(day, specialDay(special, ordinary(day).walls));
  }
  for (const { date, name } of calendar.closed)
    own.set(dayOfDate(date), dayRule([], { code: "closed", ...named(name) }));
  return (day) => own.get(day) ?? ordinary(day);
}

function dayRule(hours: Interval[], reason: LedgerReason): DayRule {
  return { hours, walls: hours.map(([from, to]) => ({ from: wallTimeMs(from), to: wallTimeMs(to) })), reason };
}

function ordinaryDay(hours: Interval[], weekday: number): DayRule {
  if (hours.length > 0) return dayRule(hours, { code: "working_day" });
  return dayRule(hours, { code: weekday >= 5 ? "weekend" : "no_hours" });
}

function specialDay({ hours, name }: SpecialDay, ordinary: Span[]): DayRule {
  const rule = dayRule(hours, { code: "closed", ...named(name) });
  if (hours.length === 0) return rule;
  const code = lengthOf(rule.walls) < lengthOf(ordinary) ? "half_day" : "special_hours";
  return { ...rule, reason: { ...rule.reason, code } };
}

function named(name: string | undefined): { name?: string } {
  return name === undefined ? {} : { name };
}

function lengthOf(spans: Span[]): number {
  return spans.reduce((sum, span) => sum + span.to - span.from, 0);
}

function openOut(day: number, { hours, reason }: DayRule, spans: Span[]): CalendarDay {
  const openMs = lengthOf(spans);
  // Hours that summer time swallows whole leave the day without any.
  const swallowed = hours.length > 0 && openMs === 0;
  return { date: dateOfDay(day), hours, spans, openMs, reason: swallowed ? { code: "no_hours" } : reason };
}

/** When the wall shows one of the day's hours: each once, but never or twice where the clocks are moved. */
function openSpans(zone: Zone, day: number, { walls }: DayRule): Span[] {
  if (walls.length === 0) return [];
  const midnight = day * dayMs;
  const stretch = zone.stretchAt(midnight - dayMs);
  const isPlain = midnight + 2 * dayMs <= stretch.to;
  const stretches = isPlain ? [stretch] : stretchesAround(zone, midnight);
  const spans: Span[] = [];
  for (const { from, to, offset } of stretches) {
    for (const wall of walls) {
      const begins = Math.max(from, midnight + wall.from - offset);
      const ends = Math.min(to, midnight + wall.to - offset);
      if (begins < ends) spans.push({ from: begins, to: ends });
    }
  }
  return spans;
}

function stretchesAround(zone: Zone, midnight: number): OffsetStretch[] {
  const [first, last] = [utcYear(midnight - dayMs), utcYear(midnight + 2 * dayMs)];
  return first === last ? zone.stretches(first) : [...zone.stretches(first), ...zone.stretches(last)];
}

function gatherYear(year: number, spansOn: (day: number) => Span[]): CalendarYear {
  const [from, to] = [Date.UTC(year, 0), Date.UTC(year + 1, 0)];
  const spans: Span[] = [];
  for (let number = from / dayMs - 1; number <= to / dayMs; number++) {
    for (const span of spansOn(number)) {
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
