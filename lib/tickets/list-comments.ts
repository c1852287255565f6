import { and, asc, eq } from "drizzle-orm";
import { persons } from "@/db/schema/people";
import { comments } from "@/db/schema/tickets";
import type { Visibility } from "@/db/words";
import { type Context, read } from "@/lib/base/context";
import { ticketOrThrow } from "./internal";
import { mayOnTicket } from "./visibility";

export type CommentRow = {
  id: string;
  visibility: Visibility;
  body: string;
  createdAt: Date;
  author: string | null;
  authorId: string | null;
};

/** A ticket's conversation, oldest first. Internal notes are for those who work on it alone. NotFound when it is hidden or absent. */
export function listComments(ctx: Context, reference: string): Promise<CommentRow[]> {
  return read(ctx, async (tx) => {
    const ticket = await ticketOrThrow(ctx, tx, reference);
    const seesAll = mayOnTicket(ctx, "ticket:work", ticket);
    return tx
      .select({
        ...{ id: comments.id, visibility: comments.visibility, body: comments.body, createdAt: comments.createdAt },
        ...{ author: persons.name, authorId: comments.authorId },
      })
      .from(comments)
      .leftJoin(persons, eq(persons.id, comments.authorId))
      .where(and(eq(comments.ticketId, ticket.id), seesAll ? undefined : eq(comments.visibility, "public")))
      .orderBy(asc(comments.createdAt), asc(comments.id));
  });
}
