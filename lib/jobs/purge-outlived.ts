import { and, eq, isNull, lt, or, sql } from "drizzle-orm";
import type { PgColumn, PgTable } from "drizzle-orm/pg-core";
import { idempotencyKeys } from "@/db/schema/history";
import { apiTokens, drafts, sessions } from "@/db/schema/people";
import { webhookDeliveries } from "@/db/schema/webhooks";
import { systemNow } from "@/lib/base/clock";
import { type Context, inTransaction } from "@/lib/base/context";
import { log } from "@/lib/base/log";

const day = 86_400_000;

/** How long what has served its purpose is kept, in days of the machine's clock: that is the one that wrote all these rows. */
export const keptDays = {
  /** Longer than any sender retries: a repeat that comes even later is a new request. */
  idempotencyKey: 30,
  /** Bridges a summer and a leave, counted from the last change: what was typed is the author's own, and nobody else misses it. */
  draft: 90,
  /** The browser's claim cookie lives for one day: then nobody can open it any more. */
  unclaimedDraft: 2,
  /** Time to look into a sign-in that somebody does not recognise. */
  session: 30,
  /** The same for a token; that it was made and taken back stays in the history. */
  token: 30,
  /** Time to see what a receiver was told, and to send again what it missed. */
  webhookDelivery: 30,
} as const;

/** Rows a statement takes at most: no lock and no transaction is long. */
const batchSize = 1_000;

type Owned = PgTable & { id: PgColumn; organisationId: PgColumn };

/**
 * Deletes what has outlived its lifetime in this organisation, one batch of each kind, each in a transaction of its own; rows that
 * someone holds are left for the next time. Answers whether there may be more.
 */
export async function purgeOutlived(ctx: Context, at: Date = systemNow(), batch = batchSize): Promise<boolean> {
  const before = (days: number) => new Date(at.getTime() - days * day);
  const isForgotten = or(
    lt(drafts.updatedAt, before(keptDays.draft)),
    and(isNull(drafts.personId), lt(drafts.updatedAt, before(keptDays.unclaimedDraft))),
  );
  const outlived = [
    ["idempotency_keys", idempotencyKeys, lt(idempotencyKeys.createdAt, before(keptDays.idempotencyKey))],
    ["drafts", drafts, isForgotten],
    ["sessions", sessions, endedBefore(sessions.endedAt, sessions.expiresAt, before(keptDays.session))],
    ["webhook_deliveries", webhookDeliveries, lt(webhookDeliveries.at, before(keptDays.webhookDelivery))],
    ["api_tokens", apiTokens, endedBefore(apiTokens.revokedAt, apiTokens.expiresAt, before(keptDays.token))],
  ] as const;
  let hasMore = false;
  for (const [name, table, condition] of outlived) {
    const deleted = await deleteBatch(ctx, table, condition, batch);
    if (deleted > 0) log().info({ organisation: ctx.organisation.slug, table: name, rows: deleted }, "purged");
    hasMore ||= deleted === batch;
  }
  return hasMore;
}

/** Ended by someone, or by itself. */
const endedBefore = (ended: PgColumn, expires: PgColumn, instant: Date) => or(lt(ended, instant), lt(expires, instant));

async function deleteBatch(
  ctx: Context,
  table: Owned,
  condition: ReturnType<typeof or>,
  batch: number,
): Promise<number> {
  return inTransaction(ctx, async (tx) => {
    const found = tx
      .select({ id: sql`${table.id}`.as("id") })
      .from(table)
      .where(and(eq(table.organisationId, ctx.organisation.id), condition))
      .limit(batch)
      .for("update", { skipLocked: true });
    // As an array it is found once: joined, a plan could find it anew for each row, and go past the limit.
    const gone = await tx.delete(table).where(sql`${table.id} = any(array(${found}))`).returning({ id: table.id });
    return gone.length;
  });
}
