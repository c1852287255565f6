import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { instantOf, momentOf } from "./local-moment";
import { reportDue, reportState, spanBetween, warnAt } from "./report-clocks";

const zone = "Europe/Stockholm";
const due = (aware: string, step: Parameters<typeof reportDue>[1]) =>
  reportDue(new Date(aware), step, zone).toISOString();

describe("the three reports, by the calendar", () => {
  it.each([
    // Over a weekend and Christmas: no office hours.
    ["2026-12-24T22:00:00+01:00", "early_warning", "2026-12-25T21:00:00.000Z"],
    ["2026-12-24T22:00:00+01:00", "notification", "2026-12-27T21:00:00.000Z"],
    ["2026-12-24T22:00:00+01:00", "final_report", "2027-01-24T21:00:00.000Z"],
    // Hours are hours, when the clocks change too: 24 h later it is 13:00 or 11:00 on the wall.
    ["2027-03-27T12:00:00+01:00", "early_warning", "2027-03-28T11:00:00.000Z"],
    ["2026-10-24T12:00:00+02:00", "early_warning", "2026-10-25T10:00:00.000Z"],
    ["2026-10-23T12:00:00+02:00", "notification", "2026-10-26T10:00:00.000Z"],
    // A month is to the same local time.
    ["2027-03-15T12:00:00+01:00", "final_report", "2027-04-15T10:00:00.000Z"],
    ["2026-10-10T12:00:00+02:00", "final_report", "2026-11-10T11:00:00.000Z"],
    // Days that the next month lacks.
    ["2027-01-31T09:00:00+01:00", "final_report", "2027-02-28T08:00:00.000Z"],
    ["2028-01-31T09:00:00+01:00", "final_report", "2028-02-29T08:00:00.000Z"],
    ["2027-01-29T09:00:00+01:00", "final_report", "2027-02-28T08:00:00.000Z"],
    ["2027-03-31T09:00:00+02:00", "final_report", "2027-04-30T07:00:00.000Z"],
    ["2026-12-31T23:59:00+01:00", "final_report", "2027-01-31T22:59:00.000Z"],
    // 28 March 2027 02:30 is not there: the first instant after the gap's length.
    ["2027-02-28T02:30:00+01:00", "final_report", "2027-03-28T01:30:00.000Z"],
    // Late on the last of January here is already February in UTC elsewhere: the local day counts.
    ["2027-01-31T00:30:00+01:00", "final_report", "2027-02-27T23:30:00.000Z"],
  ] as const)("aware %s, %s → %s", (aware, step, expected) => {
    expect(due(aware, step)).toBe(expected);
  });

  it("come in their order, each warned of before it is due, for any instant", () => {
    const instants = fc.date({ min: new Date("2026-01-01"), max: new Date("2036-01-01"), noInvalidDate: true });
    fc.assert(
      fc.property(instants, (aware) => {
        const [early, notice, final] = (["early_warning", "notification", "final_report"] as const).map((step) =>
          reportDue(aware, step, zone).getTime(),
        ) as [number, number, number];
        expect(early < notice && notice < final).toBe(true);
        const days = (final - aware.getTime()) / 86_400_000;
        expect(days).toBeGreaterThan(27.9);
        expect(days).toBeLessThan(31.1);
        const warned = warnAt(aware, new Date(final)).getTime();
        expect(warned > aware.getTime() && warned < final).toBe(true);
      }),
    );
  });

  it("are soon at 75 %, overdue after the instant itself, and made in time or late", () => {
    const dueAt = new Date("2026-12-15T09:00:00Z");
    const report = { dueAt, warnAt: new Date("2026-12-15T03:00:00Z"), reportedAt: null };
    const at = (iso: string, reportedAt: Date | null = null) => reportState({ ...report, reportedAt }, new Date(iso));
    expect(at("2026-12-15T02:59:59Z")).toBe("running");
    expect(at("2026-12-15T03:00:00Z")).toBe("soon");
    expect(at("2026-12-15T09:00:00Z")).toBe("soon");
    expect(at("2026-12-15T09:00:00.001Z")).toBe("overdue");
    expect(at("2027-01-01T00:00:00Z", dueAt)).toBe("made");
    expect(at("2027-01-01T00:00:00Z", new Date("2026-12-15T09:00:00.001Z"))).toBe("made_late");
  });

  it("tell the time that is left in whole minutes", () => {
    const from = new Date("2026-12-14T09:00:30Z");
    expect(spanBetween(from, new Date("2026-12-16T10:02:29Z"))).toEqual({ days: 2, hours: 1, minutes: 1 });
    expect(spanBetween(new Date("2026-12-16T10:02:29Z"), from)).toEqual({ days: 2, hours: 1, minutes: 1 });
  });
});

describe("a local day and time", () => {
  it("is an instant, and back", () => {
    const at = instantOf({ day: "2026-12-14", time: "8.05" }, "x", zone);
    expect(at?.toISOString()).toBe("2026-12-14T07:05:00.000Z");
    expect(momentOf(at as Date, zone)).toEqual({ day: "2026-12-14", time: "08.05" });
    expect(instantOf({ day: "", time: "" }, "x", zone)).toBeNull();
  });

  it("names the half that is missing", () => {
    const fault = (moment: { day: string; time: string }) => {
      try {
        instantOf(moment, "nextUpdate", zone);
      } catch (thrown) {
        return (thrown as { fields: { path: string }[] }).fields.map(({ path }) => path);
      }
    };
    expect(fault({ day: "2026-12-14", time: "" })).toEqual(["nextUpdate.time"]);
    expect(fault({ day: "", time: "8.00" })).toEqual(["nextUpdate.day"]);
  });
});
