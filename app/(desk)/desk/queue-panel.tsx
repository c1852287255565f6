import { Icon } from "@/app/_ui/icon";
import type { Context } from "@/lib/base/context";
import { translator } from "@/lib/base/language";
import { may } from "@/lib/base/may";
import { getOrder } from "@/lib/orders/queries";
import { listQueue } from "@/lib/tickets/list-queue";
import { nullWhenGone } from "./null-when-gone";
import { OrderPanel } from "./order-panel";
import { TicketPanel } from "./ticket-panel";

type QueuePanelProps = { ctx: Context; reference: string; closeHref: string };

/** One ticket beside the queue, an order as an order. What may not be seen and what is not there look the same. */
export async function QueuePanel({ ctx, reference, closeHref }: QueuePanelProps) {
  const t = translator(ctx.language);
  const filter = { references: [reference] };
  const [row] = (await listQueue(ctx, { view: "all", filter }, { limit: 1 })).items;
  const order = row?.orderStatus ? await getOrder(ctx, reference).catch(nullWhenGone) : null;
  return (
    <aside className="desk-panel" aria-label={t("queue.panel.label", { reference })} data-ticket-panel={reference}>
      <a href={closeHref} className="desk-panel-close">
        <Icon name="x" />
        {t("queue.panel.close")}
      </a>
      {order && may(ctx.actor, "order:work", order.order) ? (
        <OrderPanel ctx={ctx} view={order} />
      ) : row ? (
        <TicketPanel ctx={ctx} row={row} />
      ) : (
        <p>{t("queue.panel.missing")}</p>
      )}
    </aside>
  );
}
