import { and, eq, isNull } from "drizzle-orm";
import { queueMembers } from "@/db/schema/desk";
import { persons } from "@/db/schema/people";
import { type Context, inTransaction } from "@/lib/base/context";
import { NotFound, RuleBroken } from "@/lib/base/errors";
import { newId } from "@/lib/base/ids";
import { requireMay } from "@/lib/base/may";
import { record } from "@/lib/history/record";
import { lockedQueue } from "./queue-to-change";
import type { QueueMember } from "./schema";

/**
 * From now on the person works the queue and sees everything in it, whatever their roles (B3). NotFound where there is no such person
 * with an open account; RuleBroken where they work it already.
 */
export async function addMember(ctx: Context, { queue: slug, person: personId }: QueueMember): Promise<void> {
  requireMay(ctx, "desk:edit");
  await inTransaction(ctx, async (tx) => {
    const queue = await lockedQueue(ctx, tx, slug);
    const isOpen = and(eq(persons.organisationId, ctx.organisation.id), isNull(persons.disabledAt));
    const [person] = await tx
      .select({ name: persons.name, email: persons.email })
      .from(persons)
      .where(and(isOpen, eq(persons.id, personId)));
    if (!person) throw new NotFound();
    const row = { id: newId(), organisationId: ctx.organisation.id, queueId: queue.id, personId, createdAt: ctx.now };
    const [added] = await tx.insert(queueMembers).values(row).onConflictDoNothing().returning({ id: queueMembers.id });
    if (!added) throw new RuleBroken("tickets.alreadyMember", { person: person.name });
    await record(ctx, tx, "tickets.memberAdded", { kind: "queue", id: slug }, { person: person.email });
  });
}
