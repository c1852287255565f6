import type { Context } from "@/lib/base/context";
import { type Translate, translator } from "@/lib/base/language";
import type { OrderSummary } from "@/lib/orders/queries";
import { queueTurn } from "@/lib/orders/queue-turn";

/** Whose turn it is, as far as a row of a list knows; null when nothing more is to be done. */
export function rowTurn(ctx: Context, order: OrderSummary): { words: string; isMine: boolean } | null {
  const t = translator(ctx.language);
  if (order.awaitsMyReceipt) return { words: t("order.turn.confirmYou"), isMine: true };
  const turn = queueTurn(order);
  const isRequester = ctx.actor.kind === "person" && ctx.actor.personId === order.requesterId;
  switch (turn) {
    case "nobody":
      return null;
    case "requester":
      return isRequester
        ? { words: t("order.turn.you"), isMine: true }
        : { words: t("order.turn.requester", { name: order.requester }), isMine: false };
    case "manager":
      return { words: t("order.turn.approver"), isMine: false };
    case "desk":
      return { words: deskWords(order, t), isMine: false };
    default:
      return { words: t(`order.turn.${turn}`), isMine: false };
  }
}

function deskWords({ status, hasFailedTask, deliverTo, quantity }: OrderSummary, t: Translate): string {
  if (status === "ready") return t("order.turn.ready", { place: deliverTo });
  return hasFailedTask ? t("order.turn.deskHelps") : t("order.turn.deskFetches", { count: quantity });
}
