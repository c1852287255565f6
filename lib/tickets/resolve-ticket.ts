import { and, eq, isNotNull } from "drizzle-orm";
import type { Tx } from "@/db/client";
import { visits } from "@/db/schema/desk-work";
import { type Context, inTransaction } from "@/lib/base/context";
import { Invalid, NotAllowed, RuleBroken } from "@/lib/base/errors";
import { record } from "@/lib/history/record";
import { quote } from "@/lib/sla/evaluate";
import { moveClock, readClock, storeClock } from "./clock";
import { type OnTicket, requireOwnCourse, type Ticket, ticketToMove } from "./internal";
import { tellResolved } from "./letters";
import { openParts } from "./links";
import { requireChecked } from "./required-checks";
import type { ResolveTicket } from "./schema";
import { moves } from "./status";
import { mayOnTicket } from "./visibility";

/** Working days in which a reply opens a resolved ticket again. */
const graceWorkingDays = 5;

/**
 * Resolved, with what was done and its code: every clock stops and its verdict is frozen. It closes by itself after five working
 * days. The requester may say that it solved itself (`by_requester`), nothing else. Of a ticket with open parts it is asked what becomes
 * of them (Invalid at `children`); RuleBroken while a checklist that holds it back is not done.
 */
export async function resolveTicket(ctx: Context, input: ResolveTicket & OnTicket): Promise<void> {
  await inTransaction(ctx, async (tx) => {
    const ticket = await ticketToMove(ctx, tx, input, "ticket:comment", "resolve");
    if (!mayOnTicket(ctx, "ticket:work", ticket) && input.code !== "by_requester") throw new NotAllowed();
    requireOwnCourse(ticket);
    if (input.code !== "by_requester") {
      await requireChecked(ctx, tx, ticket);
      await resolveParts(ctx, tx, ticket, input);
    }
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

/** The parts that this person may work on are resolved with it, or all of them go on by themselves. */
async function resolveParts(ctx: Context, tx: Tx, ticket: Ticket, input: ResolveTicket): Promise<void> {
  const parts = await openParts(ctx, tx, ticket.id);
  if (parts.length === 0 || input.children === "leave") return;
  if (!input.children) throw new Invalid([{ path: "children", key: "tickets.errors.children" }]);
  const { resolution, code, children } = input;
  for (const reference of parts) await resolveTicket({ ...ctx, tx }, { reference, resolution, code, children });
}

/** A password is reset for a person whom somebody has seen, with proof of who they are (B7). */
async function requireIdentitySeen(tx: Tx, ticketId: string): Promise<void> {
  const isSeen = and(eq(visits.ticketId, ticketId), isNotNull(visits.identityCheckedAt));
  const [seen] = await tx.select({ id: visits.id }).from(visits).where(isSeen).limit(1);
  if (!seen) throw new RuleBroken("tickets.identityUnseen");
}
