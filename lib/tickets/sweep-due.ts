import { and, asc, eq, isNotNull, lte } from "drizzle-orm";
import type { Tx } from "@/db/client";
import { tickets } from "@/db/schema/tickets";
import { type Context, inTransaction, read } from "@/lib/base/context";
import { record } from "@/lib/history/record";
import { isOpen as isOpenHours, nextOpening } from "@/lib/sla/working-time";
import { moveClock, openPause, readClock, storeClock, type TicketClock } from "./clock";
import { type Ticket, ticketOrThrow } from "./internal";
import { tellLead } from "./letters";
import { resumeTicket } from "./resume-ticket";

const batch = 200;

/** Does what the clock asks for by now: pauses that reached their review date go on, leads hear of 75 % and of the breach. */
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
  for (const { reference } of due) await sweepTicket(ctx, reference);
  return due.length;
}

/** One ticket, claimed by its row lock: of two sweeps the second finds nothing left to do. */
async function sweepTicket(ctx: Context, reference: string): Promise<void> {
  await inTransaction(ctx, async (tx) => {
    const ticket = await ticketOrThrow(ctx, tx, reference, true);
    if (!ticket.nextSweepAt || ticket.nextSweepAt > ctx.now) return;
    const at = await readClock(ctx, tx, ticket);
    const pause = openPause(at.events);
    if (!pause) await tellOfClock(ctx, tx, ticket, at);
    else if (pause.reviewAt && pause.reviewAt <= ctx.now) await resumeTicket({ ...ctx, tx }, { reference });
    else await storeClock(ctx, tx, ticket, at);
  });
}

async function tellOfClock(ctx: Context, tx: Tx, ticket: Ticket, at: TicketClock): Promise<void> {
  const { clock, calendar, events } = at;
  const isWarned = events.some((event) => event.kind === "warned");
  if (!isOpenHours(calendar, ctx.now) && clock.state !== "breached") {
    await postpone(tx, ticket, nextOpening(calendar, ctx.now));
    return;
  }
  if (clock.state === "breached") {
    await moveClock(ctx, tx, ticket, { kind: "breach_told" });
    await tellLead(ctx, tx, ticket, clock, "breached");
    await record(ctx, tx, "tickets.breached", { kind: "ticket", id: ticket.reference });
  } else if (ctx.now >= clock.warnAt && !isWarned) {
    await moveClock(ctx, tx, ticket, { kind: "warned" });
    await tellLead(ctx, tx, ticket, clock, "warned");
    await record(ctx, tx, "tickets.warned", { kind: "ticket", id: ticket.reference });
  } else {
    await storeClock(ctx, tx, ticket, at);
  }
}

async function postpone(tx: Tx, ticket: Ticket, to: Date | undefined): Promise<void> {
  await tx
    .update(tickets)
    .set({ nextSweepAt: to ?? null })
    .where(eq(tickets.id, ticket.id));
}
