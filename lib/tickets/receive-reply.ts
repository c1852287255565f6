import type { Tx } from "@/db/client";
import { comments } from "@/db/schema/tickets";
import type { HoldReason, Visibility } from "@/db/words";
import { type Context, inTransaction } from "@/lib/base/context";
import { newId } from "@/lib/base/ids";
import { requireMay } from "@/lib/base/may";
import { record } from "@/lib/history/record";
import { afterReply, type ReplyOutcome } from "./after-reply";
import { type Ticket, ticketOrThrow, touch } from "./internal";
import { tellOpened } from "./letters";
import { repliesGoTo } from "./links";

/** `by`: as what the sender takes part. `isThanks`: it says thank you and no more. */
export type ReceivedReply = {
  reference: string;
  by: "requester" | "agent" | "supplier";
  authorId: string | null;
  body: string;
  isThanks: boolean;
  /** Why a ticket that the reply opens is not confirmed by letter. */
  holdBecause?: HoldReason | undefined;
};

/** `isInternal`: what came with it is for the agents, as its words are. */
type Received = {
  ticketId: string;
  commentId: string;
  isInternal: boolean;
  outcome: ReplyOutcome;
  writtenTo: string;
};

/**
 * A reply that came by mail, filed by the portal. The requester's does what their reply on the page does. From anybody else it is a
 * note for the agents and nothing follows: an agent's address in From is no agent, and a supplier is not who asked.
 */
export async function receiveReply(ctx: Context, reply: ReceivedReply): Promise<Received> {
  requireMay(ctx, "ticket:receive");
  return inTransaction(ctx, async (tx) => {
    const ticket = await ticketOrThrow(ctx, tx, reply.reference, true);
    const comment = await insert(ctx, tx, ticket, reply);
    const isInternal = comment.visibility === "internal";
    const about = { ticketId: comment.ticketId, commentId: comment.id, isInternal };
    if (reply.by !== "requester") return { ...about, outcome: "filed", writtenTo: ticket.reference };
    const after = await afterReply(ctx, tx, ticket, { ...reply, by: "requester" });
    if (after.outcome === "linked")
      await tellOpened(ctx, tx, await ticketOrThrow(ctx, tx, after.writtenTo), reply.holdBecause);
    return { ...about, ...after };
  });
}

/** Where a ticket goes on in another the reply stands there: for the agents alone where that one is somebody else's. */
async function insert(ctx: Context, tx: Tx, ticket: Ticket, { body, by, authorId }: ReceivedReply) {
  const into = await repliesGoTo(tx, ticket);
  const on = into ?? ticket;
  const isForAll = by === "requester" && (into === null || into.requesterId === authorId);
  const visibility: Visibility = isForAll ? "public" : "internal";
  const comment = {
    ...{ id: newId(), organisationId: ctx.organisation.id, ticketId: on.id },
    ...{ authorId, visibility, body, createdAt: ctx.now },
  };
  await tx.insert(comments).values(comment);
  await touch(tx, on);
  const detail = { visibility, comment: comment.id, channel: "email" };
  await record(ctx, tx, "tickets.commented", { kind: "ticket", id: on.reference }, detail);
  return comment;
}
