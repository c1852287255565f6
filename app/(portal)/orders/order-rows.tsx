import { describeStatus } from "@/app/_ui/describe-status";
import { DueClock } from "@/app/_ui/due-clock";
import { Icon } from "@/app/_ui/icon";
import { Status } from "@/app/_ui/status";
import type { Context } from "@/lib/base/context";
import { translator } from "@/lib/base/language";
import { routes } from "@/lib/base/routes";
import { clockInWords } from "@/lib/orders/clock-words";
import type { OrderSummary } from "@/lib/orders/queries";
import { rowTurn } from "./row-turn";

/** Orders as plain rows: what, how far, whose turn, and the day that was promised. */
export function OrderRows({ ctx, orders }: { ctx: Context; orders: readonly OrderSummary[] }) {
  return (
    <ul className="border-t border-hairline">
      {orders.map((order) => (
        <OrderRow key={order.id} ctx={ctx} order={order} />
      ))}
    </ul>
  );
}

function OrderRow({ ctx, order }: { ctx: Context; order: OrderSummary }) {
  const { language } = ctx;
  const t = translator(language);
  const turn = rowTurn(ctx, order);
  const isMine = ctx.actor.kind === "person" && ctx.actor.personId === order.requesterId;
  return (
    <li className="grid gap-x-8 gap-y-2 border-b border-hairline py-5 tablet:grid-cols-[1fr_auto]">
      <div>
        <a href={routes.order(order.reference)} className="text-lead font-strong">
          {order.title}
        </a>
        <p className="text-plain text-ink-quiet">
          {t("order.row.reference")} <span className="reference">{order.reference}</span>
          {!isMine && <span> · {t("order.row.by", { name: order.requester })}</span>}
        </p>
        {turn && (
          <p className={`mt-1 flex items-baseline gap-2 ${turn.isMine ? "font-strong" : ""}`}>
            <Icon name={turn.isMine ? "circle-alert" : "circle-dot"} className="translate-y-[0.15em]" />
            <span>{turn.words}</span>
          </p>
        )}
      </div>
      <div className="flex flex-wrap items-start gap-3 tablet:flex-col tablet:items-end">
        <Status {...describeStatus("orderStatus", order.status, language)} />
        <DueDay ctx={ctx} order={order} />
      </div>
    </li>
  );
}

/** Nothing is promised any more for an order that was declined or cancelled. */
function DueDay({ ctx, order }: { ctx: Context; order: OrderSummary }) {
  if (order.status === "declined" || order.status === "cancelled") return null;
  const { language, organisation } = ctx;
  const reading = { language, timeZone: organisation.timeZone, now: ctx.now, isEnded: order.deliveredAt !== null };
  const { left, due, tone } = clockInWords(order.clock, reading);
  if (order.status === "awaiting_approval") {
    const words = translator(language)("order.promise.ifApproved", { date: due });
    return <p className="text-plain text-ink-quiet">{words}</p>;
  }
  return <DueClock tone={tone} words={left} date={tone === "waiting" ? "" : due} />;
}
