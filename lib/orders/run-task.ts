import { and, eq, inArray } from "drizzle-orm";
import { orderLines, orders, tasks } from "@/db/schema/orders";
import { type Context, inTransaction } from "@/lib/base/context";
import { DomainError, Unavailable } from "@/lib/base/errors";
import type { MessageKey } from "@/lib/base/language";
import { log } from "@/lib/base/log";
import { record } from "@/lib/history/record";
import { enqueue } from "@/lib/queue/enqueue";
import { type Order, orderOrThrow, type TaskRow, touch } from "./internal";
import { type Answer, performTask } from "./perform-task";
import { isUnblocked, retryMinutes } from "./status";

/**
 * One automatic task: claimed in a transaction, performed outside of it, its answer written in another. A worker that dies in
 * between leaves the claim; the sweep frees it, and the act is read back before it is repeated, so that nothing is done twice.
 */
export async function runTask(ctx: Context, taskId: string, workerId: string): Promise<void> {
  const claimed = await claim(ctx, taskId, workerId);
  if (!claimed) return;
  const answer = await outcomeOf(() => performTask(ctx, claimed.order, claimed.task));
  await inTransaction(ctx, async (tx) => {
    const order = await orderOrThrow(ctx, tx, claimed.order.reference, true);
    const isMine = and(eq(tasks.id, taskId), eq(tasks.claimedBy, workerId), eq(tasks.status, "running"));
    const [written] = await tx
      .update(tasks)
      .set(changesFor(ctx, claimed.task, answer))
      .where(isMine)
      .returning({ status: tasks.status });
    if (!written) return;
    if ("done" in answer && answer.line)
      await tx.update(orderLines).set(answer.line).where(eq(orderLines.id, claimed.task.lineId));
    await touch(tx, order);
    const detail = { kind: claimed.task.kind, status: written.status };
    await record(ctx, tx, "orders.task", { kind: "order", id: order.reference }, detail);
    await enqueue(ctx, tx, "orders.advance", { orderId: order.id });
  });
}

async function claim(ctx: Context, taskId: string, workerId: string): Promise<{ order: Order; task: TaskRow } | null> {
  return inTransaction(ctx, async (tx) => {
    const [found] = await tx
      .select({ reference: orders.reference })
      .from(tasks)
      .innerJoin(orders, eq(orders.id, tasks.orderId))
      .where(eq(tasks.id, taskId));
    if (!found) return null;
    const order = await orderOrThrow(ctx, tx, found.reference, true);
    const task = order.tasks.find((each) => each.id === taskId);
    if (!task || !mayStart(order, task)) return null;
    const attempts = task.attempts + 1;
    const running = { status: "running" as const, claimedBy: workerId, attempts, at: ctx.now, nextAttemptAt: null };
    await tx
      .update(tasks)
      .set(running)
      .where(and(eq(tasks.id, taskId), inArray(tasks.status, ["waiting"])));
    return { order, task: { ...task, ...running } };
  });
}

function mayStart(order: Order, task: TaskRow): boolean {
  const isRunning = ["preparing", "ready", "cancelled"].includes(order.status);
  const ofLine = order.tasks.filter((other) => other.lineId === task.lineId);
  return isRunning && task.isAutomatic && task.status === "waiting" && isUnblocked(task, ofLine);
}

/** `key`: the sentence that says it to a person; `failed` is for whoever looks into it. */
type Outcome = Answer | { failed: string; key: MessageKey; retry: boolean };

async function outcomeOf(perform: () => Promise<Answer>): Promise<Outcome> {
  try {
    return await perform();
  } catch (fault) {
    if (fault instanceof Unavailable) return { failed: fault.detail, key: fault.key, retry: fault.retry };
    if (fault instanceof DomainError) return { failed: fault.key, key: fault.key, retry: false };
    log().error({ err: fault }, "a task failed unexpectedly");
    return { failed: "unexpected", key: "errors.notAnswered", retry: true };
  }
}

function changesFor(ctx: Context, task: TaskRow, outcome: Outcome): Partial<TaskRow> {
  const freed = { claimedBy: null, at: ctx.now };
  if ("done" in outcome) return { ...freed, status: "done", detail: { ...outcome.done } };
  const pause = retryMinutes[task.attempts - 1];
  const detail = { ...task.detail, error: outcome.failed, errorKey: outcome.key, attempts: task.attempts };
  if (!outcome.retry || pause === undefined) return { ...freed, status: "failed", detail };
  return { ...freed, status: "waiting", detail, nextAttemptAt: new Date(ctx.now.getTime() + pause * 60_000) };
}
