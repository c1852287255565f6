import { and, asc, desc, eq, type SQL, sql } from "drizzle-orm";
import { alias } from "drizzle-orm/pg-core";
import type { Tx } from "@/db/client";
import { orders, type receipts } from "@/db/schema/orders";
import { persons, units } from "@/db/schema/people";
import { type ticketEvents, tickets } from "@/db/schema/tickets";
import type { OrderStatus, Variant, WaitingFor } from "@/db/words";
import { type Context, read } from "@/lib/base/context";
import { NotFound } from "@/lib/base/errors";
import { may } from "@/lib/base/may";
import type { Clock } from "@/lib/sla/schema";
import { eventsOfTicket, openPause, readClocks, type TicketClock } from "@/lib/tickets/clock";
import { type ContentChange, changesBetween, type OrderContent } from "./content";
import type { ApprovalRow, LineRow, Order, TaskRow } from "./internal";
import {
  awaitsReceiptFrom,
  dueOrder,
  failedTask,
  matching,
  type OrderFilter,
  onlySuch,
  visible,
} from "./order-filters";
import { selectWholeOrders, type WholeOrder } from "./whole-orders";

export type Named = { id: string; name: string; email: string };

export type OrderView = {
  order: Order;
  requester: Named;
  unit: { slug: string; name: string };
  hardware: { slug: string; name: string };
  lines: (LineRow & { recipient: Named | null; tasks: TaskRow[] })[];
  approvals: (ApprovalRow & { decidedBy: string | null; changes: ContentChange[] })[];
  receipts: (typeof receipts.$inferSelect)[];
  clock: Clock;
  /** What it waits for now, or null. */
  pause: typeof ticketEvents.$inferSelect | null;
};

/** One order with all that its pages and REST show. NotFound when it is hidden or absent. */
export function getOrder(ctx: Context, reference: string): Promise<OrderView> {
  return read(ctx, async (tx) => {
    const isThis = and(eq(orders.reference, reference), eq(orders.organisationId, ctx.organisation.id));
    const [view] = await viewsOf(ctx, tx, await selectWholeOrders(tx).where(isThis));
    if (!view) throw new NotFound();
    return view;
  });
}

/** A page of the same orders as listOrders, whole: as many statements for many orders as for one. */
export function listOrderViews(ctx: Context, filter: OrderFilter, page: Page) {
  return read(ctx, async (tx) => {
    const { where, orderBy, isDesk } = ranked(ctx, filter, page);
    const rows = await selectWholeOrders(tx)
      .where(where)
      .orderBy(...orderBy)
      .limit(page.limit + 1);
    const last = rows.length > page.limit ? rows[page.limit - 1] : undefined;
    const next = last ? { at: isDesk ? last.dueOrder : last.order.receivedAt, id: last.order.id } : null;
    return { items: await viewsOf(ctx, tx, rows.slice(0, page.limit)), next };
  });
}

async function viewsOf(ctx: Context, tx: Tx, rows: WholeOrder[]): Promise<OrderView[]> {
  const readable = rows.filter((row) => may(ctx.actor, "order:read", subjectOf(row)));
  const clocks = await readClocks(ctx, tx, readable);
  return readable.flatMap((row, n) => (clocks[n] ? [viewOf(row, clocks[n])] : []));
}

function subjectOf({ order, unitPath, lines }: WholeOrder) {
  return { unitPath, requesterId: order.requesterId, recipientIds: lines.map((line) => line.recipientId) };
}

function viewOf(row: WholeOrder, { clock, events }: TicketClock): OrderView {
  const { order, ticket, lines, rounds, people } = row;
  const named = (id: string | null) => people.find((each) => each.id === id) ?? null;
  return {
    order: { ...order, ...subjectOf(row), ticket, lines, tasks: row.tasks },
    ...{ requester: row.requester, unit: row.unit, hardware: row.hardware },
    lines: lines.map((line) => ({
      ...line,
      recipient: named(line.recipientId),
      tasks: row.tasks.filter((task) => task.lineId === line.id),
    })),
    approvals: rounds.map((round, n) => {
      const before = rounds[n - 1]?.content as OrderContent | undefined;
      const changes = before ? changesBetween(before, round.content as OrderContent) : [];
      return { ...round, decidedBy: named(round.decidedById)?.name ?? null, changes };
    }),
    receipts: row.receipts,
    clock,
    pause: openPause(events),
  };
}

