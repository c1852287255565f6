import { and, eq, isNotNull } from "drizzle-orm";
import type { Tx } from "@/db/client";
import { visits } from "@/db/schema/desk-work";
import { type Context, inTransaction } from "@/lib/base/context";
import { NotAllowed, RuleBroken } from "@/lib/base/errors";
import { record } from "@/lib/history/record";
import { quote } from "@/lib/sla/evaluate";
import { moveClock, readClock, storeClock } from "./clock";
import { type OnTicket, requireOwnCourse, ticketToMove } from "./internal";
import { tellResolved } from "./letters";
import type { ResolveTicket } from "./schema";
import { moves } from "./status";
import { mayOnTicket } from "./visibility";

/** Working days in which a reply opens a resolved ticket again. */
const graceWorkingDays = 5;

/**
 * Resolved, with what was done and its code: every clock stops and its verdict is frozen. It closes by itself after five working
 * days. The requester may say that it solved itself (`by_requester`), nothing else.
 */
export async function resolveTicket(ctx: Context, input: ResolveTicket & OnTicket): Promise<void> {
  await inTransaction(ctx, async (tx) => {
    const ticket = await ticketToMove(ctx, tx, input, "ticket:comment", "resolve");
    if (!mayOnTicket(ctx, "ticket:work", ticket) && input.code !== "by_requester") throw new NotAllowed();
    requireOwnCourse(ticket);
    if (input.code === "password_reset") await requireIdentitySeen(tx, ticket.id);
    const { resolution, code: resolutionCode } = input;
    await moveClock(ctx, tx, ticket, { kind: "stopped" });
    const at = await readClock(ctx, tx, ticket);
    const grace = quote(ctx.now, at.calendar, { target: "resolution", amount: { workingDays: graceWorkingDays } });
    await storeClock(ctx, tx, ticket, at, {
      ...{ status: moves.resolve.to, resolvedAt: ctx.now, resolution, resolutionCode, endedAs: "resolved" },
      nextSweepAt: grace.dueAt,
    });
    const detail = { resolution, code: resolutionCode };
    await record(ctx, tx, "tickets.resolved", { kind: "ticket", id: ticket.reference }, detail);
    await tellResolved(ctx, tx, ticket, { ...input, opensUntil: grace.dueAt });
  });
}

/** A password is reset for a person whom somebody has seen, with proof of who they are (B7). */
async function requireIdentitySeen(tx: Tx, ticketId: string): Promise<void> {
  const isSeen = and(eq(visits.ticketId, ticketId), isNotNull(visits.identityCheckedAt));
  const [seen] = await tx.select({ id: visits.id }).from(visits).where(isSeen).limit(1);
  if (!seen) throw new RuleBroken("tickets.identityUnseen");
}
