import { and, eq, inArray } from "drizzle-orm";
import type { Tx } from "@/db/client";
import { orderLines, receipts, tasks } from "@/db/schema/orders";
import { type Context, inTransaction } from "@/lib/base/context";
import { RuleBroken } from "@/lib/base/errors";
import { newId } from "@/lib/base/ids";
import { translator } from "@/lib/base/language";
import { personOf } from "@/lib/base/may";
import { record } from "@/lib/history/record";
import { moveClock } from "@/lib/tickets/clock";
import {
  type LineRow,
  lineOrThrow,
  type Order,
  orderOrThrow,
  requireMayOnOrder,
  requireVersion,
  touch,
} from "./internal";
import { tellHandedOver } from "./letters";
import type { HandOver } from "./schema";
import { orderStatusOf } from "./status";

/**
 * Hands ready lines over against one receipt. With a signature the receipt is given at once; else the recipient confirms it in the
 * portal. The last line stops the delivery clock: the promise is kept or broken. RuleBroken `orders.notReady` for a line that is not.
 */
export async function handOver(
  ctx: Context,
  input: HandOver & { reference: string; lineIds: string[]; version?: number },
): Promise<void> {
  return inTransaction(ctx, async (tx) => {
    const order = await orderOrThrow(ctx, tx, input.reference, true);
    requireMayOnOrder(ctx, "order:work", order);
    requireVersion(order, input.version);
    const handed = input.lineIds.map((id) => lineOrThrow(order, id));
    if (handed.length === 0 || handed.some((line) => line.status !== "ready")) throw new RuleBroken("orders.notReady");
    await writeHandOver(ctx, tx, order, handed, input);
    const status = input.signature ? "acknowledged" : "handed_over";
    const lines = order.lines.map((line) =>
      handed.includes(line) ? { ...line, status: status as LineRow["status"] } : line,
    );
    const isDelivered = orderStatusOf(lines) === "delivered";
    await touch(tx, order, { status: orderStatusOf(lines), ...(isDelivered ? { deliveredAt: ctx.now } : {}) });
    if (isDelivered) await resolveTicket(ctx, tx, order, input.receivedBy);
  });
}

async function writeHandOver(ctx: Context, tx: Tx, order: Order, lines: LineRow[], input: HandOver): Promise<void> {
  const lineIds = lines.map((line) => line.id);
  const by = personOf(ctx).personId;
  const signed = input.signature
    ? { acknowledgedAt: ctx.now, status: "acknowledged" as const }
    : { status: "handed_over" as const };
  await tx
    .update(orderLines)
    .set({ ...signed, handedOverAt: ctx.now, receivedBy: input.receivedBy })
    .where(inArray(orderLines.id, lineIds));
  const task = { status: "done" as const, at: ctx.now, doneById: by };
  await tx
    .update(tasks)
    .set({ ...task, detail: { answer: input.receivedBy } })
    .where(and(inArray(tasks.lineId, lineIds), eq(tasks.kind, "hand_over")));
  const ticked = input.checklist ?? [];
  await tx
    .update(tasks)
    .set(
      ticked.length > 0
        ? { ...task, detail: { checklist: ticked } }
        : { ...task, status: "skipped", detail: { checklist: [] } },
    )
    .where(and(inArray(tasks.lineId, lineIds), eq(tasks.kind, "preconfigure"), eq(tasks.status, "waiting")));
  const receipt = {
    id: newId(),
    ...{
      organisationId: ctx.organisation.id,
      orderId: order.id,
      lineIds,
      receivedBy: input.receivedBy,
      handedOverById: by,
    },
    ...(input.signature ? { signature: input.signature, confirmedAt: ctx.now } : {}),
    createdAt: ctx.now,
  };
  await tx.insert(receipts).values(receipt);
  const serials = lines.flatMap((line) => line.serialNumber ?? []);
  await record(
    ctx,
    tx,
    "orders.handed_over",
    { kind: "order", id: order.reference },
    { serials, receivedBy: input.receivedBy },
  );
  const recipientIds = lines.flatMap((line) => line.recipientId ?? []);
  await tellHandedOver(ctx, tx, order, receipt.id, { ...input, serials, recipientIds });
}

async function resolveTicket(ctx: Context, tx: Tx, order: Order, receivedBy: string): Promise<void> {
  const resolution = translator("sv")("orders.resolution", { receivedBy });
  await moveClock(ctx, tx, order.ticket, { kind: "stopped" }, { status: "resolved", resolvedAt: ctx.now, resolution });
  await record(ctx, tx, "tickets.resolved", { kind: "ticket", id: order.reference });
}
