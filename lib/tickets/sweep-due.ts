import { and, asc, eq, isNotNull, lte } from "drizzle-orm";
import type { Tx } from "@/db/client";
import { escalations } from "@/db/schema/desk";
import { tickets } from "@/db/schema/tickets";
import type { EscalationStep } from "@/db/words";
import { type Context, inTransaction, read } from "@/lib/base/context";
import { newId } from "@/lib/base/ids";
import { record } from "@/lib/history/record";
import { enqueue } from "@/lib/queue/enqueue";
import { type ClockReading, moveClock, openPause, readClock, storeClock } from "./clock";
import { closeTicket } from "./close-ticket";
import { type Ticket, ticketOrThrow } from "./internal";
import { isQuiet, nextTelling } from "./next-sweep";
import { resumeTicket } from "./resume-ticket";

const batch = 200;

/**
 * Does what the clocks ask for by now, found by one indexed column: pauses that reached their review date go on, resolved tickets
 * close after their grace, and for 75 % and the breach of each clock an escalation is written, with the job that tells it. A ticket
 * that cannot be swept holds up no other; that there was one is thrown at the end.
 */
export async function sweepDue(ctx: Context): Promise<number> {
  const due = await read(ctx, (tx) =>
    tx
      .select({ reference: tickets.reference })
      .from(tickets)
      .where(
        and(
          eq(tickets.organisationId, ctx.organisation.id),
          isNotNull(tickets.nextSweepAt),
          lte(tickets.nextSweepAt, ctx.now),
        ),
      )
      .orderBy(asc(tickets.nextSweepAt))
      .limit(batch),
  );
  const faults: unknown[] = [];
  for (const { reference } of due) await sweepTicket(ctx, reference).catch((fault: unknown) => faults.push(fault));
  if (faults.length > 0) throw new AggregateError(faults, `${faults.length} tickets could not be swept`);
  return due.length;
}

/** One ticket, claimed by its row lock: of two sweeps the second finds nothing left to do. */
async function sweepTicket(ctx: Context, reference: string): Promise<void> {
  await inTransaction(ctx, async (tx) => {
    const ticket = await ticketOrThrow(ctx, tx, reference, true);
    if (!ticket.nextSweepAt || ticket.nextSweepAt > ctx.now) return;
    const inside = { ...ctx, tx };
    if (ticket.status === "resolved") return closeTicket(inside, { reference });
    const { events, readings } = await readClock(ctx, tx, ticket);
    const reviewAt = openPause(events)?.reviewAt;
    if (reviewAt && reviewAt <= ctx.now) await resumeTicket(inside, { reference });
    for (const reading of readings) {
      const next = reading.end === "running" && !reading.isWaiting ? nextTelling(reading, events) : null;
      const isDue = next && next.at <= ctx.now && !isQuiet(reading, next.step, ctx.now);
      if (isDue) await escalate(ctx, tx, ticket, reading, next.step);
    }
    await storeClock(ctx, tx, ticket, await readClock(ctx, tx, ticket));
  });
}

/** Written once: the event in the clock's log says that it has been. */
async function escalate(ctx: Context, tx: Tx, ticket: Ticket, reading: ClockReading, step: EscalationStep) {
  const { target, clock } = reading;
  await moveClock(ctx, tx, ticket, { kind: step === "warned" ? "warned" : "breach_told", target });
  const row = { id: newId(), organisationId: ctx.organisation.id, ticketId: ticket.id, target, step };
  await tx.insert(escalations).values({ ...row, dueAt: clock.dueAt, createdAt: ctx.now });
  await enqueue(ctx, tx, "escalation.tell", { escalationId: row.id });
  await record(ctx, tx, `tickets.${step}`, { kind: "ticket", id: ticket.reference }, { target });
}
