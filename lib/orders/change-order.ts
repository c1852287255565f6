import { eq, inArray } from "drizzle-orm";
import type { Tx } from "@/db/client";
import { persons, units } from "@/db/schema/people";
import { tickets } from "@/db/schema/tickets";
import { type Context, inTransaction } from "@/lib/base/context";
import { RuleBroken } from "@/lib/base/errors";
import { record } from "@/lib/history/record";
import { moveClock, openPause, readClock } from "@/lib/tickets/clock";
import { checkOrder } from "./check-order";
import { hashOfContent } from "./content";
import { isOneOf, type Order, type OrderRow, orderOrThrow, requireMayOnOrder, requireVersion, touch } from "./internal";
import { requestApproval } from "./request-approval";
import { type ChangeOrder, PlaceOrder } from "./schema";

/**
 * Changes hardware, cost centre or place before a device is registered for the order. What was approved was something else, so it is
 * asked for again, with the difference shown. RuleBroken `orders.tooLateToChange` after that.
 */
export async function changeOrder(ctx: Context, input: ChangeOrder): Promise<void> {
  return inTransaction(ctx, async (tx) => {
    const order = await orderOrThrow(ctx, tx, input.reference, true);
    requireMayOnOrder(ctx, "order:change", order);
    requireVersion(order, input.version);
    const hasDevice = order.lines.some((line) => line.serialNumber);
    if (hasDevice || !isOneOf(order.status, "awaiting_approval", "preparing"))
      throw new RuleBroken("orders.tooLateToChange");
    const checked = await checkOrder(ctx, tx, await asPlaced(tx, order, input));
    const content = { ...checked.content, serviceVersionId: order.serviceVersionId };
    const contentHash = hashOfContent(content);
    if (contentHash === order.contentHash) throw new RuleBroken("orders.nothingChanged");
    const { id: hardwareModelId, rentPerMonthOre } = checked.hardware;
    const { costCentre, deliverTo } = input;
    const changes: Partial<OrderRow> = { hardwareModelId, rentPerMonthOre, costCentre, deliverTo, contentHash };
    await touch(tx, order, { ...changes, ...(checked.needsApproval ? { status: "awaiting_approval" } : {}) });
    await tx.update(tickets).set({ title: checked.title }).where(eq(tickets.id, order.ticketId));
    await record(ctx, tx, "orders.changed", { kind: "order", id: order.reference }, { ...content });
    if (!checked.needsApproval) return;
    const { events } = await readClock(ctx, tx, order.ticket);
    if (!openPause(events))
      await moveClock(ctx, tx, order.ticket, { kind: "paused", waitingFor: "approval" }, { status: "paused" });
    await requestApproval(ctx, tx, { ...order, calendarId: order.ticket.calendarId }, content);
  });
}

async function asPlaced(tx: Tx, order: Order, input: ChangeOrder): Promise<PlaceOrder> {
  const [unit] = await tx.select({ slug: units.slug }).from(units).where(eq(units.id, order.unitId));
  const ids = order.recipientIds.filter((id) => id !== null);
  const people = await tx
    .select({ id: persons.id, email: persons.email })
    .from(persons)
    .where(inArray(persons.id, ids));
  return PlaceOrder.parse({
    ...{ service: "ipad", variant: order.variant, quantity: order.lines.length, unit: unit?.slug },
    recipients: ids.map((id) => people.find((each) => each.id === id)?.email),
    ...{ hardware: input.hardware, costCentre: input.costCentre, deliverTo: input.deliverTo },
  });
}
