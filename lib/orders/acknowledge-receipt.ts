import { and, arrayOverlaps, eq, inArray, isNull } from "drizzle-orm";
import { orderLines, receipts } from "@/db/schema/orders";
import { type Context, inTransaction } from "@/lib/base/context";
import { NotAllowed, RuleBroken } from "@/lib/base/errors";
import { personOf } from "@/lib/base/may";
import { record } from "@/lib/history/record";
import { orderOrThrow, requireMayOnOrder, requireVersion, touch } from "./internal";

/** The recipient says "I have it": every line handed over to them. For an iPad that belongs to a place, the requester says it. */
export async function acknowledgeReceipt(ctx: Context, input: { reference: string; version?: number }): Promise<void> {
  return inTransaction(ctx, async (tx) => {
    const order = await orderOrThrow(ctx, tx, input.reference, true);
    requireMayOnOrder(ctx, "order:acknowledge", order);
    requireVersion(order, input.version);
    const me = personOf(ctx).personId;
    const mine = order.lines.filter((line) => (line.recipientId ?? order.requesterId) === me);
    if (mine.length === 0) throw new NotAllowed();
    const ids = mine.filter((line) => line.status === "handed_over").map((line) => line.id);
    if (ids.length === 0) throw new RuleBroken("orders.nothingToAcknowledge");
    await tx
      .update(orderLines)
      .set({ status: "acknowledged", acknowledgedAt: ctx.now })
      .where(and(inArray(orderLines.id, ids), eq(orderLines.status, "handed_over")));
    await tx
      .update(receipts)
      .set({ confirmedAt: ctx.now, confirmedById: me })
      .where(and(eq(receipts.orderId, order.id), arrayOverlaps(receipts.lineIds, ids), isNull(receipts.confirmedAt)));
    await touch(tx, order);
    await record(ctx, tx, "orders.acknowledged", { kind: "order", id: order.reference });
  });
}
