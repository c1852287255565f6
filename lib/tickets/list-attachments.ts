import { and, asc, eq, getTableColumns } from "drizzle-orm";
import type { Tx } from "@/db/client";
import { attachmentContents, attachments } from "@/db/schema/attachments";
import { persons } from "@/db/schema/people";
import { tickets } from "@/db/schema/tickets";
import { type Context, read } from "@/lib/base/context";
import { NotFound, RuleBroken } from "@/lib/base/errors";
import { type Ticket, ticketOrThrow } from "./internal";
import { mayOnTicket } from "./visibility";

/** A file as it is shown; `uploader` is a name, null where it came by itself. */
export type AttachmentView = typeof attachments.$inferSelect & { uploader: string | null };

/** A ticket's files, oldest first, their contents left where they are. Internal ones are for those who work on it alone. */
export function listAttachments(ctx: Context, reference: string): Promise<AttachmentView[]> {
  return read(ctx, async (tx) => {
    const ticket = await ticketOrThrow(ctx, tx, reference);
    return tx
      .select({ ...getTableColumns(attachments), uploader: persons.name })
      .from(attachments)
      .leftJoin(persons, eq(persons.id, attachments.uploaderId))
      .where(and(eq(attachments.ticketId, ticket.id), shownTo(ctx, ticket)))
      .orderBy(asc(attachments.createdAt), asc(attachments.id));
  });
}

type Fetched = { name: string; type: string; content: Buffer };

/**
 * A file with its content, or its `thumbnail` (WebP). NotFound where ticket or file is hidden or absent. RuleBroken where it may not
 * be handed out: it waits for the scanner, or the scanner found something in it.
 */
export function getAttachment(
  ctx: Context,
  id: string,
  asked: { reference?: string; isThumbnail?: boolean } = {},
): Promise<Fetched> {
  return read(ctx, async (tx) => {
    const [found] = await tx
      .select({ about: attachments, reference: tickets.reference })
      .from(attachments)
      .innerJoin(tickets, eq(tickets.id, attachments.ticketId))
      .where(and(eq(attachments.id, id), eq(attachments.organisationId, ctx.organisation.id)));
    if (!found || (asked.reference ?? found.reference) !== found.reference) throw new NotFound();
    const ticket = await ticketOrThrow(ctx, tx, found.reference);
    const { about } = found;
    if (about.isInternal && !seesInternal(ctx, ticket)) throw new NotFound();
    if (about.state === "held") throw new RuleBroken("attachments.held");
    if (about.state === "infected") throw new RuleBroken("attachments.infected");
    return asked.isThumbnail ? thumbnailOf(tx, about) : contentOf(tx, about);
  });
}

type About = typeof attachments.$inferSelect;

async function contentOf(tx: Tx, { id, name, type }: About): Promise<Fetched> {
  const { content } = attachmentContents;
  const [kept] = await tx.select({ content }).from(attachmentContents).where(eq(attachmentContents.attachmentId, id));
  if (!kept) throw new Error("an attachment lost its content");
  return { name, type, content: kept.content };
}

async function thumbnailOf(tx: Tx, { id, name }: About): Promise<Fetched> {
  const { thumbnail } = attachmentContents;
  const [kept] = await tx.select({ thumbnail }).from(attachmentContents).where(eq(attachmentContents.attachmentId, id));
  if (!kept?.thumbnail) throw new NotFound();
  return { name: name.replace(/\.\w+$/, ".webp"), type: "image/webp", content: kept.thumbnail };
}

const seesInternal = (ctx: Context, ticket: Ticket) => mayOnTicket(ctx, "ticket:work", ticket);

const shownTo = (ctx: Context, ticket: Ticket) =>
  seesInternal(ctx, ticket) ? undefined : eq(attachments.isInternal, false);
