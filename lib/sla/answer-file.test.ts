import { describe, expect, it } from "vitest";
import { Invalid, NotFound } from "@/lib/base/errors";
import { answerFile } from "./answer-file";
import { Calendar } from "./schema";

const day = [["07:00", "17:00"]];
const hours = { mon: day, tue: day, wed: day, thu: day, fri: [["07:00", "16:00"]] };
const swedish = { timeZone: "Europe/Stockholm", hours, country: "SE", years: [2026, 2027] };

async function kept(organisation: string, calendar: string): Promise<Calendar> {
  if (`${organisation}/${calendar}` !== "aminne/delivery") throw new NotFound("calendars.noSuchCalendar");
  return Calendar.parse({ timeZone: "Europe/Stockholm", hours, closed: [{ date: "2026-12-15" }], special: [] });
}

const answers = (input: unknown) => answerFile(typeof input === "string" ? input : JSON.stringify(input), kept);

describe("a file of cases", () => {
  it("answers each kind of case", async () => {
    const found = await answers({
      calendar: swedish,
      cases: [
        {
          start: "2026-12-23T09:00:00+01:00",
          workingDays: 2,
          pauses: [["2026-12-28T06:00:00Z", "2026-12-28T16:00:00Z"]],
        },
        { start: "2026-12-23T09:00:00+01:00", workingMinutes: 480 },
        {
          start: "2026-12-23T16:30:30+01:00",
          end: "2026-12-28T07:01:00+01:00",
          pauses: [["2026-12-23T16:31:00+01:00", "2026-12-23T16:41:00+01:00"]],
        },
        {
          start: "2026-07-01T12:00:00Z",
          workingMinutes: 60,
          calendar: { timeZone: "Europe/Helsinki", hours: { wed: [["15:00", "16:00"]] } },
        },
      ],
    });
    expect(found).toEqual([
      {
        dueAt: "2026-12-30T17:00:00+01:00",
        ledger: [
          { date: "2026-12-23", counted: false, reason: "received" },
          { date: "2026-12-24", counted: false, reason: "julafton – closed" },
          { date: "2026-12-25", counted: false, reason: "juldagen – closed" },
          { date: "2026-12-26", counted: false, reason: "annandag jul – closed" },
          { date: "2026-12-27", counted: false, reason: "Sunday" },
          { date: "2026-12-28", counted: false, reason: "paused" },
          { date: "2026-12-29", counted: true, number: 1, reason: "working day" },
          { date: "2026-12-30", counted: true, number: 2, reason: "working day" },
        ],
      },
      { dueAt: "2026-12-23T17:00:00+01:00" },
      { elapsedMinutes: 20 },
      { dueAt: "2026-07-01T16:00:00+03:00" },
    ]);
  });

  it("knows the eves only where the country is asked for", async () => {
    const cases = [{ start: "2026-12-14T09:00:00+01:00", workingDays: 14 }];
    const closed = ["2026-12-25", "2027-01-01", "2027-01-06"];
    const due = async (calendar: unknown) => (await answers({ calendar, cases }))[0];
    expect(await due(swedish)).toMatchObject({ dueAt: "2027-01-08T16:00:00+01:00" });
    expect(await due({ timeZone: "Europe/Stockholm", hours, closed })).toMatchObject({
      dueAt: "2027-01-05T17:00:00+01:00",
    });
    expect(await due({ ...swedish, special: { "2026-12-31": [["08:00", "12:00"]] } })).toMatchObject({
      dueAt: "2027-01-07T17:00:00+01:00",
    });
    expect(await due({ ...swedish, closed: ["2027-01-05"] })).toMatchObject({ dueAt: "2027-01-11T17:00:00+01:00" });
  });

  it("asks for a named calendar once, and only where one is named", async () => {
    const question = { start: "2026-12-14T09:00:00+01:00", workingDays: 1, calendar: "aminne/delivery" };
    expect(await answers({ cases: [question, question] })).toMatchObject([
      { dueAt: "2026-12-16T17:00:00+01:00" },
      { dueAt: "2026-12-16T17:00:00+01:00" },
    ]);
  });
});

describe("bad input", () => {
  const start = "2026-12-14T09:00:00+01:00";
  const withCase = (question: unknown) => ({ calendar: swedish, cases: [{ start, workingDays: 1 }, question] });
  const withCalendar = (change: object) => ({
    calendar: { ...swedish, ...change },
    cases: [{ start, workingDays: 1 }],
  });

  it.each([
    ["", "sla.notJson", "{nope"],
    ["calendar.hours", "sla.unreadable", withCalendar({ hours: { måndag: day } })],
    [
      "calendar.hours.mon",
      "sla.intervalsOverlap",
      withCalendar({
        hours: {
          mon: [
            ["07:00", "12:00"],
            ["11:00", "13:00"],
          ],
        },
      }),
    ],
    ["calendar.closed[0]", "sla.date", withCalendar({ closed: ["2026-02-30"] })],
    ["calendar.special.2026-02-30", "sla.date", withCalendar({ special: { "2026-02-30": [] } })],
    ["calendar.timeZone", "sla.timeZone", withCalendar({ timeZone: "Mars/Olympus" })],
    ["calendar", "sla.countryWithYears", withCalendar({ years: undefined })],
    ["calendar", "sla.calendarName", { calendar: "aminne", cases: [] }],
    ["calendar", "calendars.noSuchCalendar", { calendar: "aminne/lunch", cases: [] }],
    ["calendar", "sla.unreadable", withCalendar({ open: true })],
    ["cases[1].start", "sla.instant", withCase({ start: "2026-12-14T09:00:00", workingDays: 1 })],
    ["cases[1].start", "sla.instant", withCase({ start: "2026-02-30T09:00:00+01:00", workingDays: 1 })],
    ["cases[1].end", "sla.endBeforeStart", withCase({ start, end: "2026-12-14T08:59:00+01:00" })],
    [
      "cases[1].pauses[0]",
      "sla.endBeforeStart",
      withCase({ start, workingDays: 1, pauses: [[start, "2026-12-14T08:59:00+01:00"]] }),
    ],
    ["cases[1].workingDays", "sla.amount", withCase({ start, workingDays: -1 })],
    ["cases[1].workingMinutes", "sla.amount", withCase({ start, workingMinutes: 0.5 })],
    ["cases[1]", "sla.caseUnclear", withCase({ start })],
    ["cases[1]", "sla.unreadable", withCase({ start, workingDays: 1, note: "" })],
    ["cases[0]", "sla.neverOpens", withCalendar({ hours: {} })],
    ["cases[0]", "sla.calendarMissing", { cases: [{ start, workingDays: 1 }] }],
  ])("is refused: %s %s", async (path, key, input) => {
    const refused = await answers(input).catch((error: unknown) => error);
    expect(refused).toBeInstanceOf(Invalid);
    expect((refused as Invalid).fields).toMatchObject([{ path, key }]);
  });
});
