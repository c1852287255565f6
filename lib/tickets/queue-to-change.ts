import { and, eq, inArray } from "drizzle-orm";
import type { Tx } from "@/db/client";
import { queues, tickets } from "@/db/schema/tickets";
import type { Context } from "@/lib/base/context";
import { RuleBroken } from "@/lib/base/errors";
import { type Queue, queueNamed } from "./queues";
import { openStatuses } from "./status";

/** The queue, held until the change is done: whoever transfers to it waits. Invalid at `queue` where there is none of that name. */
export async function lockedQueue(ctx: Context, tx: Tx, slug: string): Promise<Queue> {
  await tx
    .select({ id: queues.id })
    .from(queues)
    .where(and(eq(queues.organisationId, ctx.organisation.id), eq(queues.slug, slug)))
    .for("update");
  return queueNamed(ctx, tx, slug);
}

/** RuleBroken where a queue that is closed, or that nobody works, would be left with open tickets. */
export async function requireCanStand(tx: Tx, queue: Queue): Promise<void> {
  if (!queue.closedAt && queue.members > 0) return;
  const [held] = await tx
    .select({ id: tickets.id })
    .from(tickets)
    .where(and(eq(tickets.queueId, queue.id), inArray(tickets.status, [...openStatuses])))
    .limit(1);
  if (held) throw new RuleBroken("tickets.queueHolds", { queue: queue.name });
}
