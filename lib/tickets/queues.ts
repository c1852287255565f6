import { and, asc, count, eq, isNull, type SQL, sql } from "drizzle-orm";
import type { Tx } from "@/db/client";
import { queueMembers } from "@/db/schema/desk";
import { persons } from "@/db/schema/people";
import { queues } from "@/db/schema/tickets";
import { type Context, read } from "@/lib/base/context";
import { Invalid, RuleBroken } from "@/lib/base/errors";
import { requireMay } from "@/lib/base/may";

export type Queue = Pick<typeof queues.$inferSelect, "id" | "slug" | "name" | "line" | "closedAt"> & {
  members: number;
};

/** How many work it: those whose account is open. */
const members = sql<number>`(select count(*)::int from queue_members m join persons p on p.id = m.person_id
  where m.queue_id = queues.id and p.disabled_at is null)`;

const columns = { id: queues.id, slug: queues.slug, name: queues.name, line: queues.line, closedAt: queues.closedAt };

/** Every queue by line and name, with how many work it; for those who transfer to them. */
export function listQueues(ctx: Context): Promise<Queue[]> {
  requireMay(ctx, "ticket:work");
  return read(ctx, (tx) => select(tx, eq(queues.organisationId, ctx.organisation.id)));
}

const select = (tx: Tx, where: SQL | undefined): Promise<Queue[]> =>
  tx
    .select({ ...columns, members })
    .from(queues)
    .where(where)
    .orderBy(asc(queues.line), asc(queues.slug));

/** Invalid at `queue` where there is none of that name. */
export async function queueNamed(ctx: Context, tx: Tx, slug: string): Promise<Queue> {
  const [queue] = await select(tx, and(eq(queues.organisationId, ctx.organisation.id), eq(queues.slug, slug)));
  if (!queue) throw new Invalid([{ path: "queue", key: "tickets.errors.queue" }]);
  return queue;
}

/** A closed queue, or one that nobody works, can own no ticket. */
export function requireOwner(queue: Queue): void {
  if (queue.closedAt) throw new RuleBroken("tickets.queueClosed", { queue: queue.name });
  if (queue.members === 0) throw new RuleBroken("tickets.queueEmpty", { queue: queue.name });
}

type Wanted = { queueId: string | null; line: number; isConfidential?: boolean };

/**
 * The queue by its id where it can own, else the first of the line that can, else the first line's. RuleBroken `tickets.noQueue` where
 * none can; what is confidential goes to no other queue than its own.
 */
export async function owningQueue(ctx: Context, tx: Tx, wanted: Wanted): Promise<Queue> {
  const open = and(eq(queues.organisationId, ctx.organisation.id), isNull(queues.closedAt));
  const staffed = (await select(tx, open)).filter((queue) => queue.members > 0);
  const named = staffed.find(({ id }) => id === wanted.queueId);
  const isFixed = wanted.isConfidential === true && wanted.queueId !== null;
  const nearest = staffed.find(({ line }) => line === wanted.line) ?? staffed.find(({ line }) => line === 1);
  const queue = named ?? (isFixed ? undefined : nearest);
  if (!queue) throw new RuleBroken("tickets.noQueue");
  return queue;
}

/** Whether an active person works the queue. */
export async function worksQueue(tx: Tx, queueId: string, personId: string): Promise<boolean> {
  const [found] = await tx
    .select({ n: count() })
    .from(queueMembers)
    .innerJoin(persons, eq(persons.id, queueMembers.personId))
    .where(and(eq(queueMembers.queueId, queueId), eq(queueMembers.personId, personId), isNull(persons.disabledAt)));
  return (found?.n ?? 0) > 0;
}
