import type { Metadata } from "next";
import { describeStatus } from "@/app/_ui/describe-status";
import { PageHeading } from "@/app/_ui/page-heading";
import { Status } from "@/app/_ui/status";
import { Attachments } from "@/app/(portal)/attachments";
import { pageTitle } from "@/app/(portal)/page-title";
import { PortalFrame } from "@/app/(portal)/portal-frame";
import { translator } from "@/lib/base/language";
import { routes } from "@/lib/base/routes";
import { namesOf } from "@/lib/people/names-of";
import { listComments } from "@/lib/tickets/list-comments";
import { typedBefore } from "@/lib/web/typed-before";
import { orderForAgent } from "../../agent-context";
import { DoneBanner } from "./done-banner";
import { OrderActs } from "./order-acts";
import { OrderClock } from "./order-clock";
import { OrderDays } from "./order-days";
import { OrderFacts } from "./order-facts";
import { OrderHistory } from "./order-history";
import { OrderLines } from "./order-lines";
import { OrderReceipts } from "./order-receipts";
import { NoteForm, OrderTalk } from "./order-talk";
import { taskActs } from "./task-acts";
import { TurnWords } from "./turn-words";

type Asked = {
  params: Promise<{ reference: string }>;
  searchParams: Promise<Record<"done" | "before" | "draft", string | string[] | undefined>>;
};

export async function generateMetadata({ params }: Asked): Promise<Metadata> {
  const { view } = await orderForAgent((await params).reference);
  return pageTitle(`${view.order.reference} ${view.order.ticket.title}`);
}

/** One order as the desk works it. */
export default async function DeskOrderPage({ params, searchParams }: Asked) {
  const { ctx, view } = await orderForAgent((await params).reference);
  const t = translator(ctx.language);
  const { done, before, draft } = await searchParams;
  const { order } = view;
  const [names, comments, typed] = await Promise.all([
    namesOf(
      ctx,
      order.tasks.map((task) => task.doneById),
    ),
    listComments(ctx, order.reference),
    typedBefore(ctx, typeof draft === "string" ? draft : undefined),
  ]);
  const given = { ctx, view, typed };
  return (
    <PortalFrame current={routes.desk()} density="desk" notices={<DoneBanner done={done} language={ctx.language} />}>
      <PageHeading
        back={{ href: routes.desk(), label: t("desk.order.back") }}
        kicker={<span className="reference">{order.reference}</span>}
      >
        {order.ticket.title}
      </PageHeading>
      <div className="desk-marks">
        <Status {...describeStatus("orderStatus", order.status, ctx.language)} />
        <OrderClock ctx={ctx} view={view} hasReason />
      </div>
      <TurnWords ctx={ctx} view={view} />
      <OrderActs {...given} />
      <OrderDays ctx={ctx} view={view} />
      <div className="desk-columns">
        <div>
          <OrderLines {...{ ctx, view, names, level: 2 }} actOf={(line, task) => taskActs({ ...given, line, task })} />
          <OrderTalk {...given} comments={comments} />
          <Attachments
            ctx={ctx}
            reference={order.reference}
            mayAdd={!["closed", "cancelled"].includes(order.ticket.status)}
          />
        </div>
        <div>
          <section aria-labelledby="facts" className="desk-section">
            <h2 id="facts" className="desk-heading">
              {t("desk.order.facts")}
            </h2>
            <OrderFacts ctx={ctx} view={view} />
          </section>
          <NoteForm {...given} />
          <OrderReceipts ctx={ctx} view={view} />
          <OrderHistory ctx={ctx} view={view} before={idOf(before)} />
        </div>
      </div>
    </PortalFrame>
  );
}

const idOf = (text: string | string[] | undefined): number | undefined =>
  typeof text === "string" && /^\d{1,15}$/.test(text) ? Number(text) : undefined;
