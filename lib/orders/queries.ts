import { and, asc, desc, eq, inArray, or, type SQL, sql } from "drizzle-orm";
import { alias } from "drizzle-orm/pg-core";
import { hardwareModels } from "@/db/schema/catalogue";
import { approvals, orderLines, orders, receipts } from "@/db/schema/orders";
import { persons, units } from "@/db/schema/people";
import { type ticketEvents, tickets } from "@/db/schema/tickets";
import type { OrderStatus, Variant } from "@/db/words";
import { type Context, read } from "@/lib/base/context";
import { personOf, unitPathsFor } from "@/lib/base/may";
import { getCalendar, getPolicy } from "@/lib/calendars/queries";
import { evaluate } from "@/lib/sla/evaluate";
import type { Clock } from "@/lib/sla/schema";
import { clockEventsOf, openPause, readClock } from "@/lib/tickets/clock";
import { type ContentChange, changesBetween, type OrderContent } from "./content";
import { type ApprovalRow, type LineRow, type Order, orderOrThrow, type TaskRow } from "./internal";

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
  dueAt: Date;
  requester: string;
  unit: string;
  costCentre: string;
  rentPerMonthOre: number;
  quantity: number;
  deliverTo: string;
  hasFailedTask: boolean;
  clock: Clock;
};

export type OrderFilter = {
  /** mine: ordered by or for me · approvals: waiting for my decision · desk: what agents work on · all: whatever I may read. */
  view: "mine" | "approvals" | "desk" | "all";
  status?: OrderStatus[];
  q?: string;
};
export type OrderCursor = { at: Date; id: string };

/** A page of orders the person may read, without bodies, by keyset: newest first; the desk's by due instant. One round trip. */
export function listOrders(
  ctx: Context,
  filter: OrderFilter,
  page: { cursor?: OrderCursor | undefined; limit: number },
) {
  return read(ctx, async (tx) => {
    const isDesk = filter.view === "desk";
    const key = isDesk ? tickets.dueAt : orders.receivedAt;
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
        requester: requester.name,
        unit: units.name,
        quantity: sql<number>`(select count(*)::int from order_lines l where l.order_id = ${orders.id})`,
        hasFailedTask: sql<boolean>`exists (select 1 from tasks t where t.order_id = ${orders.id} and t.status = 'failed')`,
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
          after(page.cursor, key, isDesk),
        ),
      )
      .orderBy(...(isDesk ? [asc(key), asc(orders.id)] : [desc(key), desc(orders.id)]))
      .limit(page.limit + 1);
    const items: OrderSummary[] = [];
    for (const { order, ticket, events, ...row } of rows.slice(0, page.limit)) {
      const { calendar } = await getCalendar({ ...ctx, tx }, ticket.calendarId);
      const { policy } = await getPolicy({ ...ctx, tx }, ticket.policyId);
      const clock = evaluate(clockEventsOf(events.map(eventOf)), calendar, policy, ctx.now);
      items.push({ ...order, ...row, title: ticket.title, dueAt: ticket.dueAt, clock });
    }
    const last = items.at(-1);
    const next = rows.length > page.limit && last ? { at: isDesk ? last.dueAt : last.receivedAt, id: last.id } : null;
    return { items, next };
  });
}

type EventRow = typeof ticketEvents.$inferSelect;
type EventJson = { at: string; kind: EventRow["kind"]; waiting_for: EventRow["waitingFor"]; reason: string | null };

const eventOf = (json: EventJson): EventRow =>
  ({ ...json, at: new Date(json.at), waitingFor: json.waiting_for, reviewAt: null }) as unknown as EventRow;

function visible(ctx: Context, { view }: OrderFilter): SQL | undefined {
  const me = personOf(ctx).personId;
  const forMe = sql`exists (select 1 from order_lines l where l.order_id = ${orders.id} and l.recipient_id = ${me})`;
  const own = or(eq(orders.requesterId, me), forMe);
  if (view === "mine") return own;
  if (view === "approvals") {
    return and(
      eq(orders.status, "awaiting_approval"),
      sql`${orders.requesterId} <> ${me}`,
      under(unitPathsFor(ctx.actor, "order:approve")),
    );
  }
  const byRole = under(unitPathsFor(ctx.actor, "order:read"));
  if (view === "desk") return and(byRole, inArray(orders.status, ["awaiting_approval", "preparing", "ready"]));
  return or(own, byRole);
}

function under(paths: string[]): SQL | undefined {
  if (paths.length === 0) return sql`false`;
  return or(...paths.map((path) => sql`${units.path} like ${`${path}%`}`));
}

function matching({ status, q }: OrderFilter): SQL | undefined {
  const words = q?.trim();
  return and(
    status && status.length > 0 ? inArray(orders.status, status) : undefined,
    words ? or(eq(orders.reference, words), sql`${tickets.title} ilike ${`%${words}%`}`, serialIs(words)) : undefined,
  );
}

const serialIs = (words: string): SQL =>
  sql`exists (select 1 from ${orderLines} l where l.order_id = ${orders.id} and l.serial_number = ${words.toUpperCase()})`;

function after(
  cursor: OrderCursor | undefined,
  key: typeof orders.receivedAt | typeof tickets.dueAt,
  isDesk: boolean,
): SQL | undefined {
  if (!cursor) return undefined;
  const at = cursor.at.toISOString();
  return isDesk
    ? sql`(${key}, ${orders.id}) > (${at}, ${cursor.id})`
    : sql`(${key}, ${orders.id}) < (${at}, ${cursor.id})`;
}
