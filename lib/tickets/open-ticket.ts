import { and, eq, sql } from "drizzle-orm";
import type { Tx } from "@/db/client";
import { queues, ticketEvents, tickets } from "@/db/schema/tickets";
import type { Channel, TicketType } from "@/db/words";
import type { Context } from "@/lib/base/context";
import { RuleBroken } from "@/lib/base/errors";
import { newId } from "@/lib/base/ids";
import { referenceOf } from "@/lib/base/reference";
import { currentCalendar, currentPolicy } from "@/lib/calendars/queries";
import { record } from "@/lib/history/record";
import { quote } from "@/lib/sla/evaluate";

export type NewTicket = {
  type: TicketType;
  title: string;
  description: string;
  category: string;
  channel: Channel;
  requesterId: string;
  unitId: string;
  calendarSlug: string;
  policySlug: string;
};

/** Opens a ticket in the first line's queue with its clock started at `ctx.now`. Part of the caller's transaction. */
export async function openTicket(ctx: Context, tx: Tx, given: NewTicket) {
  const { calendarSlug, policySlug, ...words } = given;
  const { id: calendarId, calendar } = await currentCalendar({ ...ctx, tx }, calendarSlug);
  const { id: policyId, policy } = await currentPolicy({ ...ctx, tx }, policySlug);
  const clock = quote(ctx.now, calendar, policy);
  const row = {
    ...words,
    id: newId(),
    organisationId: ctx.organisation.id,
    reference: await nextReference(tx),
    ...{ impact: 3, urgency: 3, priority: 3, line: 1, status: "new" as const },
    queueId: await firstLineQueue(ctx, tx),
    receivedAt: ctx.now,
    calendarId,
    policyId,
    dueAt: clock.dueAt,
    nextSweepAt: clock.warnAt,
  };
  const [ticket] = await tx.insert(tickets).values(row).returning();
  if (!ticket) throw new Error("the ticket was not written");
  await tx.insert(ticketEvents).values({
    ...{ organisationId: ctx.organisation.id, ticketId: ticket.id, at: ctx.now, kind: "started" },
    byId: ctx.actor.kind === "person" ? ctx.actor.personId : null,
  });
  await record(ctx, tx, "tickets.opened", { kind: "ticket", id: ticket.reference }, { type: ticket.type });
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
    .where(and(eq(queues.organisationId, ctx.organisation.id), eq(queues.line, 1)))
    .orderBy(queues.slug)
    .limit(1);
  if (!queue) throw new RuleBroken("tickets.noQueue");
  return queue.id;
}
