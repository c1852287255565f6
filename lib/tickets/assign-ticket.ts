import { and, eq, isNull } from "drizzle-orm";
import type { Tx } from "@/db/client";
import { persons } from "@/db/schema/people";
import { type Context, inTransaction } from "@/lib/base/context";
import { Invalid, RuleBroken } from "@/lib/base/errors";
import { record } from "@/lib/history/record";
import { type OnTicket, ticketToMove, touch } from "./internal";
import { worksQueue } from "./queues";
import type { AssignTicket } from "./schema";
import { moves } from "./status";

/**
 * Gives the ticket to someone who works its queue, or to nobody. A new ticket is then in progress. RuleBroken where it is theirs
 * already: of two who take it at once only one hears that it is theirs.
 */
export async function assignTicket(ctx: Context, input: AssignTicket & OnTicket): Promise<void> {
  await inTransaction(ctx, async (tx) => {
    const ticket = await ticketToMove(ctx, tx, input, "ticket:work", "assign");
    const member = input.assignee === null ? null : await memberOrThrow(ctx, tx, ticket.queueId, input.assignee);
    const assignee = member?.id ?? null;
    if (ticket.assigneeId === assignee) throw new RuleBroken("tickets.alreadyAssigned");
    const begins = assignee !== null && ticket.status === "new";
    await touch(tx, ticket, { assigneeId: assignee, ...(begins ? { status: moves.begin.to } : {}) });
    const from = ticket.assigneeId && (await emailOf(tx, ticket.assigneeId));
    const detail = { assignee: input.assignee, name: member?.name, from };
    await record(ctx, tx, "tickets.assigned", { kind: "ticket", id: ticket.reference }, detail);
  });
}

async function memberOrThrow(ctx: Context, tx: Tx, queueId: string, email: string) {
  const [person] = await tx
    .select({ id: persons.id, name: persons.name })
    .from(persons)
    .where(and(eq(persons.organisationId, ctx.organisation.id), eq(persons.email, email), isNull(persons.disabledAt)));
  if (!person || !(await worksQueue(tx, queueId, person.id)))
    throw new Invalid([{ path: "assignee", key: "tickets.errors.assignee" }]);
  return person;
}

async function emailOf(tx: Tx, personId: string): Promise<string | null> {
  const [person] = await tx.select({ email: persons.email }).from(persons).where(eq(persons.id, personId));
  return person?.email ?? null;
}
