import { and, asc, desc, eq, inArray, isNull, sql } from "drizzle-orm";
import { webhookAttempts, webhookDeliveries, webhooks } from "@/db/schema/webhooks";
import { type Context, read } from "@/lib/base/context";
import { NotFound } from "@/lib/base/errors";
import { requireMay } from "@/lib/base/may";
import type { Attempt } from "./attempt";
import type { Webhook } from "./internal";

export type ShownWebhook = Omit<Webhook, "sealedSecret" | "previousSealedSecret" | "organisationId" | "removedAt">;

/** Every receiver, without its secrets, oldest first; for administrators. */
export function listWebhooks(ctx: Context): Promise<ShownWebhook[]> {
  requireMay(ctx, "webhook:edit");
  return read(ctx, (tx) =>
    tx
      .select()
      .from(webhooks)
      .where(and(eq(webhooks.organisationId, ctx.organisation.id), isNull(webhooks.removedAt)))
      .orderBy(asc(webhooks.createdAt), asc(webhooks.id)),
  );
}

/** NotFound when it was removed or never was. */
export async function getWebhook(ctx: Context, id: string): Promise<ShownWebhook> {
  const found = (await listWebhooks(ctx)).find((each) => each.id === id);
  if (!found) throw new NotFound();
  return found;
}

export type ShownDelivery = typeof webhookDeliveries.$inferSelect & { tried: Attempt[] };
export type DeliveryCursor = { at: Date; id: string };

/** What was to be sent to one receiver, newest first, with each attempt; a page by keyset. */
export async function listDeliveries(
  ctx: Context,
  id: string,
  page: { cursor?: DeliveryCursor | undefined; limit: number },
): Promise<{ items: ShownDelivery[]; next: DeliveryCursor | null }> {
  await getWebhook(ctx, id);
  const { cursor, limit } = page;
  return read(ctx, async (tx) => {
    const rows = await tx
      .select()
      .from(webhookDeliveries)
      .where(
        and(
          eq(webhookDeliveries.webhookId, id),
          cursor &&
            sql`(${webhookDeliveries.at}, ${webhookDeliveries.id}) < (${cursor.at.toISOString()}, ${cursor.id})`,
        ),
      )
      .orderBy(desc(webhookDeliveries.at), desc(webhookDeliveries.id))
      .limit(limit + 1);
    const shown = rows.slice(0, limit);
    const ids = shown.map((row) => row.id);
    const tried = await tx
      .select()
      .from(webhookAttempts)
      .where(inArray(webhookAttempts.deliveryId, ids))
      .orderBy(asc(webhookAttempts.id));
    const items = shown.map((row) => ({ ...row, tried: tried.filter(({ deliveryId }) => deliveryId === row.id) }));
    const last = shown.at(-1);
    return { items, next: last && rows.length > limit ? { at: last.at, id: last.id } : null };
  });
}
