import { Icon } from "@/app/_ui/icon";
import type { Context } from "@/lib/base/context";
import { translator } from "@/lib/base/language";
import { holdsRole } from "@/lib/base/may";
import { routes } from "@/lib/base/routes";
import { listOrders } from "@/lib/orders/queries";
import { listOwnTickets } from "@/lib/tickets/own-tickets";
import { OrderRows } from "./orders/order-rows";
import { TicketRows } from "./tickets/ticket-rows";

const shownAtMost = 5;

/** On the front page: what waits for the person's decision, and what they have under way with whose turn it is. */
export async function MyThings({ ctx }: { ctx: Context }) {
  const t = translator(ctx.language);
  const open = await listOrders(ctx, { view: "mine", only: "open" }, { limit: shownAtMost });
  const tickets = await listOwnTickets(ctx, { isOpen: true, isOwnCourse: true }, { limit: shownAtMost });
  const asked = holdsRole(ctx.actor, "approver")
    ? (await listOrders(ctx, { view: "approvals" }, { limit: 50 })).items.length
    : 0;
  if (open.items.length + tickets.items.length + asked === 0) return null;
  return (
    <section aria-labelledby="my-things" className="mt-12">
      <h2 id="my-things" className="mb-4 text-title">
        {t("order.mine.heading")}
      </h2>
      {asked > 0 && (
        <p className="mb-4 flex items-baseline gap-2 font-strong">
          <Icon name="circle-alert" className="translate-y-[0.15em]" />
          <a href={routes.approvals()}>{t("order.mine.approvals", { count: asked })}</a>
        </p>
      )}
      {open.items.length > 0 && <OrderRows ctx={ctx} orders={open.items} />}
      {open.next && (
        <p className="mt-4">
          <a href={routes.orders()}>{t("order.mine.all")}</a>
        </p>
      )}
      {tickets.items.length > 0 && <TicketRows ctx={ctx} tickets={tickets.items} />}
      {tickets.next && (
        <p className="mt-4">
          <a href={routes.tickets()}>{t("report.mine.all")}</a>
        </p>
      )}
    </section>
  );
}
