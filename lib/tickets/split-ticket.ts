import { and, eq } from "drizzle-orm";
import type { Tx } from "@/db/client";
import { comments } from "@/db/schema/tickets";
import { type Context, inTransaction } from "@/lib/base/context";
import { NotFound, RuleBroken } from "@/lib/base/errors";
import { record } from "@/lib/history/record";
import { categoryOrThrow } from "./categories";
import { type OnTicket, requireMayOnTicket, requireVersion, type Ticket, ticketOrThrow, touch } from "./internal";
import { tellOpened } from "./letters";
import { link } from "./links";
import { owningQueue } from "./queues";
import type { SplitTicket } from "./schema";
import { serviceClocks } from "./service-clocks";
import { writeTicket } from "./write-ticket";

/**
 * A message that is about something else becomes a ticket of its own, with clocks of its own and the same requester, who is told.
 * The message stays where it was written. NotFound for a message of another ticket, RuleBroken for an internal note.
 */
export async function splitTicket(ctx: Context, input: SplitTicket & OnTicket): Promise<{ reference: string }> {
  return inTransaction(ctx, async (tx) => {
    const ticket = await ticketOrThrow(ctx, tx, input.reference, true);
    requireMayOnTicket(ctx, "ticket:work", ticket);
    requireVersion(ticket, input.version);
    const body = await wordsOrThrow(tx, ticket, input.comment);
    const part = await openPart(ctx, tx, ticket, { ...input, body });
    await link(ctx, tx, "split", part.id, ticket.id);
    await touch(tx, ticket);
    const detail = { by: part.reference, comment: input.comment };
    await record(ctx, tx, "tickets.split", { kind: "ticket", id: ticket.reference }, detail);
    await record(ctx, tx, "tickets.split", { kind: "ticket", id: part.reference }, { from: ticket.reference });
    await tellOpened(ctx, tx, part);
    return { reference: part.reference };
  });
}

/** What agents say among themselves never becomes the words of a ticket that its requester reads. */
async function wordsOrThrow(tx: Tx, ticket: Ticket, id: string): Promise<string> {
  const [found] = await tx
    .select({ body: comments.body, visibility: comments.visibility })
    .from(comments)
    .where(and(eq(comments.id, id), eq(comments.ticketId, ticket.id)));
  if (!found) throw new NotFound();
  if (found.visibility === "internal") throw new RuleBroken("tickets.noteStays");
  return found.body;
}

async function openPart(ctx: Context, tx: Tx, old: Ticket, given: SplitTicket & { body: string }) {
  const category = await categoryOrThrow(ctx, tx, given.category ?? old.category);
  const isConfidential = old.isConfidential || category.isConfidential;
  const queue = await owningQueue(ctx, tx, isConfidential ? { ...old, isConfidential } : category);
  const { type, channel, requesterId, unitId, impact, urgency, priority, deviceSerialNumber, printer, ownership } = old;
  const { clocks, ...main } = await serviceClocks(ctx, tx, category.serviceLevel, priority);
  const words = { type, title: given.title, description: given.body, category: category.path, channel };
  const facts = { requesterId, unitId, impact, urgency, priority, isConfidential, ownership };
  const things = { deviceSerialNumber, printer };
  return writeTicket(ctx, tx, { ...words, ...facts, ...things, ...main, line: queue.line, queueId: queue.id }, clocks);
}