export type OrderSummary = {
  id: string;
  reference: string;
  status: OrderStatus;
  variant: Variant;
  title: string;
  receivedAt: Date;
  deliveredAt: Date | null;
  dueAt: Date;
  requester: string;
  requesterId: string;
  unit: string;
  costCentre: string;
  rentPerMonthOre: number;
  quantity: number;
  deliverTo: string;
  hasFailedTask: boolean;
  needsSerialNumber: boolean;
  /** What it waits for now, or null. */
  waitingFor: WaitingFor | null;
  /** Something has been handed over that the reader has not confirmed. */
  awaitsMyReceipt: boolean;
  clock: Clock;
};

export type OrderCursor = { at: Date; id: string };

type Page = { cursor?: OrderCursor | undefined; limit: number };

/** A page of orders the person may read, without bodies, by keyset: newest first; the desk's by what is due next. One round trip. */
export function listOrders(ctx: Context, filter: OrderFilter, page: Page) {
  return read(ctx, async (tx) => {
    const { where, orderBy, key } = ranked(ctx, filter, page);
    const requester = alias(persons, "requester");
    const rows = await tx
      .select({
        order: orders,
        ticket: {
          id: tickets.id,
          title: tickets.title,
          dueAt: tickets.dueAt,
          calendarId: tickets.calendarId,
          policyId: tickets.policyId,
        },
        sortedAt: key,
        requester: requester.name,
        unit: units.name,
        quantity: sql<number>`(select count(*)::int from order_lines l where l.order_id = ${orders.id})`,
        hasFailedTask: sql<boolean>`${failedTask}`,
        needsSerialNumber: sql<boolean>`exists (select 1 from tasks t where t.order_id = ${orders.id} and t.kind = 'register_serial_number' and t.status = 'waiting')`,
        awaitsMyReceipt: sql<boolean>`${awaitsReceiptFrom(ctx)}`,
        events: eventsOfTicket,
      })
      .from(orders)
      .innerJoin(tickets, eq(tickets.id, orders.ticketId))
      .innerJoin(requester, eq(requester.id, orders.requesterId))
      .innerJoin(units, eq(units.id, orders.unitId))
      .where(where)
      .orderBy(...orderBy)
      .limit(page.limit + 1);
    const shown = rows.slice(0, page.limit);
    const clocks = await readClocks(ctx, tx, shown);
    const items = shown.flatMap(({ order, ticket, events, sortedAt: _, ...row }, n): OrderSummary[] => {
      const clock = clocks[n]?.clock;
      const waitingFor = openPause(events)?.waitingFor ?? null;
      return clock ? [{ ...order, ...row, title: ticket.title, dueAt: ticket.dueAt, waitingFor, clock }] : [];
    });
    const last = rows.length > page.limit ? rows[page.limit - 1] : undefined;
    const next = last ? { at: last.sortedAt, id: last.order.id } : null;
    return { items, next };
  });
}

/** Which orders a list holds from the cursor on, and in what order. */
function ranked(ctx: Context, filter: OrderFilter, { cursor }: Page) {
  const isDesk = filter.view === "desk";
  const key = isDesk ? dueOrder : orders.receivedAt;
  const where = and(
    eq(orders.organisationId, ctx.organisation.id),
    visible(ctx, filter),
    matching(filter),
    onlySuch(ctx, filter.only),
    after(cursor, key, isDesk),
  );
  return { isDesk, key, where, orderBy: isDesk ? [asc(key), asc(orders.id)] : [desc(key), desc(orders.id)] };
}

function after(
  cursor: OrderCursor | undefined,
  key: typeof orders.receivedAt | typeof dueOrder,
  isDesk: boolean,
): SQL | undefined {
  if (!cursor) return undefined;
  const at = cursor.at.toISOString();
  return isDesk
    ? sql`(${key}, ${orders.id}) > (${at}, ${cursor.id})`
    : sql`(${key}, ${orders.id}) < (${at}, ${cursor.id})`;
}
