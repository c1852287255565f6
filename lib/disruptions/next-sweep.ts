import { eq } from "drizzle-orm";
import type { Tx } from "@/db/client";
import { disruptions, incidentReports } from "@/db/schema/disruptions";

type Reading = {
  nextUpdateAt: Date | null;
  lateToldAt: Date | null;
  endedAt: Date | null;
};
type ReportReading = Pick<
  typeof incidentReports.$inferSelect,
  "warnAt" | "dueAt" | "warnedAt" | "breachToldAt" | "reportedAt"
>;

/** When somebody must next be told something of this disruption: late news, a report at 75 %, a report overdue. */
export function nextSweep(of: Reading, reports: readonly ReportReading[]): Date | null {
  const late = of.endedAt || of.lateToldAt ? null : of.nextUpdateAt;
  const clocks = reports
    .filter(({ reportedAt }) => !reportedAt)
    .map((report) => (!report.warnedAt ? report.warnAt : !report.breachToldAt ? justAfter(report.dueAt) : null));
  return [late, ...clocks].reduce<Date | null>((first, at) => (at && (!first || at < first) ? at : first), null);
}

/** What is due at an instant is broken after it. */
const justAfter = (at: Date) => new Date(at.getTime() + 1);

/** Writes it down, after every act that moves it. */
export async function storeNextSweep(tx: Tx, id: string): Promise<void> {
  const [row] = await tx.select().from(disruptions).where(eq(disruptions.id, id));
  if (!row) return;
  const reports = await tx.select().from(incidentReports).where(eq(incidentReports.disruptionId, id));
  await tx
    .update(disruptions)
    .set({ nextSweepAt: nextSweep(row, reports) })
    .where(eq(disruptions.id, id));
}
