import { and, eq, type SQL, sql } from "drizzle-orm";
import { alias } from "drizzle-orm/pg-core";
import type { Tx } from "@/db/client";
import { jsonRows } from "@/db/json-rows";
import { orders } from "@/db/schema/orders";
import { persons, units } from "@/db/schema/people";
import { queues, ticketEvents, tickets } from "@/db/schema/tickets";
import type { Channel, ClockTarget, OrderStatus, TicketStatus, TicketType } from "@/db/words";
import { type Context, read } from "@/lib/base/context";
import { workingDayNow } from "@/lib/calendars/working-day";
import type { Clock } from "@/lib/sla/schema";
import { type ClockReading, openPause, readClocks, type TicketClock } from "./clock";
import { foundInQueue } from "./found-in-queue";
import { matching, type QueueFilter } from "./queue-filter";
import { after, orderBy, type QueueCursor, type QueueSort, sortOf } from "./queue-sort";
import { inView, type QueueViewName } from "./queue-views";
import { workable } from "./visibility";

/** What a row of the queue shows; no text that anybody wrote but the title. */
export type QueueRow = {
  id: string;
  reference: string;
  version: number;
  type: TicketType;
  title: string;
  status: TicketStatus;
  /** Of an order's ticket: where the order stands, and whether one of its steps has stopped. */
  orderStatus: OrderStatus | null;
  hasFailedTask: boolean;
  line: number;
  queue: string;
  /** Null where the person's identity is protected. */
  requester: string | null;
  unit: string;
  assignee: string | null;
  isMine: boolean;
  priority: number;
  category: string;
  channel: Channel;
  device: string | null;
  receivedAt: Date;
  dueAt: Date;
  /** The clock that is due next, else the main one, and what it is held to. */
  clock: Clock;
  target: ClockTarget;
  pause: typeof ticketEvents.$inferSelect | null;
};

export type QueueAsk = { view: QueueViewName; sort?: QueueSort | undefined; filter?: QueueFilter };
type Page = { cursor?: QueueCursor | undefined; limit: number };
export type QueuePage = { items: QueueRow[]; next: QueueCursor | null };

/**
 * A page of what the person may see, nearest due first, by keyset. One statement finds the rows by an index and joins names to
 * those alone; calendars and policies of their clocks are two more, however many rows there are.
 */
export async function listQueue(ctx: Context, { view, sort, filter = {} }: QueueAsk, page: Page): Promise<QueuePage> {
  return read(ctx, async (tx) => {
    const by = sortOf(view, sort);
    const today = view === "today" ? await workingDayNow({ ...ctx, tx }) : null;
    const narrowed = and(
      ...[eq(tickets.organisationId, ctx.organisation.id), workable(ctx), inView({ ...ctx, today }, view)],
      matching(ctx, filter),
    );
    const found = filter.q?.trim() ? await saying(ctx, tx, filter.q.trim(), narrowed) : undefined;
    const where = and(narrowed, found, after(by, page.cursor));
    const rows = await rowsOf(tx, where, by, page.limit + 1);
    const clocks = await readClocks(
      ctx,
      tx,
      rows.map(({ ticket, events }) => ({ ticket, events })),
    );
    const items = rows.slice(0, page.limit).flatMap((row, n) => (clocks[n] ? [queueRow(ctx, row, clocks[n])] : []));
    const last = rows.length > page.limit ? items.at(-1) : undefined;
    return { items, next: last ? cursorOf(last, by) : null };
  });
}

const isOneOf = (ids: readonly string[]): SQL => sql`${tickets.id} = any(${`{${ids.join(",")}}`}::uuid[])`;

async function saying(ctx: Context, tx: Tx, words: string, narrowed: SQL | undefined): Promise<SQL> {
  const narrow = async (ids: string[]) => {
    const rows = await tx
      .select({ id: tickets.id })
      .from(tickets)
      .where(and(isOneOf(ids), narrowed));
    return rows.map(({ id }) => id);
  };
  return isOneOf(await foundInQueue(ctx, tx, words, narrow));
}

const requester = alias(persons, "requester");
const assignee = alias(persons, "assignee");

const shown = {
  ...{ id: tickets.id, reference: tickets.reference, version: tickets.version, type: tickets.type },
  ...{ title: tickets.title, status: tickets.status, line: tickets.line, priority: tickets.priority },
  ...{ category: tickets.category, channel: tickets.channel, device: tickets.deviceSerialNumber },
  ...{ receivedAt: tickets.receivedAt, dueAt: tickets.dueAt, assigneeId: tickets.assigneeId },
  ...{ calendarId: tickets.calendarId, policyId: tickets.policyId },
};

const failedTask = sql<boolean>`exists (select 1 from tasks k where k.order_id = ${orders.id} and k.status = 'failed')`;

/** The clocks' events, without the reasons that were written for people. */
const events = sql`(select coalesce(json_agg(e order by e.id), '[]') from ticket_events e where e.ticket_id = ${tickets.id})`;

async function rowsOf(tx: Tx, where: SQL | undefined, by: QueueSort, limit: number) {
  const found = tx
    .select({ foundId: sql<string>`${tickets.id}`.as("found_id") })
    .from(tickets)
    .where(where)
    .orderBy(...orderBy(by))
    .limit(limit)
    .as("found");
  return tx
    .select({
      ticket: shown,
      queue: queues.name,
      requester: sql<string | null>`case when ${requester.hasProtectedIdentity} then null else ${requester.name} end`,
      unit: units.name,
      assignee: assignee.name,
      orderStatus: orders.status,
      hasFailedTask: failedTask,
      events: events.mapWith(jsonRows(ticketEvents)),
    })
    .from(found)
    .innerJoin(tickets, eq(tickets.id, found.foundId))
    .innerJoin(units, eq(units.id, tickets.unitId))
    .innerJoin(queues, eq(queues.id, tickets.queueId))
    .innerJoin(requester, eq(requester.id, tickets.requesterId))
    .leftJoin(assignee, eq(assignee.id, tickets.assigneeId))
    .leftJoin(orders, eq(orders.ticketId, tickets.id))
    .orderBy(...orderBy(by));
}

type Found = Awaited<ReturnType<typeof rowsOf>>[number];

function queueRow(ctx: Context, { ticket, events: log, ...about }: Found, at: TicketClock): QueueRow {
  const { assigneeId, calendarId: _calendar, policyId: _policy, ...own } = ticket;
  const me = ctx.actor.kind === "person" ? ctx.actor.personId : null;
  const nearest = nearestClock(at.readings);
  return {
    ...own,
    ...about,
    hasFailedTask: about.orderStatus !== null && about.hasFailedTask,
    isMine: assigneeId !== null && assigneeId === me,
    clock: nearest?.clock ?? at.clock,
    target: nearest?.target ?? at.policy.target,
    pause: openPause(log),
  };
}

/** Of the clocks that run the one that is due first; what waits is not near. */
function nearestClock(readings: readonly ClockReading[]): ClockReading | undefined {
  const running = readings.filter(({ end }) => end === "running");
  const [first, ...others] = running.some((each) => !each.isWaiting)
    ? running.filter((each) => !each.isWaiting)
    : running;
  return others.reduce((near, each) => (near && near.clock.dueAt <= each.clock.dueAt ? near : each), first);
}

function cursorOf({ id, status, priority, dueAt, receivedAt }: QueueRow, by: QueueSort): QueueCursor {
  return { id, priority, waits: status === "paused", at: by === "received" ? receivedAt : dueAt };
}
