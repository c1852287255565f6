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
    const assignee = input.assignee === null ? null : await memberOrThrow(ctx, tx, ticket.queueId, input.assignee);
    if (ticket.assigneeId === assignee) throw new RuleBroken("tickets.alreadyAssigned");
    const begins = assignee !== null && ticket.status === "new";
    await touch(tx, ticket, { assigneeId: assignee, ...(begins ? { status: moves.begin.to } : {}) });
    await record(ctx, tx, "tickets.assigned", { kind: "ticket", id: ticket.reference }, { assignee: input.assignee });
  });
}

async function memberOrThrow(ctx: Context, tx: Tx, queueId: string, email: string): Promise<string> {
  const [person] = await tx
    .select({ id: persons.id })
    .from(persons)
    .where(and(eq(persons.organisationId, ctx.organisation.id), eq(persons.email, email), isNull(persons.disabledAt)));
  if (!person || !(await worksQueue(tx, queueId, person.id)))
    throw new Invalid([{ path: "assignee", key: "tickets.errors.assignee" }]);
  return person.id;
}
