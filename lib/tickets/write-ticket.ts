import { and, eq, isNull, sql } from "drizzle-orm";
import type { Tx } from "@/db/client";
import { queues, ticketEvents, tickets } from "@/db/schema/tickets";
import type { Channel, TicketType } from "@/db/words";
import type { Context } from "@/lib/base/context";
import { RuleBroken } from "@/lib/base/errors";
import { newId } from "@/lib/base/ids";
import { referenceOf } from "@/lib/base/reference";
import { currentCalendar, currentPolicy } from "@/lib/calendars/queries";
import { record } from "@/lib/history/record";
import { readClock, storeClock } from "./clock";
import type { Clocks } from "./service-clocks";

type Words = {
  type: TicketType;
  title: string;
  description: string;
  category: string;
  channel: Channel;
  requesterId: string;
  unitId: string;
};

export type OrderTicket = Words & { calendarSlug: string; policySlug: string };

/** Opens an order's ticket in the first line's queue, its delivery clock started at `ctx.now`. Part of the caller's transaction. */
export async function openOrderTicket(ctx: Context, tx: Tx, given: OrderTicket) {
  const { calendarSlug, policySlug, ...words } = given;
  const { id: calendarId } = await currentCalendar({ ...ctx, tx }, calendarSlug);
  const { id: policyId } = await currentPolicy({ ...ctx, tx }, policySlug);
  const queueId = await firstLineQueue(ctx, tx);
  const levels = { impact: 3, urgency: 3, priority: 3, line: 1 };
  return writeTicket(ctx, tx, { ...words, ...levels, queueId, calendarId, policyId });
}

export type NewTicket = Words &
  Pick<
    typeof tickets.$inferInsert,
    "impact" | "urgency" | "priority" | "line" | "queueId" | "calendarId" | "policyId"
  > &
  Partial<typeof tickets.$inferInsert>;

/** Writes a new ticket with its number and starts its clocks: those given, or the one of its calendar and policy. */
export async function writeTicket(ctx: Context, tx: Tx, given: NewTicket, clocks?: Clocks) {
  const row = {
    ...given,
    id: newId(),
    organisationId: ctx.organisation.id,
    reference: await nextReference(tx),
    status: "new" as const,
    receivedAt: ctx.now,
    dueAt: ctx.now,
  };
  await tx.insert(tickets).values(row);
  await tx.insert(ticketEvents).values({
    ...{ organisationId: ctx.organisation.id, ticketId: row.id, at: ctx.now, kind: "started", clocks: clocks ?? null },
    byId: ctx.actor.kind === "person" ? ctx.actor.personId : null,
  });
  await storeClock(ctx, tx, row, await readClock(ctx, tx, row));
  await record(ctx, tx, "tickets.opened", { kind: "ticket", id: row.reference }, { type: row.type });
  const [ticket] = await tx.select().from(tickets).where(eq(tickets.id, row.id));
  if (!ticket) throw new Error("the ticket was not written");
  return ticket;
}

async function nextReference(tx: Tx): Promise<string> {
  const [row] = await tx.execute<{ n: string }>(sql`select nextval('reference_numbers') as n`);
  return referenceOf(Number(row?.n));
}

async function firstLineQueue(ctx: Context, tx: Tx): Promise<string> {
  const [queue] = await tx
    .select({ id: queues.id })
    .from(queues)
    .where(and(eq(queues.organisationId, ctx.organisation.id), eq(queues.line, 1), isNull(queues.closedAt)))
    .orderBy(queues.slug)
    .limit(1);
  if (!queue) throw new RuleBroken("tickets.noQueue");
  return queue.id;
}
