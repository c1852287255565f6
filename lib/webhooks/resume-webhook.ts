import { and, eq, inArray, isNull } from "drizzle-orm";
import { webhookDeliveries, webhooks } from "@/db/schema/webhooks";
import { type Context, inTransaction } from "@/lib/base/context";
import { RuleBroken } from "@/lib/base/errors";
import { requireMay } from "@/lib/base/may";
import { record } from "@/lib/history/record";
import { webhookOrThrow } from "./internal";

/** Sends again, from now, also everything that did not arrive meanwhile. RuleBroken where it is not paused. */
export async function resumeWebhook(ctx: Context, { id }: { id: string }): Promise<{ replayed: number }> {
  requireMay(ctx, "webhook:edit");
  return inTransaction(ctx, async (tx) => {
    const webhook = await webhookOrThrow(ctx, tx, id);
    if (!webhook.pausedAt) throw new RuleBroken("webhooks.notPaused");
    const going = { pausedAt: null, pauseReason: null, failures: 0, failingSince: null };
    await tx.update(webhooks).set(going).where(eq(webhooks.id, id));
    const due = await tx
      .update(webhookDeliveries)
      .set({ status: "queued", attempts: 0, nextAttemptAt: ctx.now })
      .where(
        and(
          ...[eq(webhookDeliveries.webhookId, id), isNull(webhookDeliveries.claimedBy)],
          inArray(webhookDeliveries.status, ["queued", "failed"]),
        ),
      )
      .returning({ id: webhookDeliveries.id });
    await record(ctx, tx, "webhooks.resumed", { kind: "webhook", id }, { replayed: due.length });
    return { replayed: due.length };
  });
}
