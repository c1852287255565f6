import { and, asc, eq, gt, inArray, type SQL, sql } from "drizzle-orm";
import { history } from "@/db/schema/history";
import { comments } from "@/db/schema/tickets";
import { type Context, read } from "@/lib/base/context";
import { ticketOrThrow } from "./internal";
import { mayOnTicket } from "./visibility";

/** `actor` is a name, or "portal". A comment's words stand in `detail.body`. */
export type TicketAct = { id: number; at: Date; actor: string; event: string; detail: Record<string, unknown> };

/** Every act on a ticket and on the order that shares its reference, oldest first. Internal notes are for agents alone. */
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
          isAgent ? undefined : forEveryone(),
        ),
      )
      .orderBy(asc(history.id))
      .limit(page.limit + 1);
    const items = rows.slice(0, page.limit).map(({ act, body }) => {
      const { comment: _, ...known } = act.detail;
      const detail = act.event === "tickets.transferred" && !isAgent ? { ...known, reason: undefined } : known;
      const { id, at, actorName: actor, event } = act;
      return { id, at, actor, event, detail: body === null ? detail : { ...detail, body } };
    });
    return { items, next: rows.length > page.limit ? (items.at(-1)?.id ?? null) : null };
  });
}

const theirComment = sql`${comments.id} = case when ${history.event} = 'tickets.commented' then (${history.detail} ->> 'comment')::uuid end`;

/** Of comments and files alike: an act that says that it is internal is for agents. */
const forEveryone = (): SQL => sql`coalesce(${history.detail} ->> 'visibility', 'public') = 'public'`;
