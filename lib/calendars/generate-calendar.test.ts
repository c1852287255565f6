import { describe, expect, it } from "vitest";
import { quote } from "@/lib/sla/evaluate";
import { demoCalendars, demoPolicies } from "./demo-calendars";
import { generateCalendar } from "./generate-calendar";
import { ledgerInWords } from "./ledger-words";

const hours = { mon: [["08:00", "17:00"] as [string, string]] };
const rules = { country: "SE", hours, years: { from: 2026, to: 2027 } } as const;

describe("generateCalendar", () => {
  it("writes out every closed day of the years asked for, and no other", () => {
    const { closed, timeZone } = generateCalendar(rules);
    expect(timeZone).toBe("Europe/Stockholm");
    expect(new Set(closed.map((each) => each.date.slice(0, 4)))).toEqual(new Set(["2026", "2027"]));
    const dates = closed.map((each) => each.date);
    expect(dates).toEqual([...dates].sort());
    // Midsummer's, Christmas and New Year's eve are no public holidays, yet nobody is there (trust D5).
    expect(dates).toEqual(expect.arrayContaining(["2026-06-19", "2026-12-24", "2026-12-31", "2027-03-26"]));
  });

  it("lets the municipality's half day win over the holiday, and its closed day over both", () => {
    const morning = [["08:00", "12:00"] as [string, string]];
    const special = [{ date: "2026-12-31", hours: morning, name: "nyårsafton, halvdag" }];
    const half = generateCalendar({ ...rules, special });
    expect(half.closed.some((each) => each.date === "2026-12-31")).toBe(false);
    expect(half.special).toEqual(special);
    const shut = generateCalendar({ ...rules, special, closed: [{ date: "2026-12-31", name: "inventering" }] });
    expect(shut.closed.filter((each) => each.date === "2026-12-31")).toEqual([
      { date: "2026-12-31", name: "inventering" },
    ]);
  });
});

describe("the demo's promise", () => {
  const delivery = demoCalendars().find((each) => each.slug === "delivery");
  const policy = demoPolicies()[0];

  it.each([
    ["2026-12-14T09:00:00+01:00", "2027-01-08T16:00:00+01:00"],
    ["2026-06-08T09:00:00+02:00", "2026-06-29T17:00:00+02:00"],
  ])("is 14 working days: %s → %s", (receivedAt, dueAt) => {
    if (!delivery || !policy) throw new Error("the demo has no delivery promise");
    expect(quote(new Date(receivedAt), delivery.calendar, policy.policy).dueAt).toEqual(new Date(dueAt));
  });

  it("is told day by day in words", () => {
    if (!delivery || !policy) throw new Error("the demo has no delivery promise");
    const { ledger } = quote(new Date("2026-12-14T09:00:00+01:00"), delivery.calendar, policy.policy);
    const days = ledgerInWords(ledger, "sv");
    expect(days[0]).toMatchObject({ date: "2026-12-14", counted: false, words: "mottagen", label: "mån 14 dec 2026" });
    expect(days.find((day) => day.date === "2026-12-24")).toMatchObject({ counted: false, code: "closed" });
    expect(days.find((day) => day.date === "2026-12-24")?.words.toLowerCase()).toContain("julafton");
    expect(days.at(-1)).toMatchObject({ date: "2027-01-08", counted: true, number: 14 });
    expect(ledgerInWords(ledger, "en").at(-1)?.label).toBe("Fri 8 Jan 2027");
  });

  it("covers 2025 to 2035 in each of its six calendars", () => {
    expect(demoCalendars().map((each) => each.slug)).toEqual([
      "delivery",
      "servicedesk",
      "drop-in",
      "weekdays-8-17",
      "weekdays-7-22",
      "mon-fri-24h",
    ]);
    for (const { calendar } of demoCalendars()) {
      expect(calendar.closed.filter((each) => each.date.endsWith("-12-24"))).toHaveLength(11);
    }
  });
});
