import { and, asc, eq, isNotNull, isNull, lte, or } from "drizzle-orm";
import { webhookDeliveries, webhooks } from "@/db/schema/webhooks";
import { type Context, inTransaction } from "@/lib/base/context";
import { enqueue } from "@/lib/queue/enqueue";

const batch = 200;

/** Puts what is due in the queue, and what a dead worker had claimed; what is for a paused or removed receiver waits where it is. */
export async function sweepDeliveries(ctx: Context, isDead: (workerId: string) => Promise<boolean>): Promise<void> {
  await inTransaction(ctx, async (tx) => {
    const found = await tx
      .select({ id: webhookDeliveries.id, claimedBy: webhookDeliveries.claimedBy })
      .from(webhookDeliveries)
      .innerJoin(webhooks, eq(webhooks.id, webhookDeliveries.webhookId))
      .where(
        and(
          ...[eq(webhookDeliveries.organisationId, ctx.organisation.id), eq(webhookDeliveries.status, "queued")],
          ...[isNull(webhooks.removedAt), isNull(webhooks.pausedAt)],
          or(lte(webhookDeliveries.nextAttemptAt, ctx.now), isNotNull(webhookDeliveries.claimedBy)),
        ),
      )
      .orderBy(asc(webhookDeliveries.at))
      .limit(batch)
      .for("update", { of: webhookDeliveries, skipLocked: true });
    for (const { id, claimedBy } of found) {
      if (claimedBy && !(await isDead(claimedBy))) continue;
      await tx
        .update(webhookDeliveries)
        .set({ claimedBy: null, nextAttemptAt: null })
        .where(eq(webhookDeliveries.id, id));
      await enqueue(ctx, tx, "webhooks.deliver", { deliveryId: id });
    }
  });
}
