import { and, eq, inArray, isNull } from "drizzle-orm";
import type { Tx } from "@/db/client";
import { queueMembers } from "@/db/schema/desk";
import { persons } from "@/db/schema/people";
import { queues } from "@/db/schema/tickets";
import { type Context, inTransaction } from "@/lib/base/context";
import { Invalid } from "@/lib/base/errors";
import { newId } from "@/lib/base/ids";
import { requireMay } from "@/lib/base/may";
import { record } from "@/lib/history/record";
import { lockedQueue, requireCanStand } from "./queue-to-change";
import { type Queue, queueNamed } from "./queues";
import type { ChangeQueue } from "./schema";

/**
 * Closes or opens a queue, names it, or says who works it and who works behind it. RuleBroken `tickets.queueHolds` where it would leave open tickets in a queue that is
 * closed or that nobody works: they are transferred first.
 */
export async function changeQueue(ctx: Context, input: ChangeQueue): Promise<Queue> {
  requireMay(ctx, "desk:edit");
  return inTransaction(ctx, async (tx) => {
    const before = await lockedQueue(ctx, tx, input.queue);
    if (input.members) await putMembers(ctx, tx, before, input.members);
    const changes = changesOf(ctx, before, input);
    if (Object.keys(changes).length > 0) await tx.update(queues).set(changes).where(eq(queues.id, before.id));
    const after = await queueNamed(ctx, tx, input.queue);
    await requireCanStand(tx, after);
    await record(ctx, tx, "tickets.queueChanged", { kind: "queue", id: after.slug }, { ...input });
    return after;
  });
}

function changesOf({ now }: Context, before: Queue, { name, isClosed, supplier }: ChangeQueue) {
  const outside = {
    supplierName: supplier?.name ?? null,
    supplierAddress: supplier?.address ?? null,
    supplierReference: supplier?.reference || null,
  };
  return {
    ...(name === undefined ? {} : { name }),
    ...(supplier === undefined ? {} : outside),
    ...(isClosed === undefined ? {} : { closedAt: isClosed ? (before.closedAt ?? now) : null }),
  };
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
