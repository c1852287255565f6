import { describe, expect, it } from "vitest";
import { type HolidayCountry, publicHolidays } from "./holidays";

const years = Array.from({ length: 36 }, (_, index) => 2000 + index);

/** The Anonymous Gregorian algorithm: Easter Sunday as days since 1970-01-01. */
function easter(year: number): number {
  const a = year % 19;
  const b = Math.floor(year / 100);
  const c = year % 100;
  const d = Math.floor(b / 4);
  const g = Math.floor((b - Math.floor((b + 8) / 25) + 1) / 3);
  const h = (19 * a + b - d - g + 15) % 30;
  const l = (32 + 2 * (b % 4) + 2 * Math.floor(c / 4) - h - (c % 4)) % 7;
  const m = Math.floor((a + 11 * h + 22 * l) / 451);
  const month = Math.floor((h + l - 7 * m + 114) / 31);
  return Date.UTC(year, month - 1, ((h + l - 7 * m + 114) % 31) + 1) / 86_400_000;
}

const iso = (day: number) => new Date(day * 86_400_000).toISOString().slice(0, 10);

/** The first such weekday (0 = Sunday) on or after a date. */
function firstFrom(weekday: number, year: number, month: number, date: number): number {
  const from = Date.UTC(year, month - 1, date);
  return from / 86_400_000 + ((weekday - new Date(from).getUTCDay() + 7) % 7);
}

function swedishDays(year: number): Record<string, string> {
  const sunday = easter(year);
  return {
    nyårsdagen: `${year}-01-01`,
    "trettondedag jul": `${year}-01-06`,
    långfredagen: iso(sunday - 2),
    påskdagen: iso(sunday),
    "annandag påsk": iso(sunday + 1),
    "första maj": `${year}-05-01`,
    "Kristi himmelsfärdsdag": iso(sunday + 39),
    pingstdagen: iso(sunday + 49),
    ...(year < 2005 ? { "annandag pingst": iso(sunday + 50) } : { nationaldagen: `${year}-06-06` }),
    midsommarafton: iso(firstFrom(6, year, 6, 20) - 1),
    midsommardagen: iso(firstFrom(6, year, 6, 20)),
    "alla helgons dag": iso(firstFrom(6, year, 10, 31)),
    julafton: `${year}-12-24`,
    juldagen: `${year}-12-25`,
    "annandag jul": `${year}-12-26`,
    nyårsafton: `${year}-12-31`,
  };
}

const datesOf = (country: HolidayCountry, year: number) => publicHolidays(country, year).map((each) => each.date);

describe("Easter", () => {
  it("is where the almanac has it", () => {
    expect([2000, 2008, 2011, 2019, 2026, 2027, 2035].map((year) => iso(easter(year)))).toEqual([
      "2000-04-23",
      "2008-03-23",
      "2011-04-24",
      "2019-04-21",
      "2026-04-05",
      "2027-03-28",
      "2035-03-25",
    ]);
  });
});

describe("Swedish closed days", () => {
  it.each(years)("are the thirteen of the law and the three eves in %i, no more", (year) => {
    const expected = new Map<string, string[]>();
    for (const [name, date] of Object.entries(swedishDays(year)))
      expected.set(date, [...(expected.get(date) ?? []), name]);
    const found = publicHolidays("SE", year);
    expect(found.map((each) => each.date)).toEqual([...expected.keys()].sort());
    for (const { date, name } of found) expect(name.split(", ").sort()).toEqual(expected.get(date)?.sort());
    expect([...expected.values()].flat()).toHaveLength(16);
  });

  it("names both feasts where two meet", () => {
    const day = publicHolidays("SE", 2008).find((each) => each.date === "2008-05-01");
    expect(day?.name.split(", ").sort()).toEqual(["Kristi himmelsfärdsdag", "första maj"]);
  });
});

describe("Danish closed days", () => {
  it.each(years)("follow Easter in %i, with Store bededag until 2023", (year) => {
    const sunday = easter(year);
    const found = datesOf("DK", year);
    const feasts = [-3, -2, 0, 1, 39, 40, 49, 50].map((offset) => iso(sunday + offset));
    const fixed = ["01-01", "06-05", "12-24", "12-25", "12-26", "12-27", "12-28", "12-29", "12-30", "12-31"];
    const prayer = year < 2024 ? [iso(sunday + 26)] : [];
    const expected = new Set([...feasts, ...prayer, ...fixed.map((date) => `${year}-${date}`)]);
    expect(found).toEqual([...expected].sort());
  });
});

describe("Finnish closed days", () => {
  it.each(years)("follow Easter and midsummer in %i", (year) => {
    const sunday = easter(year);
    const feasts = [-2, 0, 1, 39, 49].map((offset) => iso(sunday + offset));
    const midsummer = firstFrom(6, year, 6, 20);
    const fixed = ["01-01", "01-06", "05-01", "12-06", "12-24", "12-25", "12-26"].map((date) => `${year}-${date}`);
    const movable = [iso(midsummer - 1), iso(midsummer), iso(firstFrom(6, year, 10, 31))];
    expect(datesOf("FI", year)).toEqual([...new Set([...feasts, ...fixed, ...movable])].sort());
  });
});
