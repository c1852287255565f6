import { and, desc, eq, ilike, inArray, ne, or } from "drizzle-orm";
import { units } from "@/db/schema/people";
import { comments, tickets } from "@/db/schema/tickets";
import { type Context, read } from "@/lib/base/context";
import { requireMayOnTicket, ticketOrThrow } from "./internal";
import { openStatuses } from "./status";
import { readable } from "./visibility";

/** A ticket that another may go into, as one looks at it before deciding. */
export type Mergeable = {
  reference: string;
  title: string;
  description: string;
  receivedAt: Date;
  requesterId: string;
  messages: number;
};

const most = 10;
const columns = {
  ...{ reference: tickets.reference, title: tickets.title, description: tickets.description },
  ...{ receivedAt: tickets.receivedAt, requesterId: tickets.requesterId, id: tickets.id },
};

/**
 * Open tickets that this one may be merged into: of the same requester first, by reference or words of the title; without words those
 * of the same requester or category. For those who work on the ticket, of what they may read.
 */
export function findMergeable(ctx: Context, reference: string, query: string): Promise<Mergeable[]> {
  return read(ctx, async (tx) => {
    const ticket = await ticketOrThrow(ctx, tx, reference);
    requireMayOnTicket(ctx, "ticket:work", ticket);
    const words = query.trim().replace(/[%_\\]/g, "\\$&");
    const fits =
      words === ""
        ? or(eq(tickets.requesterId, ticket.requesterId), eq(tickets.category, ticket.category))
        : or(eq(tickets.reference, query.trim()), ilike(tickets.title, `%${words}%`));
    const found = await tx
      .select(columns)
      .from(tickets)
      .innerJoin(units, eq(units.id, tickets.unitId))
      .where(
        and(
          eq(tickets.organisationId, ctx.organisation.id),
          ne(tickets.id, ticket.id),
          inArray(tickets.status, [...openStatuses]),
          readable(ctx),
          fits,
        ),
      )
      .orderBy(desc(eq(tickets.requesterId, ticket.requesterId)), desc(tickets.receivedAt))
      .limit(most);
    const counts = await Promise.all(
      found.map(({ id }) => tx.$count(comments, and(eq(comments.ticketId, id), eq(comments.visibility, "public")))),
    );
    return found.map(({ id: _, ...each }, n) => ({ ...each, messages: counts[n] ?? 0 }));
  });
}
