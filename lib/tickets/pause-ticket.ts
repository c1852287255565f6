import type { Context } from "@/lib/base/context";
import { inTransaction } from "@/lib/base/context";
import { Invalid } from "@/lib/base/errors";
import { record } from "@/lib/history/record";
import { moveClock } from "./clock";
import { type OnTicket, ticketToMove } from "./internal";
import { tellPaused } from "./letters";
import type { PauseTicket } from "./schema";
import { moves } from "./status";

/**
 * Stops the clock with its reason, whose turn it is and a review date; the requester is told what is awaited. It goes on by itself
 * at the review date. Throws RuleBroken when the ticket waits already or has ended, Invalid when the review date has passed.
 */
export async function pauseTicket(ctx: Context, input: PauseTicket & OnTicket) {
  return inTransaction(ctx, async (tx) => {
    const ticket = await ticketToMove(ctx, tx, input, "ticket:work", "pause");
    if (input.reviewAt <= ctx.now) throw new Invalid([{ path: "reviewAt", key: "tickets.errors.reviewPassed" }]);
    // An order waits for its approval by itself, and only the approval ends that.
    if (input.waitingFor === "approval" && !ticket.serviceLevelId)
      throw new Invalid([{ path: "waitingFor", key: "tickets.errors.waitingFor" }]);
    const { reason, waitingFor, reviewAt, supplier = null, supplierReference = null, promisedOn = null } = input;
    const wait = { reason, waitingFor, supplier, supplierReference, promisedOn };
    await moveClock(ctx, tx, ticket, { kind: "paused", ...wait, reviewAt }, { status: moves.pause.to });
    const detail = { ...wait, reviewAt: reviewAt.toISOString() };
    await record(ctx, tx, "tickets.paused", { kind: "ticket", id: ticket.reference }, detail);
    await tellPaused(ctx, tx, ticket, input);
  });
}
