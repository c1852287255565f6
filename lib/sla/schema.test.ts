import { describe, expect, it } from "vitest";
import { translator } from "@/lib/base/language";
import { en } from "@/lib/base/messages/en";
import { describeDay } from "./describe-day";
import { Calendar, type LedgerReason, ledgerCodes, Policy } from "./schema";

const good = { timeZone: "Europe/Stockholm", hours: { mon: [["07:00", "17:00"]] }, closed: [], special: [] };

describe("a calendar", () => {
  it.each([
    ["hours on the clock", { hours: { mon: [["00:00", "24:00"]] } }],
    [
      "intervals that meet",
      {
        hours: {
          mon: [
            ["08:00", "12:00"],
            ["12:00", "17:00"],
          ],
        },
      },
    ],
    ["a leap day", { closed: [{ date: "2028-02-29", name: "skottdagen" }] }],
    ["a zone by another name", { timeZone: "Europe/Kyiv" }],
  ])("takes %s", (_, change) => {
    expect(Calendar.safeParse({ ...good, ...change }).success).toBe(true);
  });

  it.each([
    ["sla.intervalBackwards", { hours: { mon: [["17:00", "07:00"]] } }],
    ["sla.intervalBackwards", { hours: { mon: [["07:00", "07:00"]] } }],
    [
      "sla.intervalsOverlap",
      {
        hours: {
          mon: [
            ["07:00", "12:00"],
            ["11:59", "17:00"],
          ],
        },
      },
    ],
    [
      "sla.intervalsOverlap",
      {
        hours: {
          mon: [
            ["13:00", "17:00"],
            ["07:00", "12:00"],
          ],
        },
      },
    ],
    ["sla.wallTime", { hours: { mon: [["07:00", "24:01"]] } }],
    ["sla.wallTime", { hours: { mon: [["7:00", "17:00"]] } }],
    ["sla.date", { closed: [{ date: "2026-02-30" }] }],
    ["sla.date", { special: [{ date: "2027-02-29", hours: [] }] }],
    ["sla.dateTwice", { closed: [{ date: "2026-12-24" }, { date: "2026-12-24" }] }],
    ["sla.timeZone", { timeZone: "Mars/Olympus" }],
    ["sla.timeZone", { timeZone: "+01:00" }],
  ])("refuses with %s: %j", (key, change) => {
    const result = Calendar.safeParse({ ...good, ...change });
    expect(result.error?.issues.map((issue) => issue.message)).toContain(key);
    expect(en.sla).toHaveProperty(key.slice("sla.".length));
  });

  it("refuses a weekday that it does not know", () => {
    expect(Calendar.safeParse({ ...good, hours: { monday: [] } }).success).toBe(false);
  });
});

describe("a policy", () => {
  it.each([
    { workingDays: -1 },
    { workingDays: 1.5 },
    { workingDays: 5_001 },
    { workingMinutes: -1 },
    {},
    { workingDays: 1, workingMinutes: 1 },
  ])("refuses the amount %j", (amount) => {
    expect(Policy.safeParse({ target: "delivery", amount }).success).toBe(false);
  });
});

describe("a day of the ledger", () => {
  const reasons: LedgerReason[] = [
    ...ledgerCodes.map((code) => ({ code })),
    { code: "closed", name: "julafton" },
    { code: "half_day", name: "skärtorsdagen" },
    { code: "special_hours", name: "öppet hus" },
    { code: "paused", waitingFor: "requester" },
    { code: "paused", waitingFor: "supplier" },
    { code: "paused", waitingFor: "approval" },
  ];

  it.each(["sv", "en"] as const)("has words of its own for every reason in %s", (language) => {
    const words = reasons.map((reason) => describeDay({ date: "2026-12-26", reason }, translator(language)));
    expect(new Set(words).size).toBe(reasons.length);
    expect(words.join()).not.toMatch(/sla\.|\{/);
  });

  it("is a Saturday or a Sunday, before 1970 too", () => {
    const dates = ["2026-12-26", "2026-12-27", "1969-12-27", "1969-12-28"];
    const words = dates.map((date) => describeDay({ date, reason: { code: "weekend" } }, translator("sv")));
    expect(words).toEqual(["lördag", "söndag", "lördag", "söndag"]);
  });
});
