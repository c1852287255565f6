import { RuleBroken } from "@/lib/base/errors";
import type { CalendarDay, CompiledCalendar } from "./compiled-calendar";
import type { LedgerDay, LedgerReason, Policy } from "./schema";
import type { Timeline, Wait } from "./timeline";
import { addNetOpenMs, netOpenMs, neverOpens } from "./working-time";
import { localDay, minuteMs, wallMsAt, wallTimeMs } from "./zone";

/** The due instant in milliseconds since 1970, and the days that lead to it. */
export type Due = { dueAt: number; ledger: LedgerDay[] };

export function dueOf(calendar: CompiledCalendar, timeline: Timeline, { amount }: Policy): Due {
  return "workingDays" in amount
    ? dueByDays(calendar, timeline, amount)
    : dueByMinutes(calendar, timeline, amount.workingMinutes);
}

const receivedReason: LedgerReason = { code: "received" };
const patienceDays = 5 * 366;
const horizonDays = 100 * 366;

/**
 * Day 0 is the local date of receipt, day n the nth working day after it; due at closing time on day n. A working day on which the
 * order waited through all opening hours does not count. 0 days: closing time on day 0, or on day 1 where that has passed.
 */
function dueByDays(
  calendar: CompiledCalendar,
  timeline: Timeline,
  amount: { workingDays: number; cutOff?: string | undefined },
): Due {
  const ledger = receiptDays(calendar, timeline.startedAt, amount.cutOff);
  const first = localDay(calendar.timeZone, timeline.startedAt) + ledger.length;
  const dayZero = calendar.day(first - 1);
  if (amount.workingDays === 0 && closingOf(dayZero) > timeline.startedAt) return { dueAt: closingOf(dayZero), ledger };

  const wanted = Math.max(1, amount.workingDays);
  let number = 0;
  let lastOpen = first;
  for (let next = first; next < first + horizonDays; next++) {
    const day = calendar.day(next);
    if (day.openMs > 0) lastOpen = next;
    else if (next - lastOpen > patienceDays) return neverOpens();
    const hindrance = day.openMs > 0 ? waitThroughout(day, timeline.waits) : day.reason;
    if (hindrance) {
      ledger.push(entry(day, false, hindrance));
      continue;
    }
    number += 1;
    const counted = entry(day, true, day.reason);
    counted.number = number;
    ledger.push(counted);
    if (number === wanted) return { dueAt: closingOf(day), ledger };
  }
  throw new RuleBroken("sla.tooFarAway", { years: 100 });
}

/** Day 0, with the day before it where the order came after the cut-off. */
function receiptDays(calendar: CompiledCalendar, startedAt: number, cutOff: string | undefined): LedgerDay[] {
  const received = localDay(calendar.timeZone, startedAt);
  const days = [entry(calendar.day(received), false, receivedReason)];
  if (cutOff !== undefined && wallMsAt(calendar.timeZone, startedAt) >= wallTimeMs(cutOff)) {
    days.push(entry(calendar.day(received + 1), false, { code: "received_after_cut_off" }));
  }
  return days;
}

/** A pause's working time moves the due instant by exactly that much. */
function dueByMinutes(calendar: CompiledCalendar, { startedAt, waits }: Timeline, minutes: number): Due {
  const dueAt = addNetOpenMs(calendar, startedAt, minutes * minuteMs, waits);
  const first = localDay(calendar.timeZone, startedAt);
  // A clock that is due at midnight is due on the day that then ends.
  const last = Math.max(first, localDay(calendar.timeZone, dueAt - 1));
  const ledger: LedgerDay[] = [];
  for (let next = first; next <= last; next++) {
    ledger.push(
      minutesOn(calendar, calendar.day(next), { from: startedAt, to: dueAt, waits, isFirst: next === first }),
    );
  }
  return { dueAt, ledger };
}

type Counting = { from: number; to: number; waits: Wait[]; isFirst: boolean };

function minutesOn(calendar: CompiledCalendar, day: CalendarDay, { from, to, waits, isFirst }: Counting): LedgerDay {
  const ms = day.spans.reduce((sum, span) => {
    return sum + netOpenMs(calendar, Math.max(from, span.from), Math.min(to, span.to), waits);
  }, 0);
  if (ms > 0) return { ...entry(day, true, day.reason), minutes: Math.floor(ms / minuteMs) };
  if (isFirst) return entry(day, false, receivedReason);
  return entry(day, false, day.openMs > 0 ? (waitThroughout(day, waits) ?? day.reason) : day.reason);
}

function entry(day: CalendarDay, counted: boolean, reason: LedgerReason): LedgerDay {
  const plain: LedgerDay = { date: day.date, counted, reason };
  if (day.openMs > 0) plain.closesAt = new Date(closingOf(day));
  return plain;
}

/** The reason for which all of a day's opening hours passed in waiting, the first of them where there are several. */
function waitThroughout(day: CalendarDay, waits: Wait[]): LedgerReason | undefined {
  let waited = 0;
  let reason: LedgerReason | undefined;
  for (const wait of waits) {
    for (const span of day.spans) {
      const ms = Math.min(wait.to, span.to) - Math.max(wait.from, span.from);
      if (ms <= 0) continue;
      waited += ms;
      reason ??= wait.reason;
    }
  }
  return waited >= day.openMs ? reason : undefined;
}

function closingOf(day: CalendarDay): number {
  return day.spans.at(-1)?.to ?? Number.NEGATIVE_INFINITY;
}
