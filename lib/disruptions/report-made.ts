import { and, eq, isNull } from "drizzle-orm";
import { incidentReports } from "@/db/schema/disruptions";
import { type Context, inTransaction } from "@/lib/base/context";
import { NotFound, RuleBroken } from "@/lib/base/errors";
import { personOf, requireMay } from "@/lib/base/may";
import { disruptionOrThrow, write } from "./internal";
import { storeNextSweep } from "./next-sweep";
import type { ReportMade } from "./schema";

/** One of the three reports was sent: by whom, when, to whom and under which receipt. Said once; its clock stops. */
export async function reportMade(ctx: Context, input: ReportMade): Promise<{ id: string }> {
  requireMay(ctx, "disruption:mark");
  const { id, step, reportedTo, receipt } = input;
  return inTransaction(ctx, async (tx) => {
    const { significantAt } = await disruptionOrThrow(ctx, tx, id, true);
    if (!significantAt) throw new NotFound();
    const made = await tx
      .update(incidentReports)
      .set({ reportedAt: ctx.now, reportedById: personOf(ctx).personId, reportedTo, receipt })
      .where(
        and(eq(incidentReports.disruptionId, id), eq(incidentReports.step, step), isNull(incidentReports.reportedAt)),
      )
      .returning({ id: incidentReports.id });
    if (made.length === 0) throw new RuleBroken("disruptions.alreadyReported");
    await storeNextSweep(tx, id);
    await write(ctx, tx, id, "disruptions.reported", { step, reportedTo, receipt });
    return { id };
  });
}
