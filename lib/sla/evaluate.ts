import type { ClockState } from "@/db/words";
import { type CompiledCalendar, compileCalendar } from "./compiled-calendar";
import { dueOf } from "./due";
import type { Calendar, Clock, ClockEvent, LedgerDay, Policy } from "./schema";
import { type Timeline, timelineOf } from "./timeline";
import { addNetOpenMs, netOpenMs } from "./working-time";
import { dateOfDay, localDay, minuteMs } from "./zone";

/** A clock is warned for when three quarters of its working time have passed. */
const warnShare = 0.75;

/**
 * The only date arithmetic of the portal: what a log of events says at `now` under a calendar and a policy. Pure; the log may come in
 * any order, and what lies after `now` has not happened yet. The ledger is how the due instant was found, so the two cannot differ.
 * RuleBroken: `sla.notStarted` for a log without a start, `sla.neverOpens` and `sla.tooFarAway` for a calendar that gives no due date.
 */
export function evaluate(events: ClockEvent[], calendar: Calendar, policy: Policy, now: Date): Clock {
  const compiled = compileCalendar(calendar);
  const timeline = timelineOf(events, policy, now.getTime());
  const { startedAt, asOf, waits } = timeline;
  const { dueAt, ledger } = dueOf(compiled, timeline, policy);
  const wholeMs = netOpenMs(compiled, startedAt, dueAt, waits);
  const elapsedMs = netOpenMs(compiled, startedAt, asOf, waits);
  const warnMs = Math.ceil(wholeMs * warnShare);
  return {
    startedAt: new Date(startedAt),
    dueAt: new Date(dueAt),
    warnAt: new Date(warnMs > 0 ? addNetOpenMs(compiled, startedAt, warnMs, waits) : dueAt),
    state: stateOf(timeline, dueAt),
    elapsedMinutes: Math.floor(elapsedMs / minuteMs),
    pausedMinutes: Math.floor((netOpenMs(compiled, startedAt, asOf, []) - elapsedMs) / minuteMs),
    remainingMinutes: Math.floor((wholeMs - elapsedMs) / minuteMs),
    remainingWorkingDays: remainingDays(compiled, ledger, asOf),
    ledger,
  };
}

/** The promise for something received now: the same evaluation, of a log that holds the receipt alone. */
export function quote(receivedAt: Date, calendar: Calendar, policy: Policy): Clock {
  return evaluate([{ at: receivedAt, kind: "started" }], calendar, policy, receivedAt);
}

function stateOf({ asOf, mode }: Timeline, dueAt: number): ClockState {
  if (asOf > dueAt) return "breached";
  return mode === "stopped" ? "met" : mode;
}

/** Counted days after today; once the due day has passed, minus the working days since. */
function remainingDays(calendar: CompiledCalendar, ledger: LedgerDay[], asOf: number): number {
  const today = localDay(calendar.timeZone, asOf);
  const date = dateOfDay(today);
  const dueDate = ledger.at(-1)?.date ?? date;
  if (date <= dueDate) return ledger.filter((each) => each.counted && each.date > date).length;
  let late = 0;
  for (let day = today; calendar.day(day).date > dueDate; day--) if (calendar.day(day).openMs > 0) late += 1;
  return -late;
}
