import { and, asc, desc, eq, inArray, type SQL, sql } from "drizzle-orm";
import { alias } from "drizzle-orm/pg-core";
import { hardwareModels } from "@/db/schema/catalogue";
import { approvals, orders, receipts } from "@/db/schema/orders";
import { persons, units } from "@/db/schema/people";
import { type ticketEvents, tickets } from "@/db/schema/tickets";
import type { OrderStatus, Variant, WaitingFor } from "@/db/words";
import { type Context, read } from "@/lib/base/context";
import { getCalendar, getPolicy } from "@/lib/calendars/queries";
import { evaluate } from "@/lib/sla/evaluate";
import type { Clock } from "@/lib/sla/schema";
import { clockEventsOf, openPause, readClock } from "@/lib/tickets/clock";
import { type ContentChange, changesBetween, type OrderContent } from "./content";
import { type ApprovalRow, type LineRow, type Order, orderOrThrow, type TaskRow } from "./internal";
import {
  awaitsReceiptFrom,
  dueOrder,
  failedTask,
  matching,
  type OrderFilter,
  onlySuch,
  visible,
} from "./order-filters";

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
    const order = await orderOrThrow(ctx, tx, reference);
    const [about] = await tx
      .select({
        requester: { id: persons.id, name: persons.name, email: persons.email },
        unit: { slug: units.slug, name: units.name },
        hardware: { slug: hardwareModels.slug, name: hardwareModels.name },
      })
      .from(orders)
      .innerJoin(persons, eq(persons.id, orders.requesterId))
      .innerJoin(units, eq(units.id, orders.unitId))
      .innerJoin(hardwareModels, eq(hardwareModels.id, orders.hardwareModelId))
      .where(eq(orders.id, order.id));
    if (!about) throw new Error("an order lost what it is about");
    const ids = order.recipientIds.filter((id) => id !== null);
    const named = { id: persons.id, name: persons.name, email: persons.email };
    const people = ids.length > 0 ? await tx.select(named).from(persons).where(inArray(persons.id, ids)) : [];
    const { clock, events } = await readClock(ctx, tx, order.ticket);
    const rounds = await tx
      .select({ approval: approvals, decidedBy: persons.name })
      .from(approvals)
      .leftJoin(persons, eq(persons.id, approvals.decidedById))
      .where(eq(approvals.orderId, order.id))
      .orderBy(asc(approvals.round));
    return {
      order,
      ...about,
      lines: order.lines.map((line) => ({
        ...line,
        recipient: people.find((each) => each.id === line.recipientId) ?? null,
        tasks: order.tasks.filter((task) => task.lineId === line.id),
      })),
      approvals: rounds.map(({ approval, decidedBy }, n) => {
        const before = rounds[n - 1]?.approval.content as OrderContent | undefined;
        return {
          ...approval,
          decidedBy,
          changes: before ? changesBetween(before, approval.content as OrderContent) : [],
        };
      }),
      receipts: await tx.select().from(receipts).where(eq(receipts.orderId, order.id)).orderBy(asc(receipts.createdAt)),
      clock,
      pause: openPause(events),
    };
  });
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

/** A page of orders the person may read, without bodies, by keyset: newest first; the desk's by what is due next. One round trip. */
export function listOrders(
  ctx: Context,
  filter: OrderFilter,
  page: { cursor?: OrderCursor | undefined; limit: number },
) {
  return read(ctx, async (tx) => {
    const isDesk = filter.view === "desk";
    const key = isDesk ? dueOrder : orders.receivedAt;
    const requester = alias(persons, "requester");
    const rows = await tx
      .select({
        order: orders,
        ticket: {
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
        events: sql<
          EventJson[]
        >`(select json_agg(e order by e.id) from ticket_events e where e.ticket_id = ${tickets.id})`,
      })
      .from(orders)
      .innerJoin(tickets, eq(tickets.id, orders.ticketId))
      .innerJoin(requester, eq(requester.id, orders.requesterId))
      .innerJoin(units, eq(units.id, orders.unitId))
      .where(
        and(
          eq(orders.organisationId, ctx.organisation.id),
          visible(ctx, filter),
          matching(filter),
          onlySuch(ctx, filter.only),
          after(page.cursor, key, isDesk),
        ),
      )
      .orderBy(...(isDesk ? [asc(key), asc(orders.id)] : [desc(key), desc(orders.id)]))
      .limit(page.limit + 1);
    const items: OrderSummary[] = [];
    for (const { order, ticket, events, sortedAt: _, ...row } of rows.slice(0, page.limit)) {
      const { calendar } = await getCalendar({ ...ctx, tx }, ticket.calendarId);
      const { policy } = await getPolicy({ ...ctx, tx }, ticket.policyId);
      const rows = events.map(eventOf);
      const clock = evaluate(clockEventsOf(rows), calendar, policy, ctx.now);
      const waitingFor = openPause(rows)?.waitingFor ?? null;
      items.push({ ...order, ...row, title: ticket.title, dueAt: ticket.dueAt, waitingFor, clock });
    }
    const last = rows.length > page.limit ? rows[page.limit - 1] : undefined;
    const next = last ? { at: last.sortedAt, id: last.order.id } : null;
    return { items, next };
  });
}

type EventRow = typeof ticketEvents.$inferSelect;
type EventJson = { at: string; kind: EventRow["kind"]; waiting_for: EventRow["waitingFor"]; reason: string | null };

const eventOf = (json: EventJson): EventRow =>
  ({ ...json, at: new Date(json.at), waitingFor: json.waiting_for, reviewAt: null }) as unknown as EventRow;

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
