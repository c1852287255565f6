import Holidays from "date-holidays";
import type { ClosedDay } from "./schema";
import { dateOfDay, dayOfDate } from "./zone";

export const holidayCountries = ["SE", "DK", "FI"] as const;
export type HolidayCountry = (typeof holidayCountries)[number];

/** A closed day with its name in the country's own language. */
export type Holiday = ClosedDay & { name: string };

/**
 * The days on which a municipality is closed as a rule, in order, also those that fall on a Saturday or Sunday. SE: the public
 * holidays of lag (1989:253), with midsommarafton, julafton and nyårsafton. DK and FI: the public holidays and the days on which
 * town halls keep closed. What else a municipality closes for (squeeze days, half days) is its own to add.
 */
export function publicHolidays(country: HolidayCountry, year: number): Holiday[] {
  const names = new Map<string, string>();
  for (const { date, name, type } of sourceOf(country).getHolidays(year)) {
    if (type !== "public" && type !== "bank") continue;
    const day = date.slice(0, 10);
    const already = names.get(day);
    // 1 May and Ascension Day may meet, as in 2008.
    names.set(day, already ? `${already}, ${name}` : name);
  }
  corrections[country](year, names);
  return [...names].map(([date, name]) => ({ date, name })).sort((a, b) => (a.date < b.date ? -1 : 1));
}

/** Where the library and the town halls differ; each with its reason. */
const corrections: Record<HolidayCountry, (year: number, names: Map<string, string>) => void> = {
  SE(year, names) {
    // Lag (2004:1320) let 6 June take the place of Whit Monday from 2005; the library forgets the years before.
    if (year < 2005) addDayAfter(names, "pingstdagen", "annandag pingst");
  },
  DK(year, names) {
    // Town halls close on these too, and stay closed from Christmas to New Year.
    addDayAfter(names, "Kristi Himmelfartsdag", "dagen efter Kristi himmelfartsdag");
    add(names, `${year}-06-05`, "grundlovsdag");
    add(names, `${year}-12-24`, "juleaftensdag");
    for (const day of [27, 28, 29, 30]) add(names, `${year}-12-${day}`, "mellem jul og nytår");
    add(names, `${year}-12-31`, "nytårsaftensdag");
  },
  FI(year, names) {
    // The banks' free day is an ordinary working day in a municipality.
    names.delete(`${year}-12-31`);
  },
};

function add(names: Map<string, string>, date: string, name: string): void {
  if (!names.has(date)) names.set(date, name);
}

function addDayAfter(names: Map<string, string>, feast: string, name: string): void {
  for (const [date, known] of [...names]) {
    if (known.split(", ").includes(feast)) add(names, dateOfDay(dayOfDate(date) + 1), name);
  }
}

const sources = new Map<HolidayCountry, Holidays>();

function sourceOf(country: HolidayCountry): Holidays {
  const source = sources.get(country) ?? new Holidays(country);
  sources.set(country, source);
  return source;
}
