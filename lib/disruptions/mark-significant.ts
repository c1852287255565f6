import { type disruptions, incidentReports } from "@/db/schema/disruptions";
import { incidentReportSteps } from "@/db/words";
import { type Context, inTransaction } from "@/lib/base/context";
import { Invalid, RuleBroken, VersionMismatch } from "@/lib/base/errors";
import { newId } from "@/lib/base/ids";
import { personOf, requireMay } from "@/lib/base/may";
import { changeDisruption, disruptionOrThrow, write } from "./internal";
import { instantOf } from "./local-moment";
import { storeNextSweep } from "./next-sweep";
import { reportDue, warnAt } from "./report-clocks";
import type { MarkSignificant } from "./schema";

/**
 * Significant by the cyber security act: three reports are due, 24 hours, 72 hours and a month after somebody here first knew, by the
 * calendar. Without a moment: since it was declared. Also after the disruption has ended; once.
 */
export async function markSignificant(ctx: Context, input: MarkSignificant): Promise<{ id: string }> {
  requireMay(ctx, "disruption:mark");
  const { timeZone } = ctx.organisation;
  const given = instantOf(input.aware, "aware", timeZone);
  if (given && given > ctx.now) throw new Invalid([{ path: "aware.day", key: "disruptions.errors.ahead" }]);
  return inTransaction(ctx, async (tx) => {
    const row = await disruptionOrThrow(ctx, tx, input.id, true);
    if (row.significantAt) throw new RuleBroken("disruptions.alreadySignificant");
    if (row.version !== input.version) throw new VersionMismatch();
    const awareAt = given ?? row.declaredAt;
    const marked: Partial<typeof disruptions.$inferInsert> = { awareAt, significantAt: ctx.now };
    await changeDisruption(tx, row, { ...marked, significantById: personOf(ctx).personId });
    await tx.insert(incidentReports).values(
      incidentReportSteps.map((step) => {
        const dueAt = reportDue(awareAt, step, timeZone);
        const of = { id: newId(), organisationId: ctx.organisation.id, disruptionId: row.id, step };
        return { ...of, dueAt, warnAt: warnAt(awareAt, dueAt) };
      }),
    );
    await storeNextSweep(tx, row.id);
    await write(ctx, tx, row.id, "disruptions.significant", { awareAt });
    return { id: row.id };
  });
}
