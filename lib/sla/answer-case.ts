import { translator } from "@/lib/base/language";
import type { SlaCase } from "./case-file";
import { compileCalendar } from "./compiled-calendar";
import { describeDay } from "./describe-day";
import { evaluate } from "./evaluate";
import { joinPauses, type Pause, pauseEvents } from "./pause-events";
import type { Calendar, LedgerDay, LedgerReason, Policy } from "./schema";
import { netOpenMs } from "./working-time";
import { isoInZone, minuteMs } from "./zone";

type LedgerLine = { date: string; counted: boolean; number?: number; reason: string };

/** One case's answer as `npm run sla` prints it: instants with the zone's offset, minutes whole and rounded down. */
export type SlaAnswer = { dueAt: string; ledger?: LedgerLine[] } | { elapsedMinutes: number };

/** Answers one case with the evaluation that every clock in the portal is held to. RuleBroken as in evaluate. */
export function answerCase(question: SlaCase, calendar: Calendar): SlaAnswer {
  const { start, pauses = [] } = question;
  if ("end" in question) {
    const ms = netOpenMs(compileCalendar(calendar), start.getTime(), question.end.getTime(), joinPauses(pauses));
    return { elapsedMinutes: Math.floor(ms / minuteMs) };
  }
  const amount = "workingDays" in question ? { workingDays: question.workingDays } : question;
  const { dueAt, ledger } = evaluatePauses(start, pauses, calendar, { target: "delivery", amount });
  const due = { dueAt: isoInZone(dueAt, calendar.timeZone) };
  return "workingDays" in question ? { ...due, ledger: ledger.map(ledgerLine) } : due;
}

function evaluatePauses(start: Date, pauses: readonly Pause[], calendar: Calendar, policy: Policy) {
  const events = pauseEvents(pauses);
  const now = events.at(-1)?.at ?? start;
  return evaluate([{ at: start, kind: "started" }, ...events], calendar, policy, now);
}

function ledgerLine(day: LedgerDay): LedgerLine {
  const { date, counted, number } = day;
  const reason = reasonInWords(day);
  return number === undefined ? { date, counted, reason } : { date, counted, number, reason };
}

const translate = translator("en");
const words = new WeakMap<LedgerReason, string>();

/** A compiled calendar has one reason object for each weekday and each date of its own, so each is put into words once. */
function reasonInWords(day: LedgerDay): string {
  const known = words.get(day.reason) ?? describeDay(day, translate);
  words.set(day.reason, known);
  return known;
}
