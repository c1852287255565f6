import { and, asc, eq, gt, inArray, type SQL, sql } from "drizzle-orm";
import type { Tx } from "@/db/client";
import { history } from "@/db/schema/history";
import { units } from "@/db/schema/people";
import { comments, tickets } from "@/db/schema/tickets";
import { type Context, read } from "@/lib/base/context";
import { ticketOrThrow } from "./internal";
import { shownDetail, ticketsNamed } from "./shown-detail";
import { mayOnTicket, readable } from "./visibility";

/** `actor` is a name, or "portal". A comment's words stand in `detail.body`. */
export type TicketAct = { id: number; at: Date; actor: string; event: string; detail: Record<string, unknown> };

/**
 * Every act on a ticket and on the order that shares its reference, oldest first. What is internal is for those who work on it: notes
 * are left out, and of the other acts the requester reads the fields that concern them. NotFound when it is hidden or absent.
 */
export function listTicketHistory(
  ctx: Context,
  reference: string,
  page: { after?: number | undefined; limit: number },
): Promise<{ items: TicketAct[]; next: number | null }> {
  return read(ctx, async (tx) => {
    const ticket = await ticketOrThrow(ctx, tx, reference);
    const isAgent = mayOnTicket(ctx, "ticket:work", ticket);
    const rows = await tx
      .select({ act: history, body: comments.body })
      .from(history)
      .leftJoin(comments, theirComment)
      .where(
        and(
          eq(history.organisationId, ctx.organisation.id),
          inArray(history.objectKind, ["ticket", "order"]),
          eq(history.objectId, ticket.reference),
          page.after === undefined ? undefined : gt(history.id, page.after),
          isAgent ? undefined : forEveryone,
        ),
      )
      .orderBy(asc(history.id))
      .limit(page.limit + 1);
    const shown = rows.slice(0, page.limit);
    const sees = await readableOf(ctx, tx, ticketsNamed(shown.map(({ act }) => act)));
    const items = shown.map(({ act, body }) => {
      const { id, at, actorName: actor, event } = act;
      const detail = shownDetail(act, { isAgent, sees });
      return { id, at, actor, event, detail: body === null ? detail : { ...detail, body } };
    });
    return { items, next: rows.length > page.limit ? (items.at(-1)?.id ?? null) : null };
  });
}

const theirComment = sql`${comments.id} = case when ${history.event} = 'tickets.commented' then (${history.detail} ->> 'comment')::uuid end`;

const forEveryone: SQL = sql`(${history.detail} ->> 'visibility' is distinct from 'internal' and ${history.detail} ->> 'isInternal' is distinct from 'true')`;

/** Those of the named tickets that this person may see. */
export async function readableOf(ctx: Context, tx: Tx, references: string[]): Promise<Set<string>> {
  if (references.length === 0) return new Set();
  const found = await tx
    .select({ reference: tickets.reference })
    .from(tickets)
    .innerJoin(units, eq(units.id, tickets.unitId))
    .where(and(eq(tickets.organisationId, ctx.organisation.id), inArray(tickets.reference, references), readable(ctx)));
  return new Set(found.map(({ reference }) => reference));
}
