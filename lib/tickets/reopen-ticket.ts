import type { Tx } from "@/db/client";
import { type Context, inTransaction } from "@/lib/base/context";
import { translator } from "@/lib/base/language";
import { record } from "@/lib/history/record";
import { moveClock } from "./clock";
import { type OnTicket, requireOwnCourse, type Ticket, ticketToMove } from "./internal";
import { owningQueue, worksQueue } from "./queues";
import type { WithReason } from "./schema";
import { moves } from "./status";
import { moveToQueue } from "./transfer-ticket";

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
  const queueId = await owned(ctx, tx, ticket);
  const stays = ticket.assigneeId !== null && (await worksQueue(tx, queueId, ticket.assigneeId));
  const ended = { resolvedAt: null, closedAt: null, resolution: null, resolutionCode: null, endedAs: null };
  const assigneeId = stays ? ticket.assigneeId : null;
  const changes = { ...ended, verdict: null, assigneeId, status: moves.reopen.to };
  await moveClock(ctx, tx, ticket, { kind: "reopened" }, changes);
}

/** A queue that was closed, or that everybody left, while nothing was open in it owns nothing now: another of its line does. */
async function owned(ctx: Context, tx: Tx, ticket: Ticket): Promise<string> {
  // What is confidential stays where it was; that nobody works there is told every hour.
  if (ticket.isConfidential) return ticket.queueId;
  const to = await owningQueue(ctx, tx, ticket);
  if (to.id === ticket.queueId) return to.id;
  const reason = translator("sv")("tickets.movedForQueue");
  await moveToQueue(ctx, tx, ticket, to, { reason, note: { known: reason, tried: "", asked: "" } });
  return to.id;
}
