import { and, eq, sql } from "drizzle-orm";
import type { Tx } from "@/db/client";
import { comments } from "@/db/schema/tickets";
import { type Context, inTransaction } from "@/lib/base/context";
import { Conflict, NotAllowed } from "@/lib/base/errors";
import { newId } from "@/lib/base/ids";
import { personOf } from "@/lib/base/may";
import { record } from "@/lib/history/record";
import { afterReply, type ReplyOutcome } from "./after-reply";
import { type OnTicket, requireMayOnTicket, requireVersion, type Ticket, ticketOrThrow, touch } from "./internal";
import { tellReply } from "./letters";
import { repliesGoTo } from "./links";
import type { WriteComment } from "./schema";
import { mayOnTicket } from "./visibility";

/**
 * `isAutomatic`: written by a machine, an out-of-office say; it is filed and changes nothing. `lastRead`: the last message that its
 * author had before them, or "none"; where somebody has written since, the reply is stopped with Conflict `tickets.newMessage`.
 */
export type Comment = WriteComment & OnTicket & { isAutomatic?: boolean; lastRead?: string | undefined };

export type WrittenComment = typeof comments.$inferInsert & { outcome: ReplyOutcome; writtenTo: string };

/**
 * A reply (public) or a note (internal, agents alone). A reply from an agent reaches the requester by letter. One from the requester
 * ends a wait for them, opens a resolved ticket again, and after closing opens a linked one; `writtenTo` is where it then stands.
 */
export async function writeComment(ctx: Context, input: Comment): Promise<WrittenComment> {
  return inTransaction(ctx, async (tx) => {
    const ticket = await ticketOrThrow(ctx, tx, input.reference, true);
    requireMayOnTicket(ctx, "ticket:comment", ticket);
    requireVersion(ticket, input.version);
    const isAgent = mayOnTicket(ctx, "ticket:work", ticket);
    if (input.visibility === "internal" && !isAgent) throw new NotAllowed();
    if (input.visibility === "public") await requireRead(ctx, tx, ticket, input.lastRead);
    const comment = await insert(ctx, tx, await whereItBelongs(tx, ticket), input);
    if (input.visibility === "internal") return { ...comment, outcome: "filed", writtenTo: ticket.reference };
    const by = personOf(ctx).personId === ticket.requesterId ? "requester" : "agent";
    const outcome = await afterReply(ctx, tx, ticket, { ...input, by });
    if (by === "agent") await tellReply(ctx, tx, ticket, comment);
    return { ...comment, ...outcome };
  });
}

/** Locked by now, so that of two who answer at once the second reads the first. */
async function requireRead(ctx: Context, tx: Tx, ticket: Ticket, lastRead: string | undefined): Promise<void> {
  if (lastRead === undefined) return;
  const read = sql`(select k.created_at, k.id::text from comments k where k.id::text = ${lastRead} and k.ticket_id = ${ticket.id})`;
  const isLater = sql`((${comments.createdAt}, ${comments.id}::text) > ${read} or not exists ${read})`;
  const [unread] = await tx
    .select({ id: comments.id })
    .from(comments)
    .where(
      and(
        eq(comments.ticketId, ticket.id),
        eq(comments.visibility, "public"),
        sql`${comments.authorId} is distinct from ${personOf(ctx).personId}`,
        lastRead === "none" ? undefined : isLater,
      ),
    )
    .limit(1);
  if (unread) throw new Conflict("tickets.newMessage");
}

type Place = Pick<Ticket, "id" | "reference" | "requesterId"> & { isElsewhere?: true };

/** A reply to a ticket that went into another stands there. */
async function whereItBelongs(tx: Tx, ticket: Ticket): Promise<Place> {
  const into = await repliesGoTo(tx, ticket);
  return into ? { ...into, isElsewhere: true } : ticket;
}

async function insert(ctx: Context, tx: Tx, on: Place, { body, visibility: wanted }: Comment) {
  // In somebody else's ticket a reply is for the agents: the one who asked there never sees what another wrote.
  const isForAgents = on.isElsewhere && personOf(ctx).personId !== on.requesterId;
  const visibility = isForAgents ? ("internal" as const) : wanted;
  const comment = {
    ...{ id: newId(), organisationId: ctx.organisation.id, ticketId: on.id },
    ...{ authorId: personOf(ctx).personId, visibility, body, createdAt: ctx.now },
  };
  await tx.insert(comments).values(comment);
  await touch(tx, on);
  const detail = { visibility, comment: comment.id };
  await record(ctx, tx, "tickets.commented", { kind: "ticket", id: on.reference }, detail);
  return comment;
}
