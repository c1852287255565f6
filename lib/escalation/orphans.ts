import { and, asc, eq, inArray, isNotNull, or, sql } from "drizzle-orm";
import type { Tx } from "@/db/client";
import { units } from "@/db/schema/people";
import { queues, tickets } from "@/db/schema/tickets";
import { type Context, read } from "@/lib/base/context";
import { requireMay } from "@/lib/base/may";
import { openStatuses } from "@/lib/tickets/status";

/** A queue that holds open tickets though nobody works it, or it is closed. `name` is the queue's. */
export type Orphaned = { queueId: string; name: string; unitPath: string; tickets: number };

const hasNobody = sql`not exists (select 1 from queue_members m join persons p on p.id = m.person_id
  where m.queue_id = ${queues.id} and p.disabled_at is null)`;

/** Every such queue, by name; for those who work at the desk. Who left without the queue being asked leaves tickets that nobody sees. */
export function listOrphans(ctx: Context): Promise<Orphaned[]> {
  requireMay(ctx, "ticket:work");
  return read(ctx, (tx) => orphanedQueues(ctx, tx));
}

export function orphanedQueues(ctx: Context, tx: Tx): Promise<Orphaned[]> {
  return tx
    .select({ queueId: queues.id, name: queues.name, unitPath: units.path, tickets: sql<number>`count(*)::int` })
    .from(queues)
    .innerJoin(units, eq(units.id, queues.unitId))
    .innerJoin(tickets, and(eq(tickets.queueId, queues.id), inArray(tickets.status, [...openStatuses])))
    .where(and(eq(queues.organisationId, ctx.organisation.id), or(isNotNull(queues.closedAt), hasNobody)))
    .groupBy(queues.id, queues.name, units.path)
    .orderBy(asc(queues.name));
}
