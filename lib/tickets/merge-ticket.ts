import { type Context, inTransaction } from "@/lib/base/context";
import { RuleBroken } from "@/lib/base/errors";
import { record } from "@/lib/history/record";
import { moveClock } from "./clock";
import {
  type OnTicket,
  requireMayOnTicket,
  requireMove,
  requireOwnCourse,
  requireVersion,
  ticketOrThrow,
} from "./internal";
import { tellGoesOn } from "./letters";
import { link } from "./links";
import type { IntoTicket } from "./schema";
import { moves } from "./status";

/** The same matter in two tickets: this one ends and the other goes on. Contents stay; replies go to the other. Undone within 30 days. */
export const mergeTicket = (ctx: Context, input: IntoTicket & OnTicket): Promise<void> => endInto(ctx, input, "merged");

/** Somebody else has told of the same fault: this one ends as a duplicate of the other. */
export const markDuplicate = (ctx: Context, input: IntoTicket & OnTicket): Promise<void> =>
  endInto(ctx, input, "duplicate");

async function endInto(ctx: Context, input: IntoTicket & OnTicket, kind: "merged" | "duplicate"): Promise<void> {
  await inTransaction(ctx, async (tx) => {
    if (input.reference === input.into) throw new RuleBroken("tickets.intoItself");
    // Both rows in one order, so that two merges across each other wait for one another and not for ever.
    const byReference = new Map<string, Awaited<ReturnType<typeof ticketOrThrow>>>();
    for (const reference of [input.reference, input.into].sort())
      byReference.set(reference, await ticketOrThrow(ctx, tx, reference, true));
    const [from, to] = [byReference.get(input.reference), byReference.get(input.into)];
    if (!from || !to) throw new Error("a locked ticket is gone");
    for (const ticket of [from, to]) {
      requireMayOnTicket(ctx, "ticket:work", ticket);
      requireMove(ticket, "merge");
    }
    requireOwnCourse(from);
    // Replies to it will stand in the other, and whoever sees that one would read them.
    if (from.isConfidential && !to.isConfidential) throw new RuleBroken("tickets.confidentialStays");
    requireVersion(from, input.version);
    const ended = { status: moves.merge.to, closedAt: ctx.now, endedAs: kind };
    await moveClock(ctx, tx, from, { kind: "cancelled", reason: kind }, ended);
    await link(ctx, tx, kind, from.id, to.id, from.status);
    await record(ctx, tx, `tickets.${kind}`, { kind: "ticket", id: from.reference }, { into: to.reference });
    await record(ctx, tx, `tickets.${kind}`, { kind: "ticket", id: to.reference }, { from: from.reference });
    await tellGoesOn(ctx, tx, from, to);
  });
}
