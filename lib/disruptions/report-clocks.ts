import { Temporal } from "temporal-polyfill";
import type { IncidentReportStep } from "@/db/words";

const hourMs = 3_600_000;

/**
 * When each report is due, by the calendar and never by office hours (the cyber security act, 2025:1506): 24 and 72 hours that have
 * passed whatever the wall clocks did, and a month to the same local time. A day that the month lacks is its last: 31 January, 28 February.
 */
export function reportDue(awareAt: Date, step: IncidentReportStep, timeZone: string): Date {
  if (step === "early_warning") return new Date(awareAt.getTime() + 24 * hourMs);
  if (step === "notification") return new Date(awareAt.getTime() + 72 * hourMs);
  const here = Temporal.Instant.fromEpochMilliseconds(awareAt.getTime()).toZonedDateTimeISO(timeZone);
  return new Date(here.add({ months: 1 }, { overflow: "constrain" }).epochMilliseconds);
}

/** Three quarters of the time: then someone is warned. */
export function warnAt(awareAt: Date, dueAt: Date): Date {
  return new Date(awareAt.getTime() + (dueAt.getTime() - awareAt.getTime()) * 0.75);
}

export type ReportState = "made" | "made_late" | "running" | "soon" | "overdue";

type Report = { dueAt: Date; warnAt: Date; reportedAt: Date | null };

export function reportState({ dueAt, warnAt: warned, reportedAt }: Report, now: Date): ReportState {
  if (reportedAt) return reportedAt > dueAt ? "made_late" : "made";
  if (now > dueAt) return "overdue";
  return now >= warned ? "soon" : "running";
}

export type Span = { days: number; hours: number; minutes: number };

/** What lies between two instants, in whole minutes: rounded down, so that nothing is promised that is not there. */
export function spanBetween(from: Date, to: Date): Span {
  const minutes = Math.floor(Math.abs(to.getTime() - from.getTime()) / 60_000);
  return { days: Math.floor(minutes / 1440), hours: Math.floor((minutes % 1440) / 60), minutes: minutes % 60 };
}
