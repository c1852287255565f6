import { and, eq, inArray } from "drizzle-orm";
import type { Tx } from "@/db/client";
import { approvals, orderLines, tasks } from "@/db/schema/orders";
import { type Context, inTransaction } from "@/lib/base/context";
import { RuleBroken } from "@/lib/base/errors";
import { newId } from "@/lib/base/ids";
import { record } from "@/lib/history/record";
import { enqueue } from "@/lib/queue/enqueue";
import { moveClock } from "@/lib/tickets/clock";
import { isOneOf, type Order, orderOrThrow, requireMayOnOrder, requireVersion, touch } from "./internal";
import { tellCancelled } from "./letters";
import type { CancelOrder } from "./schema";
import { isDelivered, undoneBy } from "./status";

/**
 * Ends an order before anything has been handed over: by the requester or an agent, with a reason. What was prepared is taken back
 * by tasks of its own (groups, DEV accounts). RuleBroken `orders.tooLateToCancel` afterwards.
 */
export async function cancelOrder(
  ctx: Context,
  input: CancelOrder & { reference: string; version?: number },
): Promise<void> {
  return inTransaction(ctx, async (tx) => {
    const order = await orderOrThrow(ctx, tx, input.reference, true);
    requireMayOnOrder(ctx, "order:cancel", order);
    requireVersion(order, input.version);
    const isOpen = isOneOf(order.status, "awaiting_approval", "preparing", "ready");
    if (!isOpen || order.lines.some(isDelivered)) throw new RuleBroken("orders.tooLateToCancel");
    await tx.update(orderLines).set({ status: "cancelled" }).where(eq(orderLines.orderId, order.id));
    await tx.update(approvals).set({ supersededAt: ctx.now, remindAt: null }).where(eq(approvals.orderId, order.id));
    await takeBack(ctx, tx, order);
    await touch(tx, order, { status: "cancelled", cancelledReason: input.reason });
    const ended = { status: "cancelled" as const, closedAt: ctx.now };
    await moveClock(ctx, tx, order.ticket, { kind: "cancelled", reason: input.reason }, ended);
    await record(ctx, tx, "orders.cancelled", { kind: "order", id: order.reference }, { reason: input.reason });
    await tellCancelled(ctx, tx, order, input.reason);
  });
}

/** A task that runs right now is taken back too: advancing the order looks at it again when it is done. */
async function takeBack(ctx: Context, tx: Tx, order: Order): Promise<void> {
  await tx
    .update(tasks)
    .set({ status: "skipped", at: ctx.now, nextAttemptAt: null })
    .where(and(eq(tasks.orderId, order.id), inArray(tasks.status, ["waiting", "failed"])));
  for (const task of order.tasks) {
    const kind = undoneBy[task.kind];
    const isToUndo = ["done", "running", "failed"].includes(task.status) || task.attempts > 0;
    if (!kind || !isToUndo) continue;
    const ids = { id: newId(), organisationId: ctx.organisation.id, orderId: order.id, lineId: task.lineId };
    const row = {
      ...ids,
      kind,
      position: task.position + 100,
      isAutomatic: true,
      status: "waiting" as const,
      at: ctx.now,
    };
    await tx.insert(tasks).values(row).onConflictDoNothing();
  }
  await enqueue(ctx, tx, "orders.advance", { orderId: order.id });
}
