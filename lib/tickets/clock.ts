import { asc, eq, type SQL, sql } from "drizzle-orm";
import type { Tx } from "@/db/client";
import { jsonRows } from "@/db/json-rows";
import { ticketEvents, tickets } from "@/db/schema/tickets";
import type { Context } from "@/lib/base/context";
import { localDate } from "@/lib/base/format";
import { getCalendar, getCalendars, getPolicies, getPolicy } from "@/lib/calendars/queries";
import { evaluate } from "@/lib/sla/evaluate";
import { type Calendar, type Clock, type ClockEvent, clockEventKinds, type Policy } from "@/lib/sla/schema";
import { nextOpening, openingHoursOf } from "@/lib/sla/working-time";
import { nextVersion } from "./internal";

type Changes = { [Column in keyof typeof tickets.$inferInsert]?: (typeof tickets.$inferInsert)[Column] | SQL };
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

/** A ticket's events, oldest first, as a column of a select from tickets. */
export const eventsOfTicket =
  sql`(select coalesce(json_agg(e order by e.id), '[]') from ticket_events e where e.ticket_id = ${tickets.id})`.mapWith(
    jsonRows(ticketEvents),
  );

/** The same reading for a whole list, its events read with it: two statements, however many tickets there are. */
export async function readClocks(
  ctx: Context,
  tx: Tx,
  list: readonly { ticket: Clocked; events: EventRow[] }[],
): Promise<TicketClock[]> {
  const within = { ...ctx, tx };
  const calendars = await getCalendars(
    within,
    list.map(({ ticket }) => ticket.calendarId),
  );
  const policies = await getPolicies(
    within,
    list.map(({ ticket }) => ticket.policyId),
  );
  return list.map(({ ticket, events }) => {
    const calendar = calendars.get(ticket.calendarId)?.calendar;
    const policy = policies.get(ticket.policyId)?.policy;
    if (!calendar || !policy) throw new Error("a ticket lost its calendar or policy");
    return { clock: evaluate(clockEventsOf(events), calendar, policy, ctx.now), calendar, policy, events };
  });
}

export type NewEvent = Pick<EventRow, "kind"> &
  Partial<Pick<EventRow, "waitingFor" | "reason" | "reviewAt" | "supplier">>;

/** Appends an event and stores what follows from it: due instant and next sweep. The only writing of the clock. */
export async function moveClock(
  ctx: Context,
  tx: Tx,
  ticket: Clocked,
  event: NewEvent,
  changes: Changes = {},
): Promise<TicketClock> {
  await tx.insert(ticketEvents).values({
    ...event,
    organisationId: ctx.organisation.id,
    ticketId: ticket.id,
    at: ctx.now,
    byId: ctx.actor.kind === "person" ? ctx.actor.personId : null,
  });
  const moved = await readClock(ctx, tx, ticket);
  await storeClock(ctx, tx, ticket, moved, { ...changes, version: nextVersion });
  return moved;
}

/** Stores what the clock says now; while a ticket waits its due instant moves on without any event. */
export async function storeClock(
  ctx: Context,
  tx: Tx,
  ticket: Clocked,
  at: TicketClock,
  changes: Changes = {},
): Promise<void> {
  const isEnded = ["stopped", "cancelled"].includes(lastTurn(at.events));
  await tx
    .update(tickets)
    .set({
      ...changes,
      dueAt: at.clock.dueAt,
      nextSweepAt: isEnded ? null : nextSweep(ctx, at),
      ...(isEnded ? { verdict: frozen(at, ticket) } : {}),
    })
    .where(eq(tickets.id, ticket.id));
}

const lastTurn = (events: EventRow[]): string =>
  events.filter((event) => event.kind !== "warned" && event.kind !== "breach_told").at(-1)?.kind ?? "started";

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
  const last = events.filter((event) => event.kind !== "warned" && event.kind !== "breach_told").at(-1);
  return last?.kind === "paused" ? last : null;
}

/** When the sweep must look next: during a pause its review date, and each closing time; else 75 %, then the breach, each told once. */
function nextSweep(ctx: Context, { clock, events, calendar }: TicketClock): Date | null {
  const pause = openPause(events);
  if (pause) {
    const closing = nextClosing(calendar, ctx.now);
    if (!closing) return pause.reviewAt;
    return pause.reviewAt && pause.reviewAt < closing ? pause.reviewAt : closing;
  }
  const told = new Set(events.map((event) => event.kind));
  if (!told.has("warned") && !told.has("breach_told")) return clock.warnAt;
  // Due may fall on the closing instant itself: broken is what comes after it.
  return told.has("breach_told") ? null : new Date(clock.dueAt.getTime() + 1);
}

/** The end of the working day that runs, or of the next. */
function nextClosing(calendar: Calendar, after: Date): Date | undefined {
  const opening = nextOpening(calendar, after);
  if (!opening) return undefined;
  return openingHoursOf(calendar, localDate(opening, calendar.timeZone)).spans.at(-1)?.closesAt;
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
