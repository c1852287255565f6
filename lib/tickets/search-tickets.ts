import { and, desc, eq, inArray, type SQL, sql } from "drizzle-orm";
import { alias } from "drizzle-orm/pg-core";
import type { Tx } from "@/db/client";
import { attachmentContents, attachments } from "@/db/schema/attachments";
import { persons, units } from "@/db/schema/people";
import { comments, tickets } from "@/db/schema/tickets";
import type { TicketStatus } from "@/db/words";
import { type Context, read } from "@/lib/base/context";
import { type Found, matchingTickets } from "./matching-tickets";
import { searchWords } from "./search-words";
import { marked, type Piece, snippet } from "./snippet";
import { isQueueMember, mayOnTicket } from "./visibility";

/** `place`: where the snippet stands; null where reference, serial number or a name was what was found. */
export type TicketHit = {
  reference: string;
  status: TicketStatus;
  receivedAt: Date;
  requester: string;
  assignee: string | null;
  title: Piece[];
  place: "description" | "resolution" | "comment" | "internal" | "file" | null;
  snippet: Piece[];
};

export type TicketSearchCursor = Found;

type Search = { q: string; limit: number; cursor?: Found | undefined };

/**
 * What a person finds among the tickets they may see: identifiers first, then titles, then the rest, the newest first. Every word
 * must be there, in any form or as its beginning, in Swedish or English.
 */
export function searchTickets(ctx: Context, search: Search): Promise<{ items: TicketHit[]; next: Found | null }> {
  return read(ctx, async (tx) => {
    const found = await matchingTickets(ctx, tx, { ...search, byRank: true });
    const shown = found.slice(0, search.limit);
    const last = shown.at(-1);
    const next = last && found.length > search.limit ? { id: last.id, rank: last.rank, at: last.at } : null;
    return { items: await hitsOf(ctx, tx, shown, search.q), next };
  });
}

async function hitsOf(ctx: Context, tx: Tx, found: Found[], q: string): Promise<TicketHit[]> {
  if (found.length === 0) return [];
  const ids = found.map(({ id }) => id);
  const [requester, assignee] = [alias(persons, "requester"), alias(persons, "assignee")];
  const [said] = await tx.execute<{ stems: string[] }>(
    sql`select search_stems(${`{${searchWords(q).join(",")}}`}::text[]) stems`,
  );
  const stems = (said?.stems ?? []).filter((stem) => /^[\p{L}\p{N}]+$/u.test(stem));
  const rows = await tx
    .select({
      ticket: tickets,
      unitPath: units.path,
      isMember: isQueueMember(ctx),
      requester: requester.name,
      assignee: assignee.name,
    })
    .from(tickets)
    .innerJoin(units, eq(units.id, tickets.unitId))
    .innerJoin(requester, eq(requester.id, tickets.requesterId))
    .leftJoin(assignee, eq(assignee.id, tickets.assigneeId))
    .where(inArray(tickets.id, ids));
  const talk = await textsOf(tx, ids, stems);
  return ids.flatMap((id) => {
    const row = rows.find(({ ticket }) => ticket.id === id);
    if (!row) return [];
    const { ticket, unitPath, isMember } = row;
    const seesInternal = mayOnTicket(ctx, "ticket:work", { ...ticket, unitPath, isMember });
    const texts = talk.filter((text) => text.ticketId === id && (seesInternal || !text.isInternal));
    return [
      { ...placeOf(ticket, texts, stems), ...aboutOf(ticket, stems), requester: row.requester, assignee: row.assignee },
    ];
  });
}

type Row = typeof tickets.$inferSelect;
type Text = { ticketId: string; isInternal: boolean; isFile: boolean; text: string };

const aboutOf = ({ reference, status, receivedAt, title }: Row, stems: string[]) => {
  return { reference, status, receivedAt, title: marked(title, stems) };
};

/** The first text in which something is found, in the order in which one would read it. */
function placeOf(
  { description, resolution }: Row,
  texts: Text[],
  stems: string[],
): Pick<TicketHit, "place" | "snippet"> {
  const all: [TicketHit["place"], string][] = [
    ["description", description],
    ["resolution", resolution ?? ""],
    ...texts.map(({ isFile, isInternal, text }): [TicketHit["place"], string] => {
      return [isFile ? "file" : isInternal ? "internal" : "comment", text];
    }),
  ];
  for (const [place, text] of all) {
    const pieces = snippet(text, stems);
    if (pieces) return { place, snippet: pieces };
  }
  return { place: null, snippet: [{ text: description.replace(/\s+/g, " ").slice(0, 160), isHit: false }] };
}

/** Messages and files of these tickets in which something is found, the newest first. */
async function textsOf(tx: Tx, ids: string[], stems: string[]): Promise<Text[]> {
  if (stems.length === 0) return [];
  const says = (text: SQL | typeof comments.body | typeof attachmentContents.words) =>
    sql`search_fold(${text}) ~ ${`\\m(${stems.join("|")})`}`;
  const talk = await tx
    .select({
      ticketId: comments.ticketId,
      isInternal: sql<boolean>`${comments.visibility} <> 'public'`,
      text: comments.body,
    })
    .from(comments)
    .where(and(inArray(comments.ticketId, ids), says(comments.body)))
    .orderBy(desc(comments.createdAt))
    .limit(200);
  const name = sql<string>`concat_ws(': ', ${attachments.name}, left(${attachmentContents.words}, 50000))`;
  const files = await tx
    .select({ ticketId: attachments.ticketId, isInternal: attachments.isInternal, text: name })
    .from(attachments)
    .innerJoin(attachmentContents, eq(attachmentContents.attachmentId, attachments.id))
    .where(and(inArray(attachments.ticketId, ids), says(name)))
    .orderBy(desc(attachments.createdAt))
    .limit(100);
  return [...talk.map((text) => ({ ...text, isFile: false })), ...files.map((text) => ({ ...text, isFile: true }))];
}
