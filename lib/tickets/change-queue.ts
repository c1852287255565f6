import { and, eq, inArray, isNull } from "drizzle-orm";
import type { Tx } from "@/db/client";
import { queueMembers } from "@/db/schema/desk";
import { persons } from "@/db/schema/people";
import { queues, tickets } from "@/db/schema/tickets";
import { type Context, inTransaction } from "@/lib/base/context";
import { Invalid, RuleBroken } from "@/lib/base/errors";
import { newId } from "@/lib/base/ids";
import { requireMay } from "@/lib/base/may";
import { record } from "@/lib/history/record";
import { type Queue, queueNamed } from "./queues";
import type { ChangeQueue } from "./schema";
import { openStatuses } from "./status";

/**
 * Closes or opens a queue, or says who works it. RuleBroken `tickets.queueHolds` where it would leave open tickets in a queue that is
 * closed or that nobody works: they are transferred first.
 */
export async function changeQueue(ctx: Context, input: ChangeQueue): Promise<Queue> {
  requireMay(ctx, "desk:edit");
  return inTransaction(ctx, async (tx) => {
    await tx
      .select({ id: queues.id })
      .from(queues)
      .where(and(eq(queues.organisationId, ctx.organisation.id), eq(queues.slug, input.queue)))
      .for("update");
    const before = await queueNamed(ctx, tx, input.queue);
    if (input.members) await putMembers(ctx, tx, before, input.members);
    if (input.supplier !== undefined) {
      const supplier = { supplierName: input.supplier?.name ?? null, supplierAddress: input.supplier?.address ?? null };
      await tx.update(queues).set(supplier).where(eq(queues.id, before.id));
    }
    if (input.isClosed !== undefined) {
      const closedAt = input.isClosed ? (before.closedAt ?? ctx.now) : null;
      await tx.update(queues).set({ closedAt }).where(eq(queues.id, before.id));
    }
    const after = await queueNamed(ctx, tx, input.queue);
    if (after.closedAt || after.members === 0) await requireEmpty(tx, after);
    await record(ctx, tx, "tickets.queueChanged", { kind: "queue", id: after.slug }, { ...input });
    return after;
  });
}

async function putMembers(ctx: Context, tx: Tx, queue: Queue, emails: string[]): Promise<void> {
  const wanted = [...new Set(emails.map((email) => email.toLowerCase()))];
  const found = await tx
    .select({ id: persons.id })
    .from(persons)
    .where(
      and(eq(persons.organisationId, ctx.organisation.id), inArray(persons.email, wanted), isNull(persons.disabledAt)),
    );
  if (found.length !== wanted.length) throw new Invalid([{ path: "members", key: "tickets.errors.members" }]);
  await tx.delete(queueMembers).where(eq(queueMembers.queueId, queue.id));
  const ids = { organisationId: ctx.organisation.id, queueId: queue.id, createdAt: ctx.now };
  if (found.length > 0)
    await tx.insert(queueMembers).values(found.map(({ id }) => ({ ...ids, id: newId(), personId: id })));
}

async function requireEmpty(tx: Tx, queue: Queue): Promise<void> {
  const [held] = await tx
    .select({ id: tickets.id })
    .from(tickets)
    .where(and(eq(tickets.queueId, queue.id), inArray(tickets.status, [...openStatuses])))
    .limit(1);
  if (held) throw new RuleBroken("tickets.queueHolds", { queue: queue.name });
}
