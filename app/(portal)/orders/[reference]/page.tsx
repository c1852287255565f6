import type { Metadata } from "next";
import { ButtonLink, ButtonRow } from "@/app/_ui/button";
import { CopyReference } from "@/app/_ui/copy-reference";
import { describeStatus } from "@/app/_ui/describe-status";
import { PageHeading } from "@/app/_ui/page-heading";
import { Status } from "@/app/_ui/status";
import { Timeline } from "@/app/_ui/timeline";
import type { Context } from "@/lib/base/context";
import { translator } from "@/lib/base/language";
import { routes } from "@/lib/base/routes";
import { getOrderLog } from "@/lib/orders/order-log";
import { orderTimeline } from "@/lib/orders/timeline";
import { pageContext, signedInContext } from "@/lib/web/session";
import { orNotFound } from "../../or-not-found";
import { pageTitle } from "../../page-title";
import { PortalFrame } from "../../portal-frame";
import { Conversation } from "./conversation";
import { OrderFacts } from "./order-facts";
import { OrderLines } from "./order-lines";
import { OrderPromise } from "./order-promise";
import { type ShownOrder, shownOrder } from "./shown-order";
import { Turn } from "./turn";

type Address = { params: Promise<{ reference: string }>; searchParams: Promise<{ draft?: string | string[] }> };

export async function generateMetadata({ params }: Address): Promise<Metadata> {
  const { language } = await pageContext();
  return pageTitle(translator(language)("order.title", { reference: (await params).reference }));
}

export default async function OrderPage({ params, searchParams }: Address) {
  const ctx = await signedInContext();
  const t = translator(ctx.language);
  const { reference } = await params;
  const shown = await orNotFound(shownOrder(ctx, reference));
  const { draft } = await searchParams;
  return (
    <PortalFrame current={routes.orders()} {...(shown.mayTalk ? { formId: "message" } : {})}>
      <PageHeading
        back={{ href: routes.orders(), label: t("order.list.title") }}
        kicker={
          <>
            {t("order.row.reference")}{" "}
            <CopyReference
              number={reference}
              labels={{ copy: t("ui.reference.copy"), copied: t("ui.reference.copied") }}
            />
          </>
        }
        beside={<Status {...describeStatus("orderStatus", shown.order.status, ctx.language)} />}
      >
        {shown.order.ticket.title}
      </PageHeading>
      <Turn ctx={ctx} shown={shown} />
      <OrderPromise ctx={ctx} shown={shown} />
      <Happened ctx={ctx} shown={shown} />
      <OrderLines ctx={ctx} shown={shown} />
      <OrderFacts ctx={ctx} shown={shown} />
      <Acts ctx={ctx} shown={shown} />
      {shown.mayTalk && <Conversation ctx={ctx} reference={reference} draft={typeof draft === "string" ? draft : ""} />}
    </PortalFrame>
  );
}

type Part = { ctx: Context; shown: ShownOrder };

async function Happened({ ctx, shown }: Part) {
  const t = translator(ctx.language);
  const items = orderTimeline({ ...shown, acts: await getOrderLog(ctx, shown.order.reference) }, shown.reading);
  return (
    <section aria-labelledby="happened" className="mt-12">
      <h2 id="happened" className="mb-4 text-title">
        {t("order.happened")}
      </h2>
      <Timeline
        label={t("order.happened")}
        events={items.map(({ details, ...item }) => ({
          ...item,
          ...(details.length > 0 ? { detail: details.map((text) => <p key={text}>{text}</p>) } : {}),
        }))}
      />
    </section>
  );
}

function Acts({ ctx, shown: { mayChange, mayCancel, order } }: Part) {
  const t = translator(ctx.language);
  if (!mayChange && !mayCancel) return null;
  return (
    <ButtonRow>
      {mayChange && (
        <ButtonLink kind="quiet" href={routes.orderChange(order.reference)}>
          {t("order.change.open")}
        </ButtonLink>
      )}
      {mayCancel && (
        <ButtonLink kind="quiet" href={routes.orderCancel(order.reference)}>
          {t("order.cancel.open")}
        </ButtonLink>
      )}
    </ButtonRow>
  );
}
