import { eq } from "drizzle-orm";
import { alias } from "drizzle-orm/pg-core";
import { persons, units } from "@/db/schema/people";
import { queues, type ticketEvents, tickets } from "@/db/schema/tickets";
import type { ClockTarget } from "@/db/words";
import { type Context, read } from "@/lib/base/context";
import type { Clock } from "@/lib/sla/schema";
import { type ClockReading, openPause, readClock, type TicketClock } from "./clock";
import { type Ticket, ticketOrThrow } from "./internal";

/** `requester` and `assignee` are e-mail addresses, `queue` and `unit` slugs. */
export type TicketView = {
  ticket: Ticket;
  requester: string;
  assignee: string | null;
  queue: string;
  unit: string;
  target: ClockTarget;
  clock: Clock;
  /** Every clock that runs, stopped or was replaced; for an order's ticket the one above. */
  clocks: ClockReading[];
  /** What it waits for now, or null. */
  pause: typeof ticketEvents.$inferSelect | null;
};

/** What a ticket's row only points at. */
export type TicketAbout = Pick<TicketView, "requester" | "assignee" | "queue" | "unit">;

/** One ticket with its clock. NotFound when it is hidden or absent. */
export function getTicket(ctx: Context, reference: string): Promise<TicketView> {
  return read(ctx, async (tx) => {
    const ticket = await ticketOrThrow(ctx, tx, reference);
    const [requester, assignee] = [alias(persons, "requester"), alias(persons, "assignee")];
    const [about] = await tx
      .select({ requester: requester.email, assignee: assignee.email, queue: queues.slug, unit: units.slug })
      .from(tickets)
      .innerJoin(requester, eq(requester.id, tickets.requesterId))
      .leftJoin(assignee, eq(assignee.id, tickets.assigneeId))
      .innerJoin(queues, eq(queues.id, tickets.queueId))
      .innerJoin(units, eq(units.id, tickets.unitId))
      .where(eq(tickets.id, ticket.id));
    if (!about) throw new Error("a ticket lost what it is about");
    return ticketView(ticket, about, await readClock(ctx, tx, ticket));
  });
}

/** A ticket that may be read, with what its events say now. */
export function ticketView(
  ticket: Ticket,
  about: TicketAbout,
  { clock, events, policy, readings }: TicketClock,
): TicketView {
  return { ticket, ...about, target: policy.target, clock, clocks: readings, pause: openPause(events) };
}
