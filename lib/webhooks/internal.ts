import { and, eq, isNull } from "drizzle-orm";
import type { Tx } from "@/db/client";
import { webhooks } from "@/db/schema/webhooks";
import type { Context } from "@/lib/base/context";
import { NotFound } from "@/lib/base/errors";

export type Webhook = typeof webhooks.$inferSelect;

/** The receiver, locked. NotFound when it was removed or never was. */
export async function webhookOrThrow(ctx: Context, tx: Tx, id: string): Promise<Webhook> {
  const [found] = await tx
    .select()
    .from(webhooks)
    .where(and(eq(webhooks.id, id), eq(webhooks.organisationId, ctx.organisation.id), isNull(webhooks.removedAt)))
    .for("update");
  if (!found) throw new NotFound();
  return found;
}

/** A sealed secret opens in its own row alone. */
export const purposeOf = (id: string): string => `webhook:${id}`;
