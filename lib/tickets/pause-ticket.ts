import type { Context } from "@/lib/base/context";
import { inTransaction } from "@/lib/base/context";
import { Invalid, RuleBroken } from "@/lib/base/errors";
import { record } from "@/lib/history/record";
import { moveClock } from "./clock";
import { requireMayOnTicket, requireVersion, ticketOrThrow } from "./internal";
import { tellPaused } from "./letters";
import type { PauseTicket } from "./schema";
import { isOpen } from "./status";

/**
 * Stops the clock with its reason, whose turn it is and a review date; the requester is told what is awaited. It goes on by itself
 * at the review date. Throws RuleBroken when the ticket waits already or has ended, Invalid when the review date has passed.
 */
export async function pauseTicket(ctx: Context, input: PauseTicket & { reference: string; version?: number }) {
  return inTransaction(ctx, async (tx) => {
    const ticket = await ticketOrThrow(ctx, tx, input.reference, true);
    requireMayOnTicket(ctx, "ticket:work", ticket);
    requireVersion(ticket, input.version);
    if (ticket.status === "paused") throw new RuleBroken("tickets.alreadyPaused");
    if (!isOpen(ticket.status)) throw new RuleBroken("tickets.ended");
    if (input.reviewAt <= ctx.now) throw new Invalid([{ path: "reviewAt", key: "tickets.errors.reviewPassed" }]);
    const { reason, waitingFor, reviewAt, supplier = null } = input;
    await moveClock(ctx, tx, ticket, { kind: "paused", reason, waitingFor, reviewAt, supplier }, { status: "paused" });
    const detail = { reason, waitingFor, reviewAt: reviewAt.toISOString(), supplier };
    await record(ctx, tx, "tickets.paused", { kind: "ticket", id: ticket.reference }, detail);
    await tellPaused(ctx, tx, ticket, input);
  });
}
