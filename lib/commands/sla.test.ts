import { spawnSync } from "node:child_process";
import { fileURLToPath } from "node:url";
import { describe, expect, it } from "vitest";

const command = fileURLToPath(new URL("./sla.ts", import.meta.url));

function run(input: unknown) {
  const text = typeof input === "string" ? input : JSON.stringify(input);
  const { status, stdout, stderr } = spawnSync(process.execPath, ["--import", "tsx", command], {
    input: text,
    encoding: "utf8",
  });
  return { status, stdout, stderr };
}

const day = [["07:00", "17:00"]];
const hours = { mon: day, tue: day, wed: day, thu: day, fri: [["07:00", "16:00"]] };
const swedish = { timeZone: "Europe/Stockholm", hours, country: "SE", years: [2026, 2027] };

describe("npm run sla", () => {
  it("answers each kind of case, alone on stdout", () => {
    const { status, stdout, stderr } = run({
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
    expect({ status, stderr }).toEqual({ status: 0, stderr: "" });
    expect(JSON.parse(stdout)).toEqual({
      results: [
        {
          dueAt: "2026-12-30T17:00:00+01:00",
          ledger: [
            { date: "2026-12-23", counted: false, reason: "received" },
            { date: "2026-12-24", counted: false, reason: "closed: julafton" },
            { date: "2026-12-25", counted: false, reason: "closed: juldagen" },
            { date: "2026-12-26", counted: false, reason: "closed: annandag jul" },
            { date: "2026-12-27", counted: false, reason: "Sunday" },
            { date: "2026-12-28", counted: false, reason: "paused" },
            { date: "2026-12-29", counted: true, number: 1, reason: "working day" },
            { date: "2026-12-30", counted: true, number: 2, reason: "working day" },
          ],
        },
        { dueAt: "2026-12-23T17:00:00+01:00" },
        { elapsedMinutes: 20 },
        { dueAt: "2026-07-01T16:00:00+03:00" },
      ],
    });
  });

  it("knows the eves only where the country is asked for", () => {
    const cases = [{ start: "2026-12-14T09:00:00+01:00", workingDays: 14 }];
    const closed = ["2026-12-25", "2027-01-01", "2027-01-06"];
    const due = (calendar: unknown) => JSON.parse(run({ calendar, cases }).stdout).results[0].dueAt;
    expect(due(swedish)).toBe("2027-01-08T16:00:00+01:00");
    expect(due({ timeZone: "Europe/Stockholm", hours, closed })).toBe("2027-01-05T17:00:00+01:00");
    expect(due({ ...swedish, special: { "2026-12-31": [["08:00", "12:00"]] } })).toBe("2027-01-07T17:00:00+01:00");
    expect(due({ ...swedish, closed: ["2027-01-05"] })).toBe("2027-01-11T17:00:00+01:00");
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
    ["The input is not JSON", "{nope"],
    ["calendar.hours: ", withCalendar({ hours: { måndag: day } })],
    [
      "calendar.hours.mon: ",
      withCalendar({
        hours: {
          mon: [
            ["07:00", "12:00"],
            ["11:00", "13:00"],
          ],
        },
      }),
    ],
    ["calendar.closed[0]: ", withCalendar({ closed: ["2026-02-30"] })],
    ["calendar.special.2026-02-30: ", withCalendar({ special: { "2026-02-30": [] } })],
    ["calendar.timeZone: ", withCalendar({ timeZone: "Mars/Olympus" })],
    ["calendar: ", withCalendar({ years: undefined })],
    ["calendar: ", { calendar: "aminne", cases: [] }],
    ["calendar: Unrecognized", withCalendar({ open: true })],
    ["cases[1].start: ", withCase({ start: "2026-12-14T09:00:00", workingDays: 1 })],
    ["cases[1].start: ", withCase({ start: "2026-02-30T09:00:00+01:00", workingDays: 1 })],
    ["cases[1].end: ", withCase({ start, end: "2026-12-14T08:59:00+01:00" })],
    ["cases[1].pauses[0]: ", withCase({ start, workingDays: 1, pauses: [[start, "2026-12-14T08:59:00+01:00"]] })],
    ["cases[1].workingDays: ", withCase({ start, workingDays: -1 })],
    ["cases[1].workingMinutes: ", withCase({ start, workingMinutes: 0.5 })],
    ["cases[1]: A case needs", withCase({ start })],
    ["cases[1]: Unrecognized", withCase({ start, workingDays: 1, note: "" })],
    ["cases[0]: The calendar has no opening hours", withCalendar({ hours: {} })],
    ["cases[0]: There is no calendar", { cases: [{ start, workingDays: 1 }] }],
  ])("is refused with code 2 and %s", (beginning, input) => {
    const { status, stdout, stderr } = run(input);
    expect({ status, stdout }).toEqual({ status: 2, stdout: "" });
    expect(stderr).toMatch(/^[^\n]+\.\n$/);
    expect(stderr.startsWith(beginning)).toBe(true);
  });
});
