import { describe, expect, it } from "vitest";
import { evaluate, quote } from "./evaluate";
import { calendar, day, eightHours, fortnight, local, log, shown, timeZone } from "./office-fixture";
import type { Calendar, ClockEvent, Policy } from "./schema";

describe("the state of a clock", () => {
  const started: [string, ClockEvent["kind"]] = ["2026-11-09 08:00", "started"];
  const at = (text: string, ...more: [string, ClockEvent["kind"]][]) => {
    return evaluate(log(started, ...more), calendar, eightHours, local(text));
  };

  it.each([
    ["2026-11-09 12:00", [], "running", 240, 240],
    ["2026-11-09 16:00", [], "running", 480, 0],
    ["2026-11-09 16:01", [], "breached", 481, -1],
    ["2026-11-09 18:00", [["2026-11-09 16:00", "stopped"]], "met", 480, 0],
    ["2026-11-09 18:00", [["2026-11-09 16:30", "stopped"]], "breached", 510, -30],
    ["2026-12-01 18:00", [["2026-11-09 10:00", "cancelled"]], "met", 120, 360],
    [
      "2026-11-10 10:00",
      [
        ["2026-11-09 10:00", "stopped"],
        ["2026-11-10 09:00", "reopened"],
      ],
      "running",
      180,
      300,
    ],
    [
      "2026-11-09 12:00",
      [
        ["2026-11-09 10:00", "resumed"],
        ["2026-11-09 11:00", "reopened"],
      ],
      "running",
      240,
      240,
    ],
    [
      "2026-11-09 12:00",
      [
        ["2026-11-09 11:00", "paused"],
        ["2026-11-09 11:30", "paused"],
      ],
      "paused",
      180,
      300,
    ],
  ] as [string, [string, ClockEvent["kind"]][], string, number, number][])(
    "at %s after %j is %s",
    (now, more, state, elapsed, remaining) => {
      expect(at(now, ...more)).toMatchObject({ state, elapsedMinutes: elapsed, remainingMinutes: remaining });
    },
  );

  it("is what was known then: later events have not happened yet, save the start", () => {
    expect(at("2026-11-09 12:00", ["2026-11-09 13:00", "stopped"])).toMatchObject({
      state: "running",
      elapsedMinutes: 240,
    });
    expect(at("2026-11-08 12:00")).toMatchObject({ state: "running", elapsedMinutes: 0, remainingMinutes: 480 });
  });

  it("warns when three quarters have passed, and counts the working days left", () => {
    const promise = (now: string) => evaluate(log(["2026-12-14 09:00", "started"]), calendar, fortnight, local(now));
    expect(shown(at("2026-11-09 12:00").warnAt)).toBe("2026-11-09 14:00");
    expect(
      ["2026-12-14 09:00", "2026-12-23 12:00", "2027-01-04 08:00", "2027-01-08 08:00"].map(
        (now) => promise(now).remainingWorkingDays,
      ),
    ).toEqual([14, 7, 3, 0]);
    expect(promise("2027-01-12 08:00")).toMatchObject({ remainingWorkingDays: -2, state: "breached" });
  });

  it("needs a start", () => {
    expect(() => evaluate([], calendar, eightHours, local("2026-11-09 12:00"))).toThrow("sla.notStarted");
  });
});

describe("a calendar that never opens", () => {
  it.each([fortnight, eightHours])("is refused, not searched for ever", (policy) => {
    const shut: Calendar = { timeZone, hours: {}, closed: [], special: [{ date: "2020-01-01", hours: day }] };
    expect(() => quote(local("2026-11-09 12:00"), shut, policy)).toThrow("sla.neverOpens");
  });

  it("or hardly ever, is refused too", () => {
    const rare: Calendar = { timeZone, hours: { mon: [["07:00", "07:01"]] }, closed: [], special: [] };
    const policy: Policy = { target: "resolution", amount: { workingMinutes: 100_000 } };
    expect(() => quote(local("2026-11-09 12:00"), rare, policy)).toThrow("sla.tooFarAway");
  });
});
