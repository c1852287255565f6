import { and, eq, sql } from "drizzle-orm";
import type { Tx } from "@/db/client";
import { orderLines, orders } from "@/db/schema/orders";
import type { Channel } from "@/db/words";
import { type Context, inTransaction } from "@/lib/base/context";
import { newId } from "@/lib/base/ids";
import { personOf, requireMay } from "@/lib/base/may";
import { record } from "@/lib/history/record";
import { moveClock } from "@/lib/tickets/clock";
import { openOrderTicket } from "@/lib/tickets/write-ticket";
import { type CheckedOrder, checkOrder } from "./check-order";
import { hashOfContent } from "./content";
import { tellPlaced } from "./letters";
import { requestApproval } from "./request-approval";
import type { PlaceOrder } from "./schema";
import { startPreparing } from "./start-preparing";

export type Placing = PlaceOrder & { submissionKey: string; channel: Channel };

/**
 * Places an order: one ticket with its clock, one line a recipient (or an iPad), one approval round unless the organisation asks for
 * none. The same `submissionKey` from the same person gives the same order again. Returns the reference.
 */
export async function placeOrder(ctx: Context, input: Placing): Promise<{ reference: string; isNew: boolean }> {
  requireMay(ctx, "order:place");
  const requester = personOf(ctx);
  return inTransaction(ctx, async (tx) => {
    await tx.execute(
      sql`select pg_advisory_xact_lock(hashtextextended(${requester.personId + input.submissionKey}, 1))`,
    );
    const placed = await placedBefore(tx, requester.personId, input.submissionKey);
    if (placed) return { reference: placed, isNew: false };
    const checked = await checkOrder(ctx, tx, input);
    const order = await writeOrder(ctx, tx, input, checked);
    await tellPlaced(ctx, tx, order.reference);
    return { reference: order.reference, isNew: true };
  });
}

async function placedBefore(tx: Tx, requesterId: string, submissionKey: string): Promise<string | undefined> {
  const [row] = await tx
    .select({ reference: orders.reference })
    .from(orders)
    .where(and(eq(orders.requesterId, requesterId), eq(orders.submissionKey, submissionKey)));
  return row?.reference;
}

async function writeOrder(ctx: Context, tx: Tx, input: Placing, checked: CheckedOrder) {
  const { unit, content, service, hardware } = checked;
  const requesterId = personOf(ctx).personId;
  const ticket = await openOrderTicket(ctx, tx, {
    ...{ type: "service_request", category: `service/${input.service}`, channel: input.channel, requesterId },
    title: checked.title,
    description: input.note ?? "",
    unitId: unit.id,
    calendarSlug: service.calendarSlug,
    policySlug: service.policySlug,
  });
  const order = {
    ...{ id: newId(), organisationId: ctx.organisation.id, ticketId: ticket.id, reference: ticket.reference },
    ...{ serviceVersionId: service.versionId, requesterId, unitId: unit.id, variant: input.variant },
    ...{ hardwareModelId: hardware.id, rentPerMonthOre: hardware.rentPerMonthOre },
    ...{ costCentre: input.costCentre, deliverTo: input.deliverTo, note: input.note ?? null },
    status: "awaiting_approval" as const,
    contentHash: hashOfContent(content),
    submissionKey: input.submissionKey,
    receivedAt: ctx.now,
  };
  await tx.insert(orders).values(order);
  await tx.insert(orderLines).values(
    checked.recipientIds.map((recipientId, position) => {
      const ids = { id: newId(), organisationId: ctx.organisation.id, orderId: order.id };
      return { ...ids, position, recipientId, status: "submitted" as const };
    }),
  );
  await record(ctx, tx, "orders.placed", { kind: "order", id: order.reference }, { ...content });
  if (checked.needsApproval) {
    await moveClock(ctx, tx, ticket, { kind: "paused", waitingFor: "approval" }, { status: "paused" });
    const asked = { ...order, unitPath: unit.path, calendarId: ticket.calendarId };
    await requestApproval(ctx, tx, asked, content);
  } else await startPreparing(ctx, tx, order.reference);
  return order;
}
