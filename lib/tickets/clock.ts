import { asc, eq } from "drizzle-orm";
import type { Tx } from "@/db/client";
import { ticketEvents, tickets } from "@/db/schema/tickets";
import type { Context } from "@/lib/base/context";
import { getCalendar, getPolicy } from "@/lib/calendars/queries";
import { evaluate } from "@/lib/sla/evaluate";
import { type Calendar, type Clock, type ClockEvent, clockEventKinds, type Policy } from "@/lib/sla/schema";
import { nextVersion } from "./internal";

type Clocked = { id: string; calendarId: string; policyId: string };
type EventRow = typeof ticketEvents.$inferSelect;

export type TicketClock = { clock: Clock; calendar: Calendar; policy: Policy; events: EventRow[] };

/** What lib/sla says of the ticket's events, under the calendar and policy versions it runs by. The only reading of the clock. */
export async function readClock(ctx: Context, tx: Tx, ticket: Clocked): Promise<TicketClock> {
  const { calendar } = await getCalendar({ ...ctx, tx }, ticket.calendarId);
  const { policy } = await getPolicy({ ...ctx, tx }, ticket.policyId);
  const events = await tx
    .select()
    .from(ticketEvents)
    .where(eq(ticketEvents.ticketId, ticket.id))
    .orderBy(asc(ticketEvents.id));
  return { clock: evaluate(clockEventsOf(events), calendar, policy, ctx.now), calendar, policy, events };
}

export type NewEvent = Pick<EventRow, "kind"> &
  Partial<Pick<EventRow, "waitingFor" | "reason" | "reviewAt" | "supplier">>;

/** Appends an event and stores what follows from it: due instant and next sweep. The only writing of the clock. */
export async function moveClock(
  ctx: Context,
  tx: Tx,
  ticket: Clocked,
  event: NewEvent,
  changes: Partial<typeof tickets.$inferInsert> = {},
): Promise<TicketClock> {
  await tx.insert(ticketEvents).values({
    ...event,
    organisationId: ctx.organisation.id,
    ticketId: ticket.id,
    at: ctx.now,
    byId: ctx.actor.kind === "person" ? ctx.actor.personId : null,
  });
  const moved = await readClock(ctx, tx, ticket);
  const isEnded = ["stopped", "cancelled"].includes(event.kind);
  await tx
    .update(tickets)
    .set({
      ...changes,
      dueAt: moved.clock.dueAt,
      nextSweepAt: isEnded ? null : nextSweep(moved),
      ...(isEnded ? { verdict: frozen(moved, ticket) } : {}),
      version: nextVersion,
    })
    .where(eq(tickets.id, ticket.id));
  return moved;
}

export function clockEventsOf(events: EventRow[]): ClockEvent[] {
  return events.flatMap(({ at, kind, waitingFor, reason, reviewAt }) => {
    const known = clockEventKinds.find((each) => each === kind);
    if (!known) return [];
    return [
      { at, kind: known, ...(waitingFor && { waitingFor }), ...(reason && { reason }), ...(reviewAt && { reviewAt }) },
    ];
  });
}

/** The pause that runs now, or null. */
export function openPause(events: EventRow[]): EventRow | null {
  const turns = events.filter((event) => event.kind === "paused" || event.kind === "resumed");
  const last = turns.at(-1);
  return last?.kind === "paused" ? last : null;
}

/** When the sweep must look next: the review date of a pause; else 75 %, then the breach, each told once. */
function nextSweep({ clock, events }: TicketClock): Date | null {
  const pause = openPause(events);
  if (pause) return pause.reviewAt;
  const told = new Set(events.map((event) => event.kind));
  if (!told.has("warned") && !told.has("breach_told")) return clock.warnAt;
  return told.has("breach_told") ? null : clock.dueAt;
}

function frozen({ clock }: TicketClock, ticket: Clocked): Record<string, unknown> {
  const { state, dueAt, elapsedMinutes, pausedMinutes, ledger } = clock;
  return {
    state,
    dueAt,
    elapsedMinutes,
    pausedMinutes,
    ledger,
    calendarId: ticket.calendarId,
    policyId: ticket.policyId,
  };
}
