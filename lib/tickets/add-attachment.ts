import type { attachments } from "@/db/schema/attachments";
import type { Visibility } from "@/db/words";
import { readyFile } from "@/lib/attachments/ready-file";
import { keepFile } from "@/lib/attachments/store-attachment";
import { type Context, inTransaction, read } from "@/lib/base/context";
import { NotAllowed, RuleBroken } from "@/lib/base/errors";
import { personOf } from "@/lib/base/may";
import { record } from "@/lib/history/record";
import { afterReply } from "./after-reply";
import { type OnTicket, requireMayOnTicket, requireVersion, type Ticket, ticketOrThrow, touch } from "./internal";
import { mayOnTicket } from "./visibility";

/** `internal` files are for those who work on the ticket, as internal notes are. */
type AddAttachment = OnTicket & { name: string; content: Buffer; visibility: Visibility };

/**
 * Attaches a file to a ticket that has not ended. From the requester it is an answer as a message is: a wait for them ends. The file
 * is looked at before the transaction begins.
 */
export async function addAttachment(ctx: Context, input: AddAttachment): Promise<typeof attachments.$inferSelect> {
  await requireMayAttach(ctx, input.reference, input.visibility);
  const file = await readyFile(input.name, input.content);
  return inTransaction(ctx, async (tx) => {
    const ticket = await ticketOrThrow(ctx, tx, input.reference, true);
    mayTake(ctx, ticket, input.visibility);
    requireVersion(ticket, input.version);
    const isInternal = input.visibility === "internal";
    const kept = await keepFile(ctx, tx, { ticketId: ticket.id, commentId: null, isInternal }, file);
    await touch(tx, ticket);
    const detail = { visibility: input.visibility, attachment: kept.id, name: kept.name };
    await record(ctx, tx, "tickets.attached", { kind: "ticket", id: ticket.reference }, detail);
    const isAnswer = !isInternal && personOf(ctx).personId === ticket.requesterId && ticket.status === "paused";
    if (isAnswer) await afterReply(ctx, tx, ticket, { body: kept.name, by: "requester" });
    return kept;
  });
}

/** Before a file is even received: NotFound, NotAllowed or RuleBroken where it would not be taken. */
export async function requireMayAttach(ctx: Context, reference: string, visibility: Visibility): Promise<void> {
  mayTake(ctx, await read(ctx, (tx) => ticketOrThrow(ctx, tx, reference)), visibility);
}

function mayTake(ctx: Context, ticket: Ticket, visibility: Visibility): void {
  requireMayOnTicket(ctx, "ticket:comment", ticket);
  if (visibility === "internal" && !mayOnTicket(ctx, "ticket:work", ticket)) throw new NotAllowed();
  if (ticket.status === "closed" || ticket.status === "cancelled") throw new RuleBroken("tickets.ended");
}
