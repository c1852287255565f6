import { ButtonLink } from "@/app/_ui/button";
import { Icon } from "@/app/_ui/icon";
import { formWords } from "@/app/_ui/ui-words";
import type { Context } from "@/lib/base/context";
import { translator } from "@/lib/base/language";
import { routes } from "@/lib/base/routes";
import { whoseTurn } from "@/lib/orders/whose-turn";
import { acknowledgeReceiptAction } from "../actions";
import { ReceiptForm } from "../receipt-form";
import type { ShownOrder } from "./shown-order";

/** Whose turn it is, and the one act that moves it on where that is the reader's. */
export function Turn({ ctx, shown }: { ctx: Context; shown: ShownOrder }) {
  const t = translator(ctx.language);
  const { order, mayDecide, awaitsMyReceipt } = shown;
  const turn = whoseTurn(shown, shown.reading);
  const isMine = (turn?.isMine ?? false) || mayDecide;
  return (
    <section
      aria-label={t("order.turn.label")}
      className={`max-w-[52rem] rounded-corner p-5 empty:hidden tablet:p-6 ${isMine ? "bg-accent-wash" : "bg-shade"}`}
    >
      {turn ? (
        <p className="flex items-baseline gap-3 text-lead font-strong">
          <Icon name={isMine ? "circle-alert" : "circle-dot"} className="translate-y-[0.15em]" />
          <span>{mayDecide ? t("order.turn.decideYou") : turn.words}</span>
        </p>
      ) : (
        <Ended ctx={ctx} shown={shown} />
      )}
      {turn?.detail && <p className="mt-2">{turn.detail}</p>}
      {mayDecide && (
        <p className="mt-4">
          <ButtonLink href={routes.approval(order.reference)}>{t("order.turn.decide")}</ButtonLink>
        </p>
      )}
      {order.status === "delivered" && (
        <div className="mt-4 empty:hidden">
          <ReceiptForm
            action={acknowledgeReceiptAction}
            reference={order.reference}
            isOpen={awaitsMyReceipt}
            text={{
              ...formWords(ctx.language),
              confirm: t("order.receipt.confirm"),
              done: t("order.receipt.done"),
              unreachable: t("order.unreachable"),
            }}
          />
        </div>
      )}
    </section>
  );
}

function Ended({ ctx, shown: { order, approvals } }: { ctx: Context; shown: ShownOrder }) {
  const t = translator(ctx.language);
  const reason = order.status === "declined" ? approvals.at(-1)?.reason : order.cancelledReason;
  const key = order.status === "declined" || order.status === "cancelled" ? order.status : "delivered";
  return (
    <>
      <p className="text-lead font-strong">{t(`order.ended.${key}`)}</p>
      {key !== "delivered" && reason && <p className="mt-2">{t("order.turn.because", { reason })}</p>}
    </>
  );
}
