import { type Context, inTransaction } from "@/lib/base/context";
import { record } from "@/lib/history/record";
import { type OnTicket, requireOwnCourse, ticketToMove, touch } from "./internal";
import { moves } from "./status";

/** The days of grace are over, or the requester is content: what comes after this opens a new ticket. */
export async function closeTicket(ctx: Context, input: OnTicket): Promise<void> {
  await inTransaction(ctx, async (tx) => {
    const ticket = await ticketToMove(ctx, tx, input, "ticket:close", "close");
    requireOwnCourse(ticket);
    await touch(tx, ticket, { status: moves.close.to, closedAt: ctx.now, nextSweepAt: null });
    await record(ctx, tx, "tickets.closed", { kind: "ticket", id: ticket.reference });
  });
}
