import type { Tx } from "@/db/client";
import { type Context, inTransaction } from "@/lib/base/context";
import { record } from "@/lib/history/record";
import { moveClock } from "./clock";
import { type OnTicket, requireOwnCourse, type Ticket, ticketToMove } from "./internal";
import { worksQueue } from "./queues";
import type { WithReason } from "./schema";
import { moves } from "./status";

/** Within the days of grace: the clocks go on where they stopped, and the time between counts as a wait. */
export async function reopenTicket(ctx: Context, input: WithReason & OnTicket): Promise<void> {
  await inTransaction(ctx, async (tx) => {
    const ticket = await ticketToMove(ctx, tx, input, "ticket:reopen", "reopen");
    requireOwnCourse(ticket);
    await setGoing(ctx, tx, ticket);
    await record(ctx, tx, "tickets.reopened", { kind: "ticket", id: ticket.reference }, { reason: input.reason });
  });
}

/** What an end had fixed is open again. An assignee who has left the queue meanwhile is nobody's answer. */
export async function setGoing(ctx: Context, tx: Tx, ticket: Ticket): Promise<void> {
  const stays = ticket.assigneeId !== null && (await worksQueue(tx, ticket.queueId, ticket.assigneeId));
  const ended = { resolvedAt: null, closedAt: null, resolution: null, resolutionCode: null, endedAs: null };
  const assigneeId = stays ? ticket.assigneeId : null;
  const changes = { ...ended, verdict: null, assigneeId, status: moves.reopen.to };
  await moveClock(ctx, tx, ticket, { kind: "reopened" }, changes);
}
