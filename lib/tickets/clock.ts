import { asc, eq, type SQL, sql } from "drizzle-orm";
import type { Tx } from "@/db/client";
import { jsonRows } from "@/db/json-rows";
import { ticketEvents, tickets } from "@/db/schema/tickets";
import type { ClockTarget } from "@/db/words";
import type { Context } from "@/lib/base/context";
import { getCalendars, getPolicies } from "@/lib/calendars/queries";
import { evaluate } from "@/lib/sla/evaluate";
import type { Calendar, Clock, Policy } from "@/lib/sla/schema";
import { type ClockRun, type EventRow, isTurn, runsOf } from "./clock-runs";
import { nextVersion } from "./internal";
import { nextSweep } from "./next-sweep";

export { openPause } from "./clock-runs";

export type Changes = { [Column in keyof typeof tickets.$inferInsert]?: (typeof tickets.$inferInsert)[Column] | SQL };
export type Clocked = { id: string; calendarId: string; policyId: string };

/** One clock with its log and what lib/sla says of it. */
export type ClockReading = Omit<ClockRun, "target"> & { target: ClockTarget; clock: Clock; calendar: Calendar };

/** The main clock (resolution or delivery), and all there are or were. */
export type TicketClock = {
  clock: Clock;
  calendar: Calendar;
  policy: Policy;
  events: EventRow[];
  readings: ClockReading[];
};

/** What lib/sla says of the ticket's events, under the calendar and policy versions it runs by. The only reading of the clock. */
export async function readClock(ctx: Context, tx: Tx, ticket: Clocked): Promise<TicketClock> {
  const events = await tx
    .select()
    .from(ticketEvents)
    .where(eq(ticketEvents.ticketId, ticket.id))
    .orderBy(asc(ticketEvents.id));
  const [read] = await readClocks(ctx, tx, [{ ticket, events }]);
  if (!read) throw new Error("a ticket without a clock");
  return read;
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
  const all = list.map(({ ticket, events }) => ({ ticket, events, runs: runsOf(events, ticket) }));
  const runs = all.flatMap((each) => each.runs);
  const calendars = await getCalendars(
    within,
    runs.map(({ calendarId }) => calendarId),
  );
  const policies = await getPolicies(
    within,
    runs.map(({ policyId }) => policyId),
  );
  return all.map(({ events, runs: own }) => {
    const readings = own.map(({ target, ...run }) => {
      const calendar = calendars.get(run.calendarId)?.calendar;
      const policy = policies.get(run.policyId)?.policy;
      if (!calendar || !policy) throw new Error("a ticket lost its calendar or policy");
      const clock = evaluate(run.log, calendar, policy, ctx.now);
      return { ...run, target: target ?? policy.target, clock, calendar, policy };
    });
    const main = readings.findLast((each) => each.target === "resolution" || each.target === "delivery");
    if (!main) throw new Error("a ticket without a main clock");
    return { clock: main.clock, calendar: main.calendar, policy: main.policy, events, readings };
  });
}

export type NewEvent = Pick<EventRow, "kind"> &
  Partial<Omit<EventRow, "id" | "organisationId" | "ticketId" | "at" | "kind" | "byId">>;

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

/** Stores what the clocks say now; while a ticket waits its due instant moves on without any event. `changes` have the last word. */
export async function storeClock(
  ctx: Context,
  tx: Tx,
  ticket: Clocked,
  at: TicketClock,
  changes: Changes = {},
): Promise<void> {
  const last = at.events.filter(isTurn).at(-1)?.kind;
  const isEnded = last === "stopped" || last === "cancelled";
  await tx
    .update(tickets)
    .set({
      dueAt: nearestDue(at),
      nextSweepAt: isEnded ? null : nextSweep(ctx.now, at),
      ...(isEnded ? { verdict: frozen(at, ticket) } : {}),
      ...changes,
    })
    .where(eq(tickets.id, ticket.id));
}

/** The nearest of the clocks that run; once none does, the main one's. */
export function nearestDue({ clock, readings }: TicketClock): Date {
  const running = readings.filter(({ end }) => end === "running").map((each) => each.clock.dueAt);
  return running.reduce((nearest, dueAt) => (dueAt < nearest ? dueAt : nearest), running[0] ?? clock.dueAt);
}

/** What is kept for good: the main clock's verdict, and each other clock's with the versions and the ledger it was decided by. */
function frozen({ clock, readings }: TicketClock, ticket: Clocked): Record<string, unknown> {
  const verdict = { ...verdictOf(clock), calendarId: ticket.calendarId, policyId: ticket.policyId };
  if (readings.length === 1) return verdict;
  const clocks = readings.filter(isDecisive).map(({ target, clock: own, calendarId, policyId, end }) => {
    return { target, end, ...verdictOf(own), calendarId, policyId };
  });
  return { ...verdict, clocks };
}

/** Of many waits for news the last tells, or the one that was too long. */
function isDecisive(each: ClockReading, n: number, all: ClockReading[]): boolean {
  return each.target !== "update" || each.clock.state === "breached" || all[n + 1]?.target !== "update";
}

function verdictOf({ state, dueAt, elapsedMinutes, pausedMinutes, ledger }: Clock) {
  return { state, dueAt, elapsedMinutes, pausedMinutes, ledger };
}

/** Of each target the clock that holds now: what was replaced, and waits for news that are over, left out. */
export function currentClocks(readings: readonly ClockReading[]): ClockReading[] {
  const held = readings.filter(({ end }) => end !== "replaced");
  return held.filter(({ target }, n) => held[n + 1]?.target !== target);
}
