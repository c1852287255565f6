import { type Context, inTransaction } from "@/lib/base/context";
import { record } from "@/lib/history/record";
import { moveClock } from "./clock";
import { type OnTicket, requireOwnCourse, ticketToMove } from "./internal";
import { tellCancelled } from "./letters";
import type { WithReason } from "./schema";
import { moves } from "./status";

/** Nothing more is done with it, by the requester or an agent, and why. It counts as neither kept nor broken. */
export async function cancelTicket(ctx: Context, input: WithReason & OnTicket): Promise<void> {
  await inTransaction(ctx, async (tx) => {
    const ticket = await ticketToMove(ctx, tx, input, "ticket:cancel", "cancel");
    requireOwnCourse(ticket);
    const { reason } = input;
    const ended = { status: moves.cancel.to, closedAt: ctx.now, endedAs: "cancelled" as const };
    await moveClock(ctx, tx, ticket, { kind: "cancelled", reason }, ended);
    await record(ctx, tx, "tickets.cancelled", { kind: "ticket", id: ticket.reference }, { reason });
    await tellCancelled(ctx, tx, ticket, reason);
  });
}
