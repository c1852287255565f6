import fc from "fast-check";
import type { Stretch } from "./minute-oracle";
import { type Calendar, type ClosedDay, type Interval, type SpecialDay, weekdays } from "./schema";

/** For tests only: random calendars, starts and pauses, thick where clocks are moved, years turn and feasts lie. */
export type RandomCase = {
  calendar: Calendar;
  /** Whole minutes since 1970. */
  start: number;
  waits: Stretch[];
  /** Working minutes of at most three weeks. */
  minutes: number;
  days: number;
};

/** How many random cases each property is shown; SLA_CASES=100000 is the full proof. */
export const caseCount = Number(process.env.SLA_CASES ?? 150);

const dayMinutes = 1440;

const start = fc
  .oneof(
    { weight: 4, arbitrary: fc.integer({ min: Date.UTC(2000, 0) / 60_000, max: Date.UTC(2035, 11) / 60_000 }) },
    { weight: 3, arbitrary: near((year) => [lastSunday(year, 2), lastSunday(year, 9)]) },
    { weight: 2, arbitrary: near((year) => [Date.UTC(year, 11, 24), Date.UTC(year + 1, 0, 1)]) },
    { weight: 1, arbitrary: near(() => [Date.UTC(2028, 1, 29), Date.UTC(2032, 1, 29)]) },
  )
  .map(Math.floor);

/** Two days before one of a year's moments, until one day after. */
function near(momentsOf: (year: number) => number[]): fc.Arbitrary<number> {
  const offset = fc.integer({ min: -2 * dayMinutes, max: dayMinutes });
  return fc
    .tuple(fc.integer({ min: 2000, max: 2035 }), fc.nat(1), offset)
    .map(([year, which, minutes]) => (momentsOf(year)[which] ?? 0) / 60_000 + minutes);
}

/** The instant at which all of the European Union moves its clocks: 01:00 UTC on the last Sunday of March and October. */
function lastSunday(year: number, month: number): number {
  const last = new Date(Date.UTC(year, month + 1, 0));
  return Date.UTC(year, month, last.getUTCDate() - last.getUTCDay(), 1);
}

const wallTime = (minute: number) => {
  const [hours, minutes] = [Math.floor(minute / 60), minute % 60];
  return `${String(hours).padStart(2, "0")}:${String(minutes).padStart(2, "0")}`;
};

const hours: fc.Arbitrary<Interval[]> = fc.oneof(
  fc.constantFrom<Interval[]>(
    [["07:00", "17:00"]],
    [["07:00", "16:00"]],
    [["00:00", "24:00"]],
    [["02:15", "02:45"]],
    [
      ["08:00", "12:00"],
      ["13:00", "17:00"],
    ],
    [
      ["00:00", "06:00"],
      ["22:00", "24:00"],
    ],
  ),
  fc.uniqueArray(fc.integer({ min: 0, max: dayMinutes }), { minLength: 2, maxLength: 6 }).map((cuts) => {
    const sorted = cuts.toSorted((a, b) => a - b);
    const pairs = Array.from({ length: sorted.length >> 1 }, (_, index) => sorted.slice(index * 2, index * 2 + 2));
    return pairs.map(([from = 0, to = 0]): Interval => [wallTime(from), wallTime(to)]);
  }),
);

const week = fc.record(
  { ...Object.fromEntries(weekdays.map((weekday) => [weekday, hours])) },
  { requiredKeys: [] },
) as fc.Arbitrary<Calendar["hours"]>;

const timeZone = fc.constantFrom("Europe/Stockholm", "Europe/Helsinki", "Europe/Copenhagen");

/** Dates from a few days before the start to a month after it. */
function dates(at: number): fc.Arbitrary<string> {
  return fc
    .integer({ min: -3, max: 30 })
    .map((offset) => new Date(at * 60_000 + offset * 86_400_000).toISOString().slice(0, 10));
}

const byDate = { selector: (day: { date: string }) => day.date };

function calendarNear(at: number): fc.Arbitrary<Calendar> {
  const closed: fc.Arbitrary<ClosedDay[]> = fc.uniqueArray(fc.record({ date: dates(at) }), { ...byDate, maxLength: 6 });
  const special: fc.Arbitrary<SpecialDay[]> = fc.uniqueArray(fc.record({ date: dates(at), hours }), {
    ...byDate,
    maxLength: 3,
  });
  return fc.record({ timeZone, hours: week, closed, special }).filter((calendar) => weeklyMinutes(calendar) > 0);
}

function weeklyMinutes(calendar: Calendar): number {
  const minutes = (time: string) => Number(time.slice(0, 2)) * 60 + Number(time.slice(3));
  const all = weekdays.flatMap((weekday) => calendar.hours[weekday] ?? []);
  return all.reduce((sum, [from, to]) => sum + minutes(to) - minutes(from), 0);
}

/** Pauses in any order, overlapping or not, some from before the start, some of no length. */
function waitsNear(at: number): fc.Arbitrary<Stretch[]> {
  const from = fc.integer({ min: -dayMinutes, max: 14 * dayMinutes });
  const length = fc.oneof(fc.nat(120), fc.nat(4 * dayMinutes));
  return fc.array(
    fc.tuple(from, length).map(([offset, minutes]): Stretch => [at + offset, at + offset + minutes]),
    { maxLength: 4 },
  );
}

export const randomCase: fc.Arbitrary<RandomCase> = start.chain((at) =>
  fc
    .tuple(calendarNear(at), waitsNear(at), fc.double({ min: 0, max: 3, noNaN: true }), fc.integer({ min: 1, max: 15 }))
    .map(([calendar, waits, weeks, days]) => {
      const workdays = weekdays.filter((weekday) => (calendar.hours[weekday] ?? []).length > 0).length;
      const minutes = Math.max(1, Math.floor(weeks * weeklyMinutes(calendar)));
      return { calendar, start: at, waits, minutes, days: Math.min(days, workdays * 2) };
    }),
);
