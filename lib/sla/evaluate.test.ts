import { describe, expect, it } from "vitest";
import { evaluate, quote } from "./evaluate";
import { calendar, eightHours, fortnight, local, log, shown } from "./office-fixture";
import type { Calendar, Policy } from "./schema";

describe("fourteen working days", () => {
  it.each([
    ["2026-12-14 09:00", "2027-01-08 16:00", "over Christmas with both eves closed"],
    ["2026-06-08 09:00", "2026-06-29 17:00", "over midsummer"],
    ["2026-12-14 00:00", "2027-01-08 16:00", "from the first minute of the day"],
    ["2026-12-14 23:59", "2027-01-08 16:00", "to the last minute of the day"],
    ["2026-12-12 11:00", "2027-01-07 17:00", "received on a Saturday: Monday is day 1"],
    ["2026-12-24 10:00", "2027-01-19 17:00", "received on julafton"],
    [
      "2026-03-23 08:00",
      "2026-04-14 17:00",
      "over Easter, over the change to summer time, with a half day that counts",
    ],
    ["2028-02-14 08:00", "2028-03-03 16:00", "over a leap day that is a working day"],
    ["2026-10-12 08:00", "2026-10-30 16:00", "over the change to winter time"],
  ])("received %s is due %s: %s", (received, due) => {
    expect(shown(quote(local(received), calendar, fortnight).dueAt)).toBe(due);
  });

  it("moves day 0 to the next date at the cut-off, and not a minute before", () => {
    const policy: Policy = { target: "delivery", amount: { workingDays: 1, cutOff: "15:00" } };
    expect(shown(quote(local("2026-11-09 14:59"), calendar, policy).dueAt)).toBe("2026-11-10 17:00");
    const late = quote(local("2026-11-09 15:00"), calendar, policy);
    expect(shown(late.dueAt)).toBe("2026-11-11 17:00");
    expect(late.ledger.map((each) => each.reason.code)).toEqual(["received", "received_after_cut_off", "working_day"]);
  });

  it("explains every day of the promise, and closes with it", () => {
    const { ledger, dueAt } = quote(local("2026-12-22 09:00"), calendar, {
      target: "delivery",
      amount: { workingDays: 4 },
    });
    const lines = ledger.map(
      ({ date, number, reason }) => `${date.slice(5)} ${number ?? "-"} ${reason.name ?? reason.code}`,
    );
    expect(lines).toEqual([
      "12-22 - received",
      "12-23 1 working_day",
      "12-24 - julafton",
      "12-25 - juldagen",
      "12-26 - annandag jul",
      "12-27 - weekend",
      "12-28 2 working_day",
      "12-29 3 working_day",
      "12-30 4 working_day",
    ]);
    expect(ledger.at(-1)?.closesAt).toEqual(dueAt);
  });

  it("counts a half day, named, and is due when it closes", () => {
    const { ledger, dueAt } = quote(local("2026-04-01 09:00"), calendar, {
      target: "delivery",
      amount: { workingDays: 1 },
    });
    expect(shown(dueAt)).toBe("2026-04-02 12:00");
    expect(ledger.at(-1)).toMatchObject({ counted: true, reason: { code: "half_day", name: "skärtorsdagen" } });
  });

  it("of zero is the same day, or the next working day once it has closed", () => {
    const sameDay: Policy = { target: "delivery", amount: { workingDays: 0 } };
    expect(shown(quote(local("2026-11-09 09:00"), calendar, sameDay).dueAt)).toBe("2026-11-09 17:00");
    expect(shown(quote(local("2026-11-13 16:00"), calendar, sameDay).dueAt)).toBe("2026-11-16 17:00");
  });
});

