import { webhookAttempts, webhookDeliveries } from "@/db/schema/webhooks";
import { type Context, inTransaction } from "@/lib/base/context";
import { newId } from "@/lib/base/ids";
import { requireMay } from "@/lib/base/may";
import { record } from "@/lib/history/record";
import { type Attempt, attempt, isTaken } from "./attempt";
import { webhookOrThrow } from "./internal";

/** Sends a trial at once, also to a paused receiver, and says how it went; it stands in the log beside the rest. */
export async function testWebhook(ctx: Context, { id }: { id: string }): Promise<Attempt & { ok: boolean }> {
  requireMay(ctx, "webhook:edit");
  const webhook = await inTransaction(ctx, (tx) => webhookOrThrow(ctx, tx, id));
  const told = { id: newId(), event: "webhooks.test", reference: null, at: ctx.now, version: null };
  const tried = await attempt(webhook, told);
  const ok = isTaken(tried.status);
  await inTransaction(ctx, async (tx) => {
    const status = ok ? ("delivered" as const) : ("failed" as const);
    const own = { organisationId: ctx.organisation.id };
    await tx.insert(webhookDeliveries).values({ ...told, ...own, webhookId: id, status, attempts: 1 });
    await tx.insert(webhookAttempts).values({ ...tried, ...own, deliveryId: told.id });
    await record(ctx, tx, "webhooks.tested", { kind: "webhook", id }, { ok });
  });
  return { ...tried, ok };
}
