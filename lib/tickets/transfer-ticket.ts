import { eq } from "drizzle-orm";
import type { Tx } from "@/db/client";
import { ticketTransfers } from "@/db/schema/desk";
import { queues } from "@/db/schema/tickets";
import { type Context, inTransaction } from "@/lib/base/context";
import { Invalid, RuleBroken } from "@/lib/base/errors";
import { record } from "@/lib/history/record";
import { handToSupplier } from "./hand-to-supplier";
import { type OnTicket, type Ticket, ticketToMove, touch } from "./internal";
import { owningQueue, type Queue, queueNamed, requireOwner, worksQueue } from "./queues";
import type { TransferTicket } from "./schema";

/**
 * Moves a ticket to another queue, up or down the lines or along one, with what is known, what was tried and what is asked: the only
 * way a line changes. Its assignee stays only where they work the new queue too. RuleBroken for a queue that cannot own it.
 */
export async function transferTicket(ctx: Context, input: TransferTicket & OnTicket): Promise<void> {
  await inTransaction(ctx, async (tx) => {
    const ticket = await ticketToMove(ctx, tx, input, "ticket:work", "transfer");
    const to = await destination(ctx, tx, input);
    if (to.id === ticket.queueId && input.line === ticket.line) throw new RuleBroken("tickets.alreadyThere");
    await moveToQueue(ctx, tx, ticket, to, input);
    await handToSupplier(ctx, tx, ticket, to.id, input);
  });
}

type HandedOver = Pick<TransferTicket, "reason" | "note">;

/** The transfer event, and what follows from it. The queue has been seen to be able to own. */
export async function moveToQueue(ctx: Context, tx: Tx, ticket: Ticket, to: Queue, handed: HandedOver): Promise<void> {
  const from = await queueOf(tx, ticket.queueId);
  await writeTransfer(ctx, tx, ticket, to, handed);
  const stays = ticket.assigneeId !== null && (await worksQueue(tx, to.id, ticket.assigneeId));
  const assigneeId = stays ? ticket.assigneeId : null;
  await touch(tx, ticket, { queueId: to.id, line: to.line, assigneeId });
  const detail = { from: from.slug, to: to.slug, fromLine: ticket.line, line: to.line, reason: handed.reason };
  await record(ctx, tx, "tickets.transferred", { kind: "ticket", id: ticket.reference }, detail);
}

/** The queue is held until the transfer is done, so that nobody closes it meanwhile. */
async function destination(ctx: Context, tx: Tx, { line, queue: slug }: TransferTicket): Promise<Queue> {
  const found =
    slug === undefined ? await owningQueue(ctx, tx, { queueId: null, line }) : await queueNamed(ctx, tx, slug);
  await tx.select({ id: queues.id }).from(queues).where(eq(queues.id, found.id)).for("share");
  const queue = await queueNamed(ctx, tx, found.slug);
  if (queue.line !== line) throw new Invalid([{ path: "queue", key: "tickets.errors.queueLine" }]);
  requireOwner(queue);
  return queue;
}

async function queueOf(tx: Tx, id: string): Promise<{ slug: string }> {
  const [queue] = await tx.select({ slug: queues.slug }).from(queues).where(eq(queues.id, id));
  if (!queue) throw new Error("a ticket lost its queue");
  return queue;
}

async function writeTransfer(ctx: Context, tx: Tx, ticket: Ticket, to: Queue, handed: HandedOver): Promise<void> {
  await tx.insert(ticketTransfers).values({
    ...{ organisationId: ctx.organisation.id, ticketId: ticket.id, at: ctx.now },
    ...{ fromQueueId: ticket.queueId, toQueueId: to.id, fromLine: ticket.line, line: to.line },
    ...{ reason: handed.reason, ...handed.note },
    byId: ctx.actor.kind === "person" ? ctx.actor.personId : null,
  });
}
