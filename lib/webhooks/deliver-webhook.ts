import { and, eq, isNull } from "drizzle-orm";
import type { Tx } from "@/db/client";
import { webhookAttempts, webhookDeliveries, webhooks } from "@/db/schema/webhooks";
import type { WebhookPauseReason } from "@/db/words";
import { type Context, inTransaction } from "@/lib/base/context";
import { record } from "@/lib/history/record";
import { type Attempt, attempt, isTaken } from "./attempt";
import type { Webhook } from "./internal";
import { tellPaused } from "./letters";

const minute = 60_000;
/** Between attempts, as the Standard Webhooks scheme advises: some three days in all. */
const pauses = [
  5_000,
  5 * minute,
  30 * minute,
  120 * minute,
  300 * minute,
  600 * minute,
  840 * minute,
  1200 * minute,
  1440 * minute,
];
/** So many failures in a row, over a day at least, and nobody is there to hear. */
const patience = { failures: 10, ms: 1440 * minute };
const gone = 410;

type Delivery = typeof webhookDeliveries.$inferSelect;

/** Delivers one event: claimed, called outside the transaction, settled. Whoever comes second, or too late, does nothing. */
export async function deliverWebhook(ctx: Context, deliveryId: string, workerId: string): Promise<void> {
  const claimed = await claim(ctx, deliveryId, workerId);
  if (!claimed) return;
  const tried = await attempt(claimed.webhook, claimed.delivery);
  await inTransaction(ctx, (tx) => settle(ctx, tx, claimed.delivery, tried));
}

/** Not before its turn, not while its receiver is paused, and never once it was removed. */
function claim(ctx: Context, id: string, workerId: string): Promise<{ delivery: Delivery; webhook: Webhook } | null> {
  return inTransaction(ctx, async (tx) => {
    const [found] = await tx
      .select({ webhook: webhooks })
      .from(webhookDeliveries)
      .innerJoin(webhooks, eq(webhooks.id, webhookDeliveries.webhookId))
      .where(and(eq(webhookDeliveries.id, id), isNull(webhooks.removedAt), isNull(webhooks.pausedAt)));
    if (!found) return null;
    const [delivery] = await tx
      .update(webhookDeliveries)
      .set({ claimedBy: workerId, nextAttemptAt: null })
      .where(
        and(
          eq(webhookDeliveries.id, id),
          eq(webhookDeliveries.status, "queued"),
          isNull(webhookDeliveries.claimedBy),
          isNull(webhookDeliveries.nextAttemptAt),
        ),
      )
      .returning();
    return delivery ? { delivery, webhook: found.webhook } : null;
  });
}

async function settle(ctx: Context, tx: Tx, delivery: Delivery, tried: Attempt): Promise<void> {
  // One after the other, so that of many failures at once each is counted and one letter written.
  const [webhook] = await tx.select().from(webhooks).where(eq(webhooks.id, delivery.webhookId)).for("update");
  if (!webhook) return;
  await tx.insert(webhookAttempts).values({ ...tried, organisationId: ctx.organisation.id, deliveryId: delivery.id });
  const attempts = delivery.attempts + 1;
  const mine = and(eq(webhookDeliveries.id, delivery.id), eq(webhookDeliveries.claimedBy, delivery.claimedBy ?? ""));
  const put = (changes: Partial<Delivery>) =>
    tx
      .update(webhookDeliveries)
      .set({ claimedBy: null, attempts, ...changes })
      .where(mine);
  if (isTaken(tried.status)) {
    await put({ status: "delivered" });
    await tx.update(webhooks).set({ failures: 0, failingSince: null }).where(eq(webhooks.id, webhook.id));
    return;
  }
  const pause = pauses[delivery.attempts];
  const isLast = pause === undefined && tried.status !== gone;
  const nextAttemptAt = pause === undefined ? null : new Date(ctx.now.getTime() + pause);
  await put(isLast ? { status: "failed" } : { nextAttemptAt: tried.status === gone ? null : nextAttemptAt });
  await countFailure(ctx, tx, webhook, tried);
}

async function countFailure(ctx: Context, tx: Tx, webhook: Webhook, tried: Attempt): Promise<void> {
  const failures = webhook.failures + 1;
  const failingSince = webhook.failingSince ?? ctx.now;
  await tx.update(webhooks).set({ failures, failingSince }).where(eq(webhooks.id, webhook.id));
  const isLong = failures >= patience.failures && ctx.now.getTime() - failingSince.getTime() >= patience.ms;
  const reason: WebhookPauseReason | null = tried.status === gone ? "gone" : isLong ? "failing" : null;
  if (!reason || webhook.pausedAt) return;
  await tx.update(webhooks).set({ pausedAt: ctx.now, pauseReason: reason }).where(eq(webhooks.id, webhook.id));
  await record(ctx, tx, "webhooks.paused", { kind: "webhook", id: webhook.id }, { reason });
  await tellPaused(ctx, tx, webhook, reason);
}
