import { and, eq, isNull } from "drizzle-orm";
import type { Tx } from "@/db/client";
import { approvals, orderLines } from "@/db/schema/orders";
import { type Context, inTransaction } from "@/lib/base/context";
import { Conflict, RuleBroken } from "@/lib/base/errors";
import { personOf } from "@/lib/base/may";
import { record } from "@/lib/history/record";
import { moveClock } from "@/lib/tickets/clock";
import { type Order, openRound, orderOrThrow, requireMayOnOrder, requireVersion, touch } from "./internal";
import { tellDecided } from "./letters";
import type { DecideApproval } from "./schema";
import { startPreparing } from "./start-preparing";

/**
 * Approves or declines the round that waits. Never by the requester. The round is bound to what was ordered: with a `contentHash`
 * of an earlier content it is refused (Conflict `orders.changedSince`). A decline ends the order and needs a reason.
 */
export async function decideApproval(ctx: Context, input: DecideApproval & { reference: string; version?: number }) {
  return inTransaction(ctx, async (tx) => {
    const order = await orderOrThrow(ctx, tx, input.reference, true);
    requireMayOnOrder(ctx, "order:approve", order);
    requireVersion(order, input.version);
    const round = await openRound(tx, order);
    if (!round || order.status !== "awaiting_approval") throw new RuleBroken("orders.alreadyDecided");
    const isSameContent = round.contentHash === order.contentHash;
    if (!isSameContent || (input.contentHash && input.contentHash !== round.contentHash)) {
      throw new Conflict("orders.changedSince");
    }
    const decided = { decision: input.decision, reason: input.reason ?? null, decidedAt: ctx.now, remindAt: null };
    const [won] = await tx
      .update(approvals)
      .set({ ...decided, decidedById: personOf(ctx).personId })
      .where(and(eq(approvals.id, round.id), isNull(approvals.decidedAt)))
      .returning({ id: approvals.id });
    if (!won) throw new RuleBroken("orders.alreadyDecided");
    await record(
      ctx,
      tx,
      `orders.${input.decision}`,
      { kind: "order", id: order.reference },
      { reason: decided.reason },
    );
    if (input.decision === "approved") await goOn(ctx, tx, order);
    else await end(ctx, tx, order, input.reason ?? "");
    await tellDecided(ctx, tx, order, input);
  });
}

async function goOn(ctx: Context, tx: Tx, order: Order): Promise<void> {
  await moveClock(ctx, tx, order.ticket, { kind: "resumed" }, { status: "in_progress" });
  await startPreparing(ctx, tx, order.reference);
}

async function end(ctx: Context, tx: Tx, order: Order, reason: string): Promise<void> {
  await tx.update(orderLines).set({ status: "declined" }).where(eq(orderLines.orderId, order.id));
  await touch(tx, order, { status: "declined" });
  await moveClock(ctx, tx, order.ticket, { kind: "cancelled", reason }, { status: "cancelled", closedAt: ctx.now });
}
