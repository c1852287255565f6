import { describe, expect, test } from "vitest";
import { dayWords, isoWeek, stripDays, weekdayNumber, weeksOf } from "./strip-days";

describe("weeks", () => {
  test.each([
    ["2026-12-28", 53],
    ["2027-01-03", 53],
    ["2027-01-04", 1],
    ["2024-12-30", 1],
    ["2021-01-03", 53],
    ["2026-06-15", 25],
  ])("%s lies in week %i", (date, week) => {
    expect(isoWeek(date)).toBe(week);
  });

  test("Sunday ends its week", () => {
    expect(weekdayNumber("2027-01-03")).toBe(7);
    const weeks = weeksOf([day("2027-01-02"), day("2027-01-03"), day("2027-01-04")]);
    expect(weeks.map((week) => [week.week, week.days.length])).toEqual([
      [53, 2],
      [1, 1],
    ]);
  });

  test("a month is told where it begins", () => {
    const dates = ["2026-11-27", "2026-11-30", "2026-12-01", "2026-12-07", "2027-01-04"];
    expect(weeksOf(dates.map(day)).map((week) => week.months)).toEqual([
      ["2026-11-27"],
      ["2026-11-30", "2026-12-01"],
      [],
      ["2027-01-04"],
    ]);
  });
});

describe("a ledger in words", () => {
  const days = stripDays(
    [
      { date: "2026-12-23", counted: false, reason: { code: "received" } },
      { date: "2026-12-24", counted: false, reason: { code: "closed", name: "julafton" } },
      { date: "2026-12-26", counted: false, reason: { code: "weekend" } },
      { date: "2026-12-28", counted: true, number: 1, reason: { code: "working_day" } },
      { date: "2026-12-29", counted: false, reason: { code: "paused", waitingFor: "supplier" } },
    ],
    "sv",
  );

  test("a closed day's spine bears its name, a weekend's its weekday", () => {
    expect(days.map((each) => each.label)).toEqual([
      "mottagen",
      "julafton",
      "lör",
      "arbetsdag",
      "pausad: väntar på leverantören",
    ]);
  });

  test("receipt, pause and count are told apart", () => {
    expect(days.map((each) => each.isReceived)).toEqual([true, false, false, false, false]);
    expect(days.map((each) => each.isPaused)).toEqual([false, false, false, false, true]);
    expect(days[3]?.number).toBe(1);
  });
});

test("a date falls into its words", () => {
  expect(dayWords("2027-01-08", "sv")).toEqual({ weekday: "fre", day: "8", month: "jan", year: "2027" });
});

function day(date: string) {
  return { date, counted: true, reason: "arbetsdag" };
}
