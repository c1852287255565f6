import { cache } from "react";
import type { Context } from "@/lib/base/context";
import { may, personOf } from "@/lib/base/may";
import { getServiceVersion } from "@/lib/catalogue/queries";
import { getOrder, type OrderView } from "@/lib/orders/queries";
import { nearestApprovers } from "@/lib/orders/reminders";
import { isDelivered, openOrderStatuses } from "@/lib/orders/status";
import type { TurnReading } from "@/lib/orders/whose-turn";
import type { Approver } from "@/lib/people/queries";

/** One order with what its pages ask of it. */
export type ShownOrder = OrderView & {
  /** Who is asked to approve; empty when nobody is. */
  approvers: Approver[];
  /** Names of models by slug, for what was changed. */
  names: Record<string, string>;
  reading: TurnReading & { names: Record<string, string> };
  mayChange: boolean;
  mayCancel: boolean;
  mayDecide: boolean;
  mayTalk: boolean;
  /** Something handed over waits for this person's receipt. */
  awaitsMyReceipt: boolean;
};

/** NotFound when it is hidden or absent. Asked once a request, however many parts show it. */
export const shownOrder = cache(async (ctx: Context, reference: string): Promise<ShownOrder> => {
  const view = await getOrder(ctx, reference);
  const { order } = view;
  const viewerId = personOf(ctx).personId;
  const isWaiting = order.status === "awaiting_approval";
  const approvers = isWaiting ? await nearestApprovers(ctx, order) : [];
  const names = { ...(await modelNames(ctx, order.serviceVersionId)), [view.unit.slug]: view.unit.name };
  const isOpen = openOrderStatuses.some((status) => status === order.status);
  const { language, organisation } = ctx;
  return {
    ...view,
    approvers,
    names,
    reading: {
      ...{ language, timeZone: organisation.timeZone, viewerId, names },
      approvers: approvers.map(({ name }) => name),
    },
    mayChange: may(ctx.actor, "order:change", order) && isChangeable(view),
    mayCancel: may(ctx.actor, "order:cancel", order) && isOpen && !order.lines.some(isDelivered),
    mayDecide: may(ctx.actor, "order:approve", order) && isWaiting,
    mayTalk: may(ctx.actor, "ticket:read", order) && may(ctx.actor, "ticket:comment", order),
    awaitsMyReceipt: order.lines.some(
      (line) => line.status === "handed_over" && (line.recipientId ?? order.requesterId) === viewerId,
    ),
  };
});

function isChangeable({ order }: OrderView): boolean {
  const isEarly = order.status === "awaiting_approval" || order.status === "preparing";
  return isEarly && !order.lines.some((line) => line.serialNumber);
}

async function modelNames(ctx: Context, versionId: string): Promise<Record<string, string>> {
  const { hardware } = await getServiceVersion(ctx, versionId);
  return Object.fromEntries(hardware.map(({ slug, name }) => [slug, name]));
}
