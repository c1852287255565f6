import { and, asc, eq, inArray } from "drizzle-orm";
import type { Tx } from "@/db/client";
import { queueMembers } from "@/db/schema/desk";
import { persons } from "@/db/schema/people";
import { tickets } from "@/db/schema/tickets";
import { type Context, inTransaction } from "@/lib/base/context";
import { RuleBroken } from "@/lib/base/errors";
import { requireMay } from "@/lib/base/may";
import { record } from "@/lib/history/record";
import { touch } from "./internal";
import { lockedQueue, requireCanStand } from "./queue-to-change";
import { queueNamed } from "./queues";
import type { QueueMember } from "./schema";
import { openStatuses } from "./status";

/**
 * The person works the queue no longer. Their open tickets in it are nobody's again: whoever is assigned sees a ticket, a confidential
 * one too. RuleBroken where they do not work it, or where open tickets would be left to nobody.
 */
export async function removeMember(ctx: Context, { queue: slug, person: personId }: QueueMember): Promise<void> {
  requireMay(ctx, "desk:edit");
  await inTransaction(ctx, async (tx) => {
    const before = await queueNamed(ctx, tx, slug);
    // Tickets before the queue, as whoever transfers takes them: in the other order the two would wait for each other.
    const theirs = await openTicketsOf(tx, before.id, personId);
    const queue = await lockedQueue(ctx, tx, slug);
    const isTheirs = and(eq(queueMembers.queueId, queue.id), eq(queueMembers.personId, personId));
    const [removed] = await tx.delete(queueMembers).where(isTheirs).returning({ id: queueMembers.id });
    if (!removed) throw new RuleBroken("tickets.notMember");
    await requireCanStand(tx, await queueNamed(ctx, tx, slug));
    const [person] = await tx.select({ email: persons.email }).from(persons).where(eq(persons.id, personId));
    for (const ticket of theirs) {
      await touch(tx, ticket, { assigneeId: null });
      const detail = { assignee: null, from: person?.email };
      await record(ctx, tx, "tickets.assigned", { kind: "ticket", id: ticket.reference }, detail);
    }
    await record(ctx, tx, "tickets.memberRemoved", { kind: "queue", id: slug }, { person: person?.email });
  });
}

const openTicketsOf = (tx: Tx, queueId: string, personId: string) =>
  tx
    .select({ id: tickets.id, reference: tickets.reference })
    .from(tickets)
    .where(
      and(eq(tickets.queueId, queueId), eq(tickets.assigneeId, personId), inArray(tickets.status, [...openStatuses])),
    )
    .orderBy(asc(tickets.id))
    .for("update");
