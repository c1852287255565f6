import { type Context, inTransaction } from "@/lib/base/context";
import { RuleBroken } from "@/lib/base/errors";
import { record } from "@/lib/history/record";
import { moveClock, openPause, readClock } from "./clock";
import { requireMayOnTicket, requireVersion, ticketOrThrow } from "./internal";

/** The wait is over: the clock goes on. By an agent, or by the portal at the review date. */
export async function resumeTicket(ctx: Context, input: { reference: string; version?: number }) {
  return inTransaction(ctx, async (tx) => {
    const ticket = await ticketOrThrow(ctx, tx, input.reference, true);
    requireMayOnTicket(ctx, "ticket:work", ticket);
    requireVersion(ticket, input.version);
    if (ticket.status !== "paused") throw new RuleBroken("tickets.notPaused");
    const { events } = await readClock(ctx, tx, ticket);
    if (openPause(events)?.waitingFor === "approval") throw new RuleBroken("tickets.awaitsApproval");
    await moveClock(ctx, tx, ticket, { kind: "resumed" }, { status: "in_progress" });
    await record(ctx, tx, "tickets.resumed", { kind: "ticket", id: ticket.reference });
  });
}
