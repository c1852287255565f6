import { and, eq, inArray } from "drizzle-orm";
import type { Tx } from "@/db/client";
import { tasks } from "@/db/schema/orders";
import { type Context, inTransaction } from "@/lib/base/context";
import { NotFound, RuleBroken } from "@/lib/base/errors";
import { personOf } from "@/lib/base/may";
import { record } from "@/lib/history/record";
import { enqueue } from "@/lib/queue/enqueue";
import { orderOrThrow, requireMayOnOrder, type TaskRow, touch } from "./internal";
import type { CompleteByHand, Preconfigure } from "./schema";

type OnTask = { reference: string; taskId: string };

/** "Försök igen": a task that stopped is started anew. RuleBroken when it has not stopped. */
export function retryTask(ctx: Context, input: OnTask): Promise<void> {
  return changeTask(ctx, input, "orders.task_retried", (task) => {
    const isStopped = task.isAutomatic && (task.status === "failed" || task.nextAttemptAt !== null);
    if (!isStopped) throw new RuleBroken("orders.taskNotStopped");
    return { status: "waiting", attempts: 0, nextAttemptAt: null };
  });
}

/** The manual way: an agent did what the portal could not, and says how. */
export function completeByHand(ctx: Context, input: OnTask & CompleteByHand): Promise<void> {
  return changeTask(ctx, input, "orders.task_by_hand", (task) => {
    if (!task.isAutomatic || !["failed", "waiting"].includes(task.status))
      throw new RuleBroken("orders.taskNotStopped");
    const detail = { ...task.detail, byHand: input.note };
    return { status: "done", nextAttemptAt: null, doneById: personOf(ctx).personId, detail };
  });
}

/** The pre-configuration checklist of one line (C10). */
export function preconfigureLine(ctx: Context, input: OnTask & Preconfigure): Promise<void> {
  return changeTask(ctx, input, "orders.preconfigured", (task) => {
    if (task.kind !== "preconfigure" || task.status === "done") throw new RuleBroken("orders.taskNotStopped");
    return { status: "done", doneById: personOf(ctx).personId, detail: { checklist: input.checklist } };
  });
}

async function changeTask(
  ctx: Context,
  input: OnTask,
  event: `${string}.${string}`,
  change: (task: TaskRow) => Partial<TaskRow>,
): Promise<void> {
  return inTransaction(ctx, async (tx: Tx) => {
    const order = await orderOrThrow(ctx, tx, input.reference, true);
    requireMayOnOrder(ctx, "order:work", order);
    const task = order.tasks.find((each) => each.id === input.taskId);
    if (!task) throw new NotFound();
    if (["declined", "awaiting_approval"].includes(order.status)) throw new RuleBroken("orders.notPreparing");
    const [won] = await tx
      .update(tasks)
      .set({ ...change(task), at: ctx.now, claimedBy: null })
      .where(and(eq(tasks.id, task.id), inArray(tasks.status, [task.status])))
      .returning({ id: tasks.id });
    if (!won) throw new RuleBroken("orders.taskNotStopped");
    await touch(tx, order);
    await record(ctx, tx, event, { kind: "order", id: order.reference }, { kind: task.kind });
    await enqueue(ctx, tx, "orders.advance", { orderId: order.id });
  });
}
