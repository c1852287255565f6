import fc from "fast-check";
import { describe, expect, it, vi } from "vitest";
import { evaluate, quote } from "./evaluate";
import { minuteOracle, type Stretch } from "./minute-oracle";
import { pauseEvents } from "./pause-events";
import { caseCount, type RandomCase, randomCase } from "./random-cases";
import type { Calendar, ClockEvent, Policy } from "./schema";
import { addWorkingMinutes, isOpen, nextOpening, workingMinutesBetween } from "./working-time";

vi.setConfig({ testTimeout: 20_000 + caseCount * 50 });

const at = (minute: number) => new Date(minute * 60_000);
const minuteOf = (instant: Date) => instant.getTime() / 60_000;
const inMinutes = (workingMinutes: number): Policy => ({ target: "resolution", amount: { workingMinutes } });
const inDays = (workingDays: number): Policy => ({ target: "delivery", amount: { workingDays } });

function logOf(start: number, waits: Stretch[]): ClockEvent[] {
  return [{ at: at(start), kind: "started" }, ...pauseEvents(waits.map(([from, to]) => [at(from), at(to)] as const))];
}

/** After everything in the log has happened. */
const whenAllIsOver = (start: number, waits: Stretch[]) => at(Math.max(start, ...waits.map(([, to]) => to)));

function holds(rule: (example: RandomCase) => void, share = 1) {
  fc.assert(fc.property(randomCase, rule), { numRuns: Math.ceil(caseCount * share) });
}

describe("against the minute oracle", () => {
  it("finds the same due minute, elapsed and paused time under a policy of working minutes", () => {
    holds(({ calendar, start, waits, minutes }) => {
      const oracle = minuteOracle(calendar);
      const now = whenAllIsOver(start, waits);
      const clock = evaluate(logOf(start, waits), calendar, inMinutes(minutes), now);
      const elapsed = oracle.elapsed(start, minuteOf(now), waits);
      expect(minuteOf(clock.dueAt)).toBe(oracle.dueByMinutes(start, minutes, waits));
      expect(clock.elapsedMinutes).toBe(elapsed);
      expect(clock.pausedMinutes).toBe(oracle.elapsed(start, minuteOf(now), []) - elapsed);
      expect(clock.remainingMinutes).toBe(minutes - elapsed);
      expect(clock.ledger.reduce((sum, day) => sum + (day.minutes ?? 0), 0)).toBe(minutes);
    });
  });

  it("finds the same due minute and the same counted days under a policy of working days", () => {
    holds(({ calendar, start, waits, days }) => {
      const expected = minuteOracle(calendar).dueByDays(start, days, waits);
      const clock = evaluate(logOf(start, waits), calendar, inDays(days), whenAllIsOver(start, waits));
      expect(minuteOf(clock.dueAt)).toBe(expected.due);
      expect(clock.ledger.filter((day) => day.counted).map((day) => day.date)).toEqual(expected.counted);
      expect(clock.ledger.filter((day) => day.reason.code === "paused").map((day) => day.date)).toEqual(
        expected.waited,
      );
    });
  });

  it("agrees on what is open and when it opens next", () => {
    holds(({ calendar, start }) => {
      const oracle = minuteOracle(calendar);
      let minute = start;
      while (!oracle.isOpen(minute)) minute += 1;
      expect(isOpen(calendar, at(start))).toBe(minute === start);
      expect(nextOpening(calendar, at(start))).toEqual(at(minute));
      expect(workingMinutesBetween(calendar, at(start), at(minute))).toBe(0);
    });
  });
});

