import { and, desc, eq, inArray, notExists, sql } from "drizzle-orm";
import type { Tx } from "@/db/client";
import { disruptionFollowers, disruptions, disruptionTickets } from "@/db/schema/disruptions";
import { tickets } from "@/db/schema/tickets";
import { type Context, inTransaction } from "@/lib/base/context";
import { RuleBroken } from "@/lib/base/errors";
import { newId } from "@/lib/base/ids";
import { personOf, requireMay } from "@/lib/base/may";
import { openStatuses } from "@/lib/tickets/status";
import { type DisruptionRow, disruptionOrThrow, write } from "./internal";
import type { FollowDisruption } from "./schema";

/**
 * "Jag har också det här": counted once a person, instead of one more ticket. Who already has an open ticket in one of its categories
 * gets that one linked, and is answered there. `isNew` is false for who follows already.
 */
export async function followDisruption(ctx: Context, input: FollowDisruption): Promise<{ id: string; isNew: boolean }> {
  requireMay(ctx, "disruption:follow");
  const { personId } = personOf(ctx);
  return inTransaction(ctx, async (tx) => {
    const disruption = await disruptionOrThrow(ctx, tx, input.id, true);
    if (disruption.endedAt) throw new RuleBroken("disruptions.alreadyEnded");
    const of = { organisationId: ctx.organisation.id, disruptionId: disruption.id };
    const [made] = await tx
      .insert(disruptionFollowers)
      .values({ id: newId(), ...of, personId, createdAt: ctx.now })
      .onConflictDoNothing()
      .returning({ id: disruptionFollowers.id });
    if (!made) return { id: disruption.id, isNew: false };
    const reference = await linkOwnTicket(ctx, tx, disruption, personId);
    await write(ctx, tx, disruption.id, "disruptions.followed", reference ? { reference } : {});
    return { id: disruption.id, isNew: true };
  });
}

/** Their newest open one in its categories, from the day before it was declared on. */
async function linkOwnTicket(ctx: Context, tx: Tx, on: DisruptionRow, personId: string): Promise<string | null> {
  if (on.categories.length === 0) return null;
  const [own] = await tx
    .select({ id: tickets.id, reference: tickets.reference })
    .from(tickets)
    .where(
      and(
        eq(tickets.organisationId, ctx.organisation.id),
        eq(tickets.requesterId, personId),
        inArray(tickets.status, [...openStatuses]),
        inArray(tickets.category, on.categories),
        sql`${tickets.receivedAt} > ${on.declaredAt.toISOString()}::timestamptz - interval '1 day'`,
        notExists(tx.select({ id: disruptionTickets.id }).from(disruptionTickets).where(isLinked)),
      ),
    )
    .orderBy(desc(tickets.receivedAt))
    .limit(1);
  if (!own) return null;
  const of = { organisationId: ctx.organisation.id, disruptionId: on.id, ticketId: own.id };
  await tx
    .insert(disruptionTickets)
    .values({ id: newId(), ...of, createdAt: ctx.now })
    .onConflictDoNothing();
  return own.reference;
}

/** One that stands under another disruption, which is still going on, stays there. */
const isLinked = and(
  eq(disruptionTickets.ticketId, tickets.id),
  sql`exists (select 1 from ${disruptions} d where d.id = ${disruptionTickets.disruptionId} and d.ended_at is null)`,
);
