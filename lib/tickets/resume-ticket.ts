import { type Context, inTransaction } from "@/lib/base/context";
import { RuleBroken } from "@/lib/base/errors";
import { record } from "@/lib/history/record";
import { moveClock, openPause, readClock } from "./clock";
import { type OnTicket, ticketToMove } from "./internal";
import { moves } from "./status";

/** The wait is over: the clock goes on. By an agent, or by the portal at the review date. */
export async function resumeTicket(ctx: Context, input: OnTicket) {
  return inTransaction(ctx, async (tx) => {
    const ticket = await ticketToMove(ctx, tx, input, "ticket:work", "resume");
    const { events } = await readClock(ctx, tx, ticket);
    if (!ticket.serviceLevelId && openPause(events)?.waitingFor === "approval")
      throw new RuleBroken("tickets.awaitsApproval");
    await moveClock(ctx, tx, ticket, { kind: "resumed" }, { status: moves.resume.to });
    await record(ctx, tx, "tickets.resumed", { kind: "ticket", id: ticket.reference });
  });
}
