import { ButtonLink, ButtonRow } from "@/app/_ui/button";
import { describeStatus } from "@/app/_ui/describe-status";
import { Icon } from "@/app/_ui/icon";
import { Status } from "@/app/_ui/status";
import type { Context } from "@/lib/base/context";
import { NotFound } from "@/lib/base/errors";
import { translator } from "@/lib/base/language";
import { may } from "@/lib/base/may";
import { routes } from "@/lib/base/routes";
import { getOrder, type OrderView } from "@/lib/orders/queries";
import { namesOf } from "@/lib/people/names-of";
import { OrderClock } from "./orders/[reference]/order-clock";
import { OrderFacts } from "./orders/[reference]/order-facts";
import { OrderLines } from "./orders/[reference]/order-lines";
import { TurnWords } from "./orders/[reference]/turn-words";

type OrderPanelProps = { ctx: Context; reference: string; closeHref: string };

/** One order beside the queue: where it stands and whose turn it is. Its acts are on its own page. */
export async function OrderPanel({ ctx, reference, closeHref }: OrderPanelProps) {
  const t = translator(ctx.language);
  const view = await getOrder(ctx, reference).catch(nullWhenGone);
  return (
    <aside className="desk-panel" aria-label={t("desk.panel.label", { reference })}>
      <a href={closeHref} className="desk-panel-close">
        <Icon name="x" />
        {t("desk.panel.close")}
      </a>
      {view && may(ctx.actor, "order:work", view.order) ? (
        <PanelContent ctx={ctx} view={view} />
      ) : (
        <p>{t("desk.panel.missing")}</p>
      )}
    </aside>
  );
}

async function PanelContent({ ctx, view }: { ctx: Context; view: OrderView }) {
  const t = translator(ctx.language);
  const { order } = view;
  const names = await namesOf(
    ctx,
    order.tasks.map((task) => task.doneById),
  );
  return (
    <>
      <h2 className="text-title">
        <span className="reference">{order.reference}</span> {order.ticket.title}
      </h2>
      <div className="desk-marks">
        <Status {...describeStatus("orderStatus", order.status, ctx.language)} />
        <OrderClock ctx={ctx} view={view} />
      </div>
      <TurnWords ctx={ctx} view={view} />
      <ButtonRow>
        <ButtonLink href={routes.deskOrder(order.reference)}>{t("desk.panel.open")}</ButtonLink>
      </ButtonRow>
      <OrderLines ctx={ctx} view={view} names={names} level={3} />
      <h3 className="desk-heading">{t("desk.order.facts")}</h3>
      <OrderFacts ctx={ctx} view={view} />
    </>
  );
}

function nullWhenGone(fault: unknown): null {
  if (fault instanceof NotFound) return null;
  throw fault;
}
