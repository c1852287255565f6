import type { Tx } from "@/db/client";
import { type Context, inTransaction } from "@/lib/base/context";
import { RuleBroken } from "@/lib/base/errors";
import { personOf } from "@/lib/base/may";
import { record } from "@/lib/history/record";
import { moveClock, openPause, readClock } from "./clock";
import { requireMayOnTicket, requireVersion, type Ticket, ticketOrThrow } from "./internal";

/** The wait is over: the clock goes on. By an agent, or by the portal at the review date. */
export async function resumeTicket(ctx: Context, input: { reference: string; version?: number }) {
  return inTransaction(ctx, async (tx) => {
    const ticket = await ticketOrThrow(ctx, tx, input.reference, true);
    requireMayOnTicket(ctx, "ticket:work", ticket);
    requireVersion(ticket, input.version);
    if (ticket.status !== "paused") throw new RuleBroken("tickets.notPaused");
    const { events } = await readClock(ctx, tx, ticket);
    if (openPause(events)?.waitingFor === "approval") throw new RuleBroken("tickets.awaitsApproval");
    await goOn(ctx, tx, ticket);
  });
}

/** The requester has answered: what waited for them, and for nobody else, goes on (the pause's letter says so). */
export async function resumeIfAwaited(ctx: Context, tx: Tx, ticket: Ticket): Promise<void> {
  if (ticket.status !== "paused" || personOf(ctx).personId !== ticket.requesterId) return;
  const { events } = await readClock(ctx, tx, ticket);
  if (openPause(events)?.waitingFor === "requester") await goOn(ctx, tx, ticket);
}

async function goOn(ctx: Context, tx: Tx, ticket: Ticket): Promise<void> {
  await moveClock(ctx, tx, ticket, { kind: "resumed" }, { status: "in_progress" });
  await record(ctx, tx, "tickets.resumed", { kind: "ticket", id: ticket.reference });
}