describe("working time", () => {
  it("adds up: A to B and B to C is A to C; it never falls", () => {
    holds(({ calendar, start, minutes, days }) => {
      const [a, b, c] = [at(start), at(start + minutes), at(start + minutes + days * 700)];
      const [ab, bc] = [workingMinutesBetween(calendar, a, b), workingMinutesBetween(calendar, b, c)];
      expect(ab + bc).toBe(workingMinutesBetween(calendar, a, c));
      expect(Math.min(ab, bc)).toBeGreaterThanOrEqual(0);
      expect(ab).toBeLessThanOrEqual(minutes);
    });
  });

  it("turns round: the due instant is the first by which the time has elapsed", () => {
    holds(({ calendar, start, minutes }) => {
      const due = addWorkingMinutes(calendar, at(start), minutes);
      expect(workingMinutesBetween(calendar, at(start), due)).toBe(minutes);
      expect(workingMinutesBetween(calendar, at(start), at(minuteOf(due) - 1))).toBe(minutes - 1);
      expect(isOpen(calendar, at(minuteOf(due) - 1))).toBe(true);
    });
  });

  it("is shortened by a half day exactly, and by nothing else", () => {
    holds(({ calendar, start }) => {
      const date = at(start + 5 * 1440)
        .toISOString()
        .slice(0, 10);
      const rest = { ...calendar, closed: [], special: calendar.special.filter((day) => day.date !== date) };
      const withHours = (from: string, to: string): Calendar => {
        return { ...rest, special: [...rest.special, { date, hours: [[from, to]] }] };
      };
      const passed = (each: Calendar) => workingMinutesBetween(each, at(start), at(start + 10 * 1440));
      expect(passed(withHours("08:00", "17:00")) - passed(withHours("08:00", "12:00"))).toBe(300);
    });
  });

  it("does not care in which order the closed days stand", () => {
    holds(({ calendar, start, minutes, days }) => {
      const turned = { ...calendar, closed: calendar.closed.toReversed(), special: calendar.special.toReversed() };
      expect(quote(at(start), turned, inMinutes(minutes))).toEqual(quote(at(start), calendar, inMinutes(minutes)));
      expect(quote(at(start), turned, inDays(days))).toEqual(quote(at(start), calendar, inDays(days)));
    });
  });

  it("changes with the calendar from the changed date on, and not before it", () => {
    holds(({ calendar, start, minutes }) => {
      const before = quote(at(start), calendar, inMinutes(minutes));
      const changed = new Date(before.dueAt.getTime() + 2 * 86_400_000).toISOString().slice(0, 10);
      const closed = [...calendar.closed.filter((day) => day.date !== changed), { date: changed }];
      expect(quote(at(start), { ...calendar, closed }, inMinutes(minutes))).toEqual(before);
    });
  });
});

describe("pauses", () => {
  it("move the due instant by the working time inside them, never by the wall's", () => {
    holds(({ calendar, start, waits, minutes }) => {
      const plain = quote(at(start), calendar, inMinutes(minutes));
      const paused = evaluate(logOf(start, waits), calendar, inMinutes(minutes), whenAllIsOver(start, waits));
      const inside = minuteOracle(calendar);
      const [from, to] = [start, minuteOf(paused.dueAt)];
      const waited = inside.elapsed(from, to, []) - inside.elapsed(from, to, waits);
      expect(workingMinutesBetween(calendar, plain.dueAt, paused.dueAt)).toBe(waited);
    });
  });

  it("count once when they come twice, and in whatever order the log has them", () => {
    holds(({ calendar, start, waits, minutes, days }, now = whenAllIsOver(start, waits)) => {
      const log = logOf(start, waits);
      const doubled = [...log, ...log.map((event) => ({ ...event }))].toReversed();
      for (const policy of [inMinutes(minutes), inDays(days)]) {
        expect(evaluate(doubled, calendar, policy, now)).toEqual(evaluate(log, calendar, policy, now));
      }
    });
  });

  it("are what the time between a stop and a reopening is", () => {
    holds(({ calendar, start, waits, minutes }, now = whenAllIsOver(start, waits)) => {
      const log = logOf(start, waits);
      const stopped = log.map((event): ClockEvent => {
        return {
          ...event,
          kind:
            ({ paused: "stopped", resumed: "reopened" } as Record<string, ClockEvent["kind"]>)[event.kind] ??
            event.kind,
        };
      });
      const { ledger: _, ...figures } = evaluate(log, calendar, inMinutes(minutes), now);
      expect(evaluate(stopped, calendar, inMinutes(minutes), now)).toMatchObject(figures);
    });
  });
});

describe("the ledger", () => {
  it("runs day by day from receipt to the due day, numbers what it counts, and closes when the promise does", () => {
    holds(({ calendar, start, waits, days }) => {
      const { dueAt, ledger, remainingWorkingDays } = evaluate(logOf(start, waits), calendar, inDays(days), at(start));
      const numbers = ledger.flatMap((day) => day.number ?? []);
      const first = Date.parse(ledger[0]?.date ?? "");
      expect(ledger.at(-1)).toMatchObject({ counted: true, number: days, closesAt: dueAt });
      expect(numbers).toEqual(Array.from({ length: days }, (_, index) => index + 1));
      expect(ledger.map((day) => Date.parse(day.date))).toEqual(ledger.map((_, index) => first + index * 86_400_000));
      expect(remainingWorkingDays).toBe(days);
    });
  });

  it("has its warning where three quarters of the time are gone", () => {
    holds(({ calendar, start, waits, minutes, days }) => {
      for (const policy of [inMinutes(minutes), inDays(days)]) {
        const { warnAt, dueAt } = evaluate(logOf(start, waits), calendar, policy, whenAllIsOver(start, waits));
        const passed = (until: Date, slack: number) => {
          return minuteOracle(calendar).elapsed(start, Math.ceil(minuteOf(until)) + slack, waits);
        };
        const whole = passed(dueAt, 0);
        expect(passed(warnAt, 0)).toBeGreaterThanOrEqual(whole * 0.75);
        expect(passed(warnAt, -1)).toBeLessThan(whole * 0.75 || 1);
      }
    }, 0.25);
  });
});
