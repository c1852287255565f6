import type { Calendar, Weekday } from "./schema";

/**
 * For tests only: the rules once more, the slow way. It walks minute by minute and asks Intl what the wall clock shows, so that it
 * shares no arithmetic with the code it judges. Instants are whole minutes since 1970.
 */
export type Oracle = {
  isOpen(minute: number): boolean;
  elapsed(from: number, to: number, waits: Stretch[]): number;
  dueByMinutes(start: number, minutes: number, waits: Stretch[]): number;
  dueByDays(start: number, days: number, waits: Stretch[]): { due: number; counted: string[]; waited: string[] };
};

export type Stretch = [from: number, to: number];

export function minuteOracle(calendar: Calendar): Oracle {
  const wall = wallClock(calendar.timeZone);
  const dayOf = (minute: number) => Math.floor(wall(minute) / 1440);
  let [latest, hours] = [Number.NaN, hoursOn(calendar, "1970-01-01")];

  const isOpen = (minute: number) => {
    const shown = wall(minute);
    const day = Math.floor(shown / 1440);
    if (day !== latest) [latest, hours] = [day, hoursOn(calendar, dateOf(day))];
    const ofDay = shown - day * 1440;
    for (const [from, to] of hours) if (ofDay >= from && ofDay < to) return true;
    return false;
  };
  const counts = (minute: number, waits: Stretch[]) => isOpen(minute) && !isWaiting(minute, waits);

  return {
    isOpen,
    elapsed(from, to, waits) {
      let passed = 0;
      for (let minute = from; minute < to; minute++) if (counts(minute, waits)) passed += 1;
      return passed;
    },
    dueByMinutes(start, minutes, waits) {
      let minute = start;
      for (let left = minutes; left > 0; minute++) if (counts(minute, waits)) left -= 1;
      return minute;
    },
    dueByDays(start, days, waits) {
      const [counted, waited]: [string[], string[]] = [[], []];
      let minute = start;
      const received = dayOf(start);
      while (dayOf(minute) === received) minute += 1;
      for (;;) {
        const day = dayOf(minute);
        const date = dateOf(day);
        let [open, worked, closing] = [0, 0, 0];
        for (; dayOf(minute) === day; minute++) {
          if (!isOpen(minute)) continue;
          open += 1;
          closing = minute + 1;
          if (!isWaiting(minute, waits)) worked += 1;
        }
        if (worked > 0) counted.push(date);
        else if (open > 0) waited.push(date);
        if (counted.length === days) return { due: closing, counted, waited };
      }
    },
  };
}

function isWaiting(minute: number, waits: Stretch[]): boolean {
  for (const [from, to] of waits) if (minute >= from && minute < to) return true;
  return false;
}

const sundayFirst: Weekday[] = ["sun", "mon", "tue", "wed", "thu", "fri", "sat"];

function hoursOn(calendar: Calendar, date: string): [number, number][] {
  if (calendar.closed.some((each) => each.date === date)) return [];
  const own = calendar.special.find((each) => each.date === date)?.hours;
  const weekday = sundayFirst[new Date(`${date}T12:00:00Z`).getUTCDay()] ?? "sun";
  const hours = own ?? calendar.hours[weekday] ?? [];
  return hours.map(([from, to]) => [minuteOfDay(from), minuteOfDay(to)]);
}

function dateOf(day: number): string {
  return new Date(day * 86_400_000).toISOString().slice(0, 10);
}

function minuteOfDay(time: string): number {
  const [hours, minutes] = time.split(":");
  return Number(hours) * 60 + Number(minutes);
}

type Clock = (minute: number) => number;

const clocks = new Map<string, Clock>();

/**
 * What Intl says the wall clock shows, as minutes since a wall clock's 1970-01-01 00:00. Asked once for every quarter of an hour:
 * clocks here are only ever moved on the quarter.
 */
function wallClock(timeZone: string): Clock {
  const known = clocks.get(timeZone);
  if (known) return known;
  const format = new Intl.DateTimeFormat("sv-SE", { timeZone, dateStyle: "short", timeStyle: "short" });
  const shifts = new Map<number, number>();
  let [quarter, shift] = [Number.NaN, 0];
  const clock = (minute: number) => {
    const here = Math.floor(minute / 15);
    if (here !== quarter) {
      quarter = here;
      shift = shifts.get(here) ?? shownAt(format, here * 15) - here * 15;
      shifts.set(here, shift);
    }
    return minute + shift;
  };
  clocks.set(timeZone, clock);
  return clock;
}

function shownAt(format: Intl.DateTimeFormat, minute: number): number {
  return Date.parse(`${format.format(minute * 60_000).replace(" ", "T")}Z`) / 60_000;
}
