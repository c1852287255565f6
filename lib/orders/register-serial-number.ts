import { and, eq } from "drizzle-orm";
import type { Tx } from "@/db/client";
import { orderLines, tasks } from "@/db/schema/orders";
import { type Context, inTransaction } from "@/lib/base/context";
import { Invalid, RuleBroken } from "@/lib/base/errors";
import { personOf } from "@/lib/base/may";
import { record } from "@/lib/history/record";
import { enqueue } from "@/lib/queue/enqueue";
import {
  isOneOf,
  type LineRow,
  lineOrThrow,
  type Order,
  orderOrThrow,
  requireMayOnOrder,
  requireVersion,
  tasksOf,
  touch,
} from "./internal";
import type { RegisterSerialNumber } from "./schema";
import { isLive } from "./status";

/**
 * Ties a device to a line; what hangs on the number starts by itself. A mistyped number may be put right until the portal has acted
 * on it. Invalid when another live line has the number, RuleBroken when the order is not being prepared.
 */
export async function registerSerialNumber(
  ctx: Context,
  input: RegisterSerialNumber & { reference: string; lineId: string; version?: number },
): Promise<void> {
  return inTransaction(ctx, async (tx) => {
    const order = await orderOrThrow(ctx, tx, input.reference, true);
    requireMayOnOrder(ctx, "order:work", order);
    requireVersion(order, input.version);
    const line = lineOrThrow(order, input.lineId);
    requirePreparing(order, line);
    await register(ctx, tx, order, line, input.serialNumber, "serialNumber");
    await touch(tx, order);
    await enqueue(ctx, tx, "orders.advance", { orderId: order.id });
  });
}

/** Several numbers, typed, scanned or from the supplier's list: each to the next line without one, all or none. */
export async function registerSerialNumbers(
  ctx: Context,
  input: { reference: string; serialNumbers: string[]; version?: number },
): Promise<void> {
  return inTransaction(ctx, async (tx) => {
    const order = await orderOrThrow(ctx, tx, input.reference, true);
    requireMayOnOrder(ctx, "order:work", order);
    requireVersion(order, input.version);
    const open = order.lines.filter((line) => isLive(line) && !line.serialNumber);
    const surplus = input.serialNumbers.length > open.length;
    if (surplus)
      throw new Invalid([{ path: "serialNumbers", key: "desk.errors.tooManyNumbers", values: { open: open.length } }]);
    for (const [n, serialNumber] of input.serialNumbers.entries()) {
      const line = open[n];
      if (!line) continue;
      requirePreparing(order, line);
      await register(ctx, tx, order, line, serialNumber, "serialNumbers");
    }
    await touch(tx, order);
    await enqueue(ctx, tx, "orders.advance", { orderId: order.id });
  });
}

function requirePreparing(order: Order, line: LineRow): void {
  if (!isOneOf(order.status, "preparing", "ready") || !isLive(line)) throw new RuleBroken("orders.notPreparing");
  const dependent = tasksOf(order, line).filter(
    (task) => task.kind === "create_dev_account" || task.kind === "find_in_mdm",
  );
  const hasActed = dependent.some((task) => task.status === "done" || task.status === "running");
  if (line.serialNumber && hasActed) throw new RuleBroken("orders.serialNumberInUse");
}

async function register(
  ctx: Context,
  tx: Tx,
  order: Order,
  line: LineRow,
  serialNumber: string,
  path: string,
): Promise<void> {
  const [taken] = await tx
    .update(orderLines)
    .set({ serialNumber })
    .where(and(eq(orderLines.id, line.id)))
    .returning({ id: orderLines.id })
    .catch((fault: unknown) => {
      if (isTaken(fault)) throw new Invalid([{ path, key: "desk.errors.serialNumberTaken", values: { serialNumber } }]);
      throw fault;
    });
  if (!taken) throw new RuleBroken("orders.notPreparing");
  const done = {
    status: "done" as const,
    at: ctx.now,
    doneById: personOf(ctx).personId,
    detail: { answer: serialNumber },
  };
  await tx
    .update(tasks)
    .set(done)
    .where(and(eq(tasks.lineId, line.id), eq(tasks.kind, "register_serial_number")));
  // A number that was put right: what failed on the old one starts anew.
  const anew = { status: "waiting" as const, attempts: 0, nextAttemptAt: null, detail: {} };
  await tx
    .update(tasks)
    .set(anew)
    .where(and(eq(tasks.lineId, line.id), eq(tasks.status, "failed"), eq(tasks.isAutomatic, true)));
  await record(
    ctx,
    tx,
    "orders.serial_number",
    { kind: "order", id: order.reference },
    { serialNumber, line: line.position },
  );
}

function isTaken(fault: unknown): boolean {
  const { code } = ((fault as { cause?: unknown }).cause ?? fault) as { code?: string };
  return code === "23505";
}
