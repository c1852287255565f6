import { and, desc, eq, gte, inArray, isNull, lt, type SQL, sql } from "drizzle-orm";
import { alias } from "drizzle-orm/pg-core";
import type { Tx } from "@/db/client";
import { persons, units } from "@/db/schema/people";
import { queues, tickets } from "@/db/schema/tickets";
import type { TicketStatus } from "@/db/words";
import { type Context, read } from "@/lib/base/context";
import { eventsOfTicket, readClocks } from "./clock";
import { matchingTickets } from "./matching-tickets";
import { type TicketView, ticketView } from "./queries";
import { isQueueMember, readable } from "./visibility";

/** Each filter narrows. `received`: from the first instant, up to but not with the second. `assignee: null` is nobody. */
export type TicketFilter = {
  status?: TicketStatus[] | undefined;
  line?: number[] | undefined;
  queue?: string | undefined;
  category?: string | undefined;
  assignee?: string | null | undefined;
  requester?: string | undefined;
  device?: string | undefined;
  receivedFrom?: Date | undefined;
  receivedTo?: Date | undefined;
  q?: string | undefined;
};

export type TicketCursor = { at: Date; id: string };

type Page = { cursor?: TicketCursor | undefined; limit: number };

/** A page of the tickets the person may read, newest first, by keyset: rows that come meanwhile move nothing. */
export function listTickets(
  ctx: Context,
  filter: TicketFilter,
  page: Page,
): Promise<{ items: TicketView[]; next: TicketCursor | null }> {
  return read(ctx, async (tx) => {
    const found = !filter.q ? null : await foundBy(ctx, tx, filter, page);
    const rows = await tx
      .select({ ticket: tickets, unitPath: units.path, isMember: isQueueMember(ctx), about, events: eventsOfTicket })
      .from(tickets)
      .innerJoin(units, eq(units.id, tickets.unitId))
      .innerJoin(queues, eq(queues.id, tickets.queueId))
      .innerJoin(requester, eq(requester.id, tickets.requesterId))
      .leftJoin(assignee, eq(assignee.id, tickets.assigneeId))
      .where(
        and(
          eq(tickets.organisationId, ctx.organisation.id),
          readable(ctx),
          matching(filter),
          found ?? after(page.cursor),
        ),
      )
      .orderBy(desc(tickets.receivedAt), desc(tickets.id))
      .limit(page.limit + 1);
    const shown = rows.slice(0, page.limit);
    const clocks = await readClocks(ctx, tx, shown);
    const items = shown.flatMap(({ ticket, unitPath, isMember, about: its }, n) => {
      const read = clocks[n];
      return read ? [ticketView({ ...ticket, unitPath, isMember }, its, read)] : [];
    });
    const last = items.at(-1)?.ticket;
    return { items, next: last && rows.length > page.limit ? { at: last.receivedAt, id: last.id } : null };
  });
}

const requester = alias(persons, "requester");
const assignee = alias(persons, "assignee");
const about = { requester: requester.email, assignee: assignee.email, queue: queues.slug, unit: units.slug };

function matching(filter: TicketFilter): SQL | undefined {
  const { status, line, receivedFrom, receivedTo } = filter;
  return and(
    status && inArray(tickets.status, status),
    line && inArray(tickets.line, line),
    filter.queue === undefined ? undefined : eq(queues.slug, filter.queue),
    filter.category === undefined ? undefined : inCategory(filter.category),
    filter.assignee === null ? isNull(tickets.assigneeId) : emailIs(assignee, filter.assignee),
    emailIs(requester, filter.requester),
    filter.device === undefined ? undefined : eq(tickets.deviceSerialNumber, filter.device.toUpperCase()),
    receivedFrom && gte(tickets.receivedAt, receivedFrom),
    receivedTo && lt(tickets.receivedAt, receivedTo),
  );
}

/** A category and everything under it: "service" holds "service/ipad". */
const inCategory = (category: string): SQL =>
  sql`(${tickets.category} = ${category} or starts_with(${tickets.category}, ${`${category}/`}))`;

const emailIs = (who: typeof requester | typeof assignee, email: string | undefined): SQL | undefined =>
  email === undefined ? undefined : eq(who.email, email.trim().toLowerCase());

/** The page's tickets where words are looked for: the index finds them, the other conditions narrow them. */
async function foundBy(ctx: Context, tx: Tx, filter: TicketFilter, page: Page): Promise<SQL | undefined> {
  const narrow = async (ids: string[]) => {
    const rows = await tx
      .select({ id: tickets.id })
      .from(tickets)
      .innerJoin(queues, eq(queues.id, tickets.queueId))
      .innerJoin(requester, eq(requester.id, tickets.requesterId))
      .leftJoin(assignee, eq(assignee.id, tickets.assigneeId))
      .where(and(sql`${tickets.id} = any(${`{${ids.join(",")}}`}::uuid[])`, matching(filter)));
    return rows.map(({ id }) => id);
  };
  const { cursor, limit } = page;
  const asked = { q: filter.q ?? "", limit, byRank: false, narrow, cursor: cursor && { ...cursor, rank: 0 } };
  const found = await matchingTickets(ctx, tx, asked);
  return inArray(
    tickets.id,
    found.map(({ id }) => id),
  );
}

const after = (cursor: TicketCursor | undefined): SQL | undefined =>
  cursor && sql`(${tickets.receivedAt}, ${tickets.id}) < (${cursor.at.toISOString()}, ${cursor.id})`;
