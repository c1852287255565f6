import { and, eq, inArray } from "drizzle-orm";
import type { Tx } from "@/db/client";
import { orderLines, orders, tasks } from "@/db/schema/orders";
import { type Context, inTransaction } from "@/lib/base/context";
import { enqueue } from "@/lib/queue/enqueue";
import { type LineRow, type Order, orderOrThrow, tasksOf, touch } from "./internal";
import { tellReady } from "./letters";
import { isDelivered, isLive, isReady, isUnblocked, orderStatusOf } from "./status";

/**
 * Moves an order on after something happened: automatic tasks that may start are enqueued, lines and the order get the status that
 * their tasks give them. Safe to run any number of times.
 */
export async function advanceOrder(ctx: Context, orderId: string): Promise<void> {
  await inTransaction(ctx, async (tx) => {
    const [found] = await tx.select({ reference: orders.reference }).from(orders).where(eq(orders.id, orderId));
    if (!found) return;
    const order = await orderOrThrow(ctx, tx, found.reference, true);
    if (order.status === "preparing" || order.status === "ready") await moveLines(ctx, tx, order);
    for (const task of startable(order)) await enqueue(ctx, tx, "orders.run_task", { taskId: task.id });
  });
}

/** A cancelled order still takes back what it had done; an order that waits for a new approval starts nothing. */
function startable(order: Order) {
  const isRunning = ["preparing", "ready", "cancelled"].includes(order.status);
  return order.tasks.filter((task) => {
    const isDue = isRunning && task.isAutomatic && task.status === "waiting" && task.nextAttemptAt === null;
    return (
      isDue &&
      isUnblocked(
        task,
        order.tasks.filter((other) => other.lineId === task.lineId),
      )
    );
  });
}

async function moveLines(ctx: Context, tx: Tx, order: Order): Promise<void> {
  const moved: LineRow[] = [];
  for (const line of order.lines) {
    const status =
      isLive(line) && !isDelivered(line) ? (isReady(tasksOf(order, line)) ? "ready" : "preparing") : line.status;
    if (status !== line.status) await tx.update(orderLines).set({ status }).where(eq(orderLines.id, line.id));
    moved.push({ ...line, status });
  }
  const status = orderStatusOf(moved);
  const hasMoved = moved.some((line, n) => line.status !== order.lines[n]?.status) || status !== order.status;
  if (hasMoved) await touch(tx, order, { status });
  if (status === "ready" && order.status !== "ready") await tellReady(ctx, tx, order);
}

/** Tasks whose pause is over and tasks that a dead worker left running are set going again. */
export async function resumeTasks(ctx: Context, tx: Tx, ids: string[]): Promise<void> {
  if (ids.length === 0) return;
  const again = await tx
    .update(tasks)
    .set({ status: "waiting", nextAttemptAt: null, claimedBy: null })
    .where(and(inArray(tasks.id, ids), inArray(tasks.status, ["waiting", "running"])))
    .returning({ orderId: tasks.orderId });
  for (const orderId of new Set(again.map((task) => task.orderId)))
    await enqueue(ctx, tx, "orders.advance", { orderId });
}
