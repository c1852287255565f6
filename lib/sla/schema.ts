import * as z from "zod";
import { type ClockState, clockTargets, waitingFor } from "@/db/words";

export const weekdays = ["mon", "tue", "wed", "thu", "fri", "sat", "sun"] as const;
export type Weekday = (typeof weekdays)[number];

/** "YYYY-MM-DD", a date that exists. */
export const LocalDate = z.string().refine(isRealDate, "sla.date");

/** "HH:MM" on the wall, 00:00–24:00. */
const WallTime = z.string().regex(/^(?:(?:[01]\d|2[0-3]):[0-5]\d|24:00)$/, "sla.wallTime");

/** Half-open on the wall: open at the first, closed at the second. Past midnight is written as two, on two days. */
export const Interval = z.tuple([WallTime, WallTime]).refine(([from, to]) => from < to, "sla.intervalBackwards");
export type Interval = z.infer<typeof Interval>;

/** A day's opening hours in order, none overlapping; empty is closed. */
export const DayHours = z
  .array(Interval)
  .refine((list) => list.every(([from], i) => i === 0 || (list[i - 1]?.[1] ?? "") <= from), "sla.intervalsOverlap");

/** Opening hours by weekday; a missing weekday is closed. */
export const WeekHours = z.strictObject({
  mon: DayHours.optional(),
  tue: DayHours.optional(),
  wed: DayHours.optional(),
  thu: DayHours.optional(),
  fri: DayHours.optional(),
  sat: DayHours.optional(),
  sun: DayHours.optional(),
});
export type WeekHours = z.infer<typeof WeekHours>;

export const TimeZone = z.string().refine(isTimeZone, "sla.timeZone");

/** A closed day and why: `name` is what a person reads ("julafton"). */
export const ClosedDay = z.strictObject({ date: LocalDate, name: z.string().min(1).max(100).optional() });
export type ClosedDay = z.infer<typeof ClosedDay>;

/** A day with hours of its own, half days too; `name` as in ClosedDay. */
export const SpecialDay = z.strictObject({
  date: LocalDate,
  hours: DayHours,
  name: z.string().min(1).max(100).optional(),
});
export type SpecialDay = z.infer<typeof SpecialDay>;

/** A municipality's working time. A date in `closed` wins over `special`, and both win over `hours`. Never change one in place. */
export const Calendar = z.strictObject({
  timeZone: TimeZone,
  hours: WeekHours,
  closed: z.array(ClosedDay).refine(eachDateOnce, "sla.dateTwice"),
  special: z.array(SpecialDay).refine(eachDateOnce, "sla.dateTwice"),
});
export type Calendar = z.infer<typeof Calendar>;

/** Twenty years of working days, ten years round the clock: beyond that a target is a slip of the pen. */
export const WorkingDays = z.int("sla.amount").min(0, "sla.amount").max(5_000, "sla.amount");
export const WorkingMinutes = z.int("sla.amount").min(0, "sla.amount").max(5_256_000, "sla.amount");

/** `cutOff`: what is received at or after this local time has the next date as its day 0. */
const DayAmount = z.strictObject({ workingDays: WorkingDays, cutOff: WallTime.optional() });
const MinuteAmount = z.strictObject({ workingMinutes: WorkingMinutes });

/** What a clock is held to. Only an explicit `false` lets the clock run on while it waits for an approval. */
export const Policy = z.strictObject({
  target: z.enum(clockTargets),
  amount: z.union([DayAmount, MinuteAmount]),
  pausesWhileAwaitingApproval: z.boolean().optional(),
});
export type Policy = z.infer<typeof Policy>;

export const clockEventKinds = ["started", "paused", "resumed", "stopped", "reopened", "cancelled"] as const;

/** One line of a clock's append-only log. */
export const ClockEvent = z.strictObject({
  at: z.date(),
  kind: z.enum(clockEventKinds),
  waitingFor: z.enum(waitingFor).optional(),
  reason: z.string().optional(),
  reviewAt: z.date().optional(),
});
export type ClockEvent = z.infer<typeof ClockEvent>;

export const ledgerCodes = [
  "received",
  "received_after_cut_off",
  "working_day",
  "half_day",
  "special_hours",
  "weekend",
  "no_hours",
  "closed",
  "paused",
  "stopped",
] as const;
export type LedgerCode = (typeof ledgerCodes)[number];

/** Why a day counts or not. `name`: the closed or special day's; `waitingFor`: whose turn it was while paused. */
export type LedgerReason = { code: LedgerCode; name?: string | undefined; waitingFor?: ClockEvent["waitingFor"] };

/** One local date between receipt and due. `number` under a policy of days, `minutes` (counted working minutes) under one of minutes. */
export type LedgerDay = {
  date: string;
  counted: boolean;
  number?: number;
  minutes?: number;
  reason: LedgerReason;
  closesAt?: Date;
};

/**
 * The verdict on one log. All minutes are whole working minutes, rounded down; a pause still open runs until `now`.
 * `remaining…` count down to the due instant and turn negative after it; `remainingWorkingDays` are those after today.
 */
export type Clock = {
  startedAt: Date;
  dueAt: Date;
  warnAt: Date;
  state: ClockState;
  elapsedMinutes: number;
  pausedMinutes: number;
  remainingMinutes: number;
  remainingWorkingDays: number;
  ledger: LedgerDay[];
};

function isRealDate(text: string): boolean {
  const [, year, month, date] = /^(\d{4})-(\d{2})-(\d{2})$/.exec(text) ?? [];
  if (!year || !month || !date) return false;
  const at = new Date(`${text}T00:00:00Z`);
  return at.getUTCMonth() + 1 === Number(month) && at.getUTCDate() === Number(date) && Number(year) >= 1900;
}

function isTimeZone(text: string): boolean {
  // Intl also takes bare offsets ("+01:00"), which know no summer time.
  if (!/^[A-Za-z]/.test(text)) return false;
  try {
    return new Intl.DateTimeFormat("en", { timeZone: text }) instanceof Intl.DateTimeFormat;
  } catch {
    return false; // Intl's list of zones leaves out its aliases, so asking is the only way to know.
  }
}

function eachDateOnce(days: { date: string }[]): boolean {
  return new Set(days.map((each) => each.date)).size === days.length;
}
