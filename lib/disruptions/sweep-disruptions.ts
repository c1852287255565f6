import { and, asc, eq, isNotNull, lte } from "drizzle-orm";
import type { Tx } from "@/db/client";
import { disruptions, incidentReports } from "@/db/schema/disruptions";
import { type Context, inTransaction, read } from "@/lib/base/context";
import { type DisruptionRow, disruptionOrThrow, write } from "./internal";
import { tellLate, tellReport } from "./letters";
import { storeNextSweep } from "./next-sweep";

const batch = 100;

/**
 * What the clock asks for of the disruptions, found by one indexed column: news that was promised and has not come, a report at three
 * quarters of its time, a report overdue. Told at once, day and night, each once.
 */
export async function sweepDisruptions(ctx: Context): Promise<number> {
  const { organisationId, nextSweepAt } = disruptions;
  const due = await read(ctx, (tx) =>
    tx
      .select({ id: disruptions.id })
      .from(disruptions)
      .where(and(eq(organisationId, ctx.organisation.id), isNotNull(nextSweepAt), lte(nextSweepAt, ctx.now)))
      .orderBy(asc(nextSweepAt))
      .limit(batch),
  );
  for (const { id } of due) await sweepOne(ctx, id);
  return due.length;
}

/** Claimed by its row lock: of two sweeps the second finds nothing left to tell. */
async function sweepOne(ctx: Context, id: string): Promise<void> {
  await inTransaction(ctx, async (tx) => {
    const row = await disruptionOrThrow(ctx, tx, id, true);
    if (!row.nextSweepAt || row.nextSweepAt > ctx.now) return;
    await tellLateNews(ctx, tx, row);
    const reports = await tx.select().from(incidentReports).where(eq(incidentReports.disruptionId, id));
    for (const report of reports) await tellOfReport(ctx, tx, row, report);
    await storeNextSweep(tx, id);
  });
}

async function tellLateNews(ctx: Context, tx: Tx, row: DisruptionRow): Promise<void> {
  const { nextUpdateAt, endedAt, lateToldAt } = row;
  if (!nextUpdateAt || endedAt || lateToldAt || nextUpdateAt > ctx.now) return;
  await tellLate(ctx, tx, row, nextUpdateAt);
  await tx.update(disruptions).set({ lateToldAt: ctx.now }).where(eq(disruptions.id, row.id));
  await write(ctx, tx, row.id, "disruptions.late", { promisedAt: nextUpdateAt });
}

async function tellOfReport(ctx: Context, tx: Tx, row: DisruptionRow, report: typeof incidentReports.$inferSelect) {
  const { id, step, reportedAt, warnedAt, breachToldAt, dueAt } = report;
  if (reportedAt) return;
  const isOverdue = ctx.now > dueAt && !breachToldAt;
  const isWarned = !isOverdue && ctx.now >= report.warnAt && !warnedAt;
  if (!isOverdue && !isWarned) return;
  await tellReport(ctx, tx, row, report, isOverdue ? "overdue" : "warned");
  const told = isOverdue ? { warnedAt: warnedAt ?? ctx.now, breachToldAt: ctx.now } : { warnedAt: ctx.now };
  await tx.update(incidentReports).set(told).where(eq(incidentReports.id, id));
  await write(ctx, tx, row.id, isOverdue ? "disruptions.overdue" : "disruptions.warned", { step });
}
