import { ButtonLink, ButtonRow } from "@/app/_ui/button";
import { describeStatus } from "@/app/_ui/describe-status";
import { Status } from "@/app/_ui/status";
import type { Context } from "@/lib/base/context";
import { translator } from "@/lib/base/language";
import { routes } from "@/lib/base/routes";
import type { OrderView } from "@/lib/orders/queries";
import { namesOf } from "@/lib/people/names-of";
import { OrderClock } from "./orders/[reference]/order-clock";
import { OrderFacts } from "./orders/[reference]/order-facts";
import { OrderLines } from "./orders/[reference]/order-lines";
import { TurnWords } from "./orders/[reference]/turn-words";

/** One order beside the queue: where it stands and whose turn it is. Its acts are on its own page. */
export async function OrderPanel({ ctx, view }: { ctx: Context; view: OrderView }) {
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
        <ButtonLink dataKey="open" href={routes.deskOrder(order.reference)}>
          {t("desk.panel.open")}
        </ButtonLink>
      </ButtonRow>
      <OrderLines ctx={ctx} view={view} names={names} level={3} />
      <h3 className="desk-heading">{t("desk.order.facts")}</h3>
      <OrderFacts ctx={ctx} view={view} />
    </>
  );
}
