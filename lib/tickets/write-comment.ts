import { eq } from "drizzle-orm";
import { comments, tickets } from "@/db/schema/tickets";
import { type Context, inTransaction } from "@/lib/base/context";
import { NotAllowed } from "@/lib/base/errors";
import { newId } from "@/lib/base/ids";
import { may, personOf } from "@/lib/base/may";
import { record } from "@/lib/history/record";
import { nextVersion, requireMayOnTicket, requireVersion, ticketOrThrow } from "./internal";
import { tellReply } from "./letters";
import { resumeIfAwaited } from "./resume-ticket";
import type { WriteComment } from "./schema";

/**
 * A reply (public) or a note (internal, agents alone). A reply from an agent reaches the requester by letter; one
 * from the requester lets go on what waited for them.
 */
export async function writeComment(ctx: Context, input: WriteComment & { reference: string; version?: number }) {
  return inTransaction(ctx, async (tx) => {
    const ticket = await ticketOrThrow(ctx, tx, input.reference, true);
    requireMayOnTicket(ctx, "ticket:comment", ticket);
    requireVersion(ticket, input.version);
    const isAgent = may(ctx.actor, "ticket:work", ticket);
    if (input.visibility === "internal" && !isAgent) throw new NotAllowed();
    const author = personOf(ctx);
    const comment = {
      id: newId(),
      organisationId: ctx.organisation.id,
      ticketId: ticket.id,
      authorId: author.personId,
      visibility: input.visibility,
      body: input.body,
      createdAt: ctx.now,
    };
    await tx.insert(comments).values(comment);
    const isFirstResponse = isAgent && input.visibility === "public" && !ticket.firstResponseAt;
    await tx
      .update(tickets)
      .set({ version: nextVersion, ...(isFirstResponse ? { firstResponseAt: ctx.now } : {}) })
      .where(eq(tickets.id, ticket.id));
    await record(
      ctx,
      tx,
      "tickets.commented",
      { kind: "ticket", id: ticket.reference },
      { visibility: input.visibility, comment: comment.id },
    );
    if (input.visibility === "public") await resumeIfAwaited(ctx, tx, ticket);
    if (input.visibility === "public" && author.personId !== ticket.requesterId)
      await tellReply(ctx, tx, ticket, comment);
    return comment;
  });
}