describe("waiting", () => {
  const twoDays: Policy = { target: "delivery", amount: { workingDays: 2 } };
  const now = local("2026-11-20 12:00");

  it.each([
    ["2026-11-10 07:00", "2026-11-10 17:00", "2026-11-12 17:00", "a whole day does not count"],
    ["2026-11-09 15:00", "2026-11-10 16:59", "2026-11-11 17:00", "a minute short of the day counts"],
    ["2026-11-10 07:01", "2026-11-11 07:00", "2026-11-11 17:00", "a minute late into the day counts"],
    ["2026-11-09 17:00", "2026-11-12 07:00", "2026-11-13 16:00", "two whole days do not count"],
  ])("from %s to %s is due %s: %s", (from, to, due) => {
    const events = log(["2026-11-09 09:00", "started"], [from, "paused", "requester"], [to, "resumed"]);
    const clock = evaluate(events, calendar, twoDays, now);
    expect(shown(clock.dueAt)).toBe(due);
    const waited = clock.ledger.filter((each) => each.reason.code === "paused");
    expect(waited.every((each) => !each.counted && each.reason.waitingFor === "requester")).toBe(true);
  });

  it("moves working time by the working time inside it: a weekend costs nothing", () => {
    const events = log(
      ["2026-11-12 15:00", "started"],
      ["2026-11-13 15:00", "paused"],
      ["2026-11-16 08:00", "resumed"],
    );
    const clock = evaluate(events, calendar, eightHours, local("2026-11-17 12:00"));
    expect(shown(quote(local("2026-11-12 15:00"), calendar, eightHours).dueAt)).toBe("2026-11-13 13:00");
    expect(shown(clock.dueAt)).toBe("2026-11-13 13:00");
    const longer = evaluate(
      events,
      calendar,
      { ...eightHours, amount: { workingMinutes: 660 } },
      local("2026-11-17 12:00"),
    );
    expect(shown(longer.dueAt)).toBe("2026-11-16 09:00");
    expect(longer).toMatchObject({ pausedMinutes: 120, state: "breached" });
  });

  it("without an end runs until now, and the due instant with it", () => {
    const events = log(["2026-11-09 08:00", "started"], ["2026-11-09 10:00", "paused", "supplier"]);
    const early = evaluate(events, calendar, eightHours, local("2026-11-09 12:00"));
    const late = evaluate(events, calendar, eightHours, local("2026-11-10 12:00"));
    expect([early, late].map((clock) => shown(clock.dueAt))).toEqual(["2026-11-10 08:00", "2026-11-11 08:00"]);
    expect([early.remainingMinutes, late.remainingMinutes]).toEqual([360, 360]);
    expect([early.state, late.state]).toEqual(["paused", "paused"]);
  });

  it("for an approval lets the clock run where the policy says so", () => {
    const events = log(
      ["2026-11-09 08:00", "started"],
      ["2026-11-09 09:00", "paused", "approval"],
      ["2026-11-09 11:00", "resumed"],
    );
    const running = { ...eightHours, pausesWhileAwaitingApproval: false };
    expect(evaluate(events, calendar, running, now).pausedMinutes).toBe(0);
    expect(evaluate(events, calendar, eightHours, now).pausedMinutes).toBe(120);
  });
});

describe("working minutes", () => {
  it("are not moved by a pause that begins when they are over", () => {
    const events = log(
      ["2026-11-09 08:00", "started"],
      ["2026-11-09 16:00", "paused"],
      ["2026-11-09 16:30", "resumed"],
    );
    expect(shown(evaluate(events, calendar, eightHours, local("2026-11-09 17:00")).dueAt)).toBe("2026-11-09 16:00");
  });

  it("end at midnight on the day that ends, and the ledger with them", () => {
    const late: Calendar = { ...calendar, hours: { mon: [["22:00", "24:00"]] } };
    const { dueAt, ledger } = quote(local("2026-11-09 21:00"), late, {
      target: "response",
      amount: { workingMinutes: 120 },
    });
    expect(shown(dueAt)).toBe("2026-11-10 00:00");
    expect(ledger.map(({ date, minutes }) => [date, minutes])).toEqual([["2026-11-09", 120]]);
  });

  it("start at the next opening, and tell where they went", () => {
    const { dueAt, ledger } = quote(local("2026-11-06 18:00"), calendar, {
      target: "response",
      amount: { workingMinutes: 660 },
    });
    expect(shown(dueAt)).toBe("2026-11-10 08:00");
    expect(ledger.map(({ counted, minutes, reason }) => [counted, minutes, reason.code])).toEqual([
      [false, undefined, "received"],
      [false, undefined, "weekend"],
      [false, undefined, "weekend"],
      [true, 600, "working_day"],
      [true, 60, "working_day"],
    ]);
  });

  it("of zero are due when the clock starts", () => {
    const atOnce: Policy = { target: "response", amount: { workingMinutes: 0 } };
    expect(shown(quote(local("2026-11-06 18:00"), calendar, atOnce).dueAt)).toBe("2026-11-09 07:00");
    expect(shown(quote(local("2026-11-09 09:30"), calendar, atOnce).dueAt)).toBe("2026-11-09 09:30");
  });
});
