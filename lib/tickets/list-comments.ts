import { and, asc, eq } from "drizzle-orm";
import { mailedTexts } from "@/db/schema/intake";
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
  /** Where it came by mail: from whom it says it is, whether that is proven, and what is folded. `html` is cleaned. */
  mail: {
    sender: string;
    senderName: string;
    isProven: boolean;
    supplier: string | null;
    quoted: string;
    html: string | null;
  } | null;
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
        mail: {
          ...{ sender: mailedTexts.sender, senderName: mailedTexts.senderName, isProven: mailedTexts.isProven },
          ...{ supplier: mailedTexts.supplier, quoted: mailedTexts.quoted, html: mailedTexts.html },
        },
      })
      .from(comments)
      .leftJoin(persons, eq(persons.id, comments.authorId))
      .leftJoin(mailedTexts, eq(mailedTexts.commentId, comments.id))
      .where(and(eq(comments.ticketId, ticket.id), seesAll ? undefined : eq(comments.visibility, "public")))
      .orderBy(asc(comments.createdAt), asc(comments.id));
  });
}
