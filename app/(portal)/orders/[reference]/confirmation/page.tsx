import type { Metadata } from "next";
import { ButtonLink, ButtonRow } from "@/app/_ui/button";
import { ConfirmationPanel } from "@/app/_ui/confirmation-panel";
import { Icon } from "@/app/_ui/icon";
import type { Context } from "@/lib/base/context";
import { formatDay } from "@/lib/base/format";
import { type Translate, translator } from "@/lib/base/language";
import { routes } from "@/lib/base/routes";
import { pageContext, signedInContext } from "@/lib/web/session";
import { orNotFound } from "../../../or-not-found";
import { pageTitle } from "../../../page-title";
import { PortalFrame } from "../../../portal-frame";
import { OrderFacts } from "../order-facts";
import { OrderPromise } from "../order-promise";
import { type ShownOrder, shownOrder } from "../shown-order";

type Address = { params: Promise<{ reference: string }> };

export async function generateMetadata({ params }: Address): Promise<Metadata> {
  const { language } = await pageContext();
  return pageTitle(translator(language)("order.confirmation.title", { reference: (await params).reference }));
}

/** The receipt of an order; the same however often it is opened. */
export default async function ConfirmationPage({ params }: Address) {
  const ctx = await signedInContext();
  const t = translator(ctx.language);
  const { reference } = await params;
  const shown = await orNotFound(shownOrder(ctx, reference));
  const day = formatDay(shown.clock.dueAt, { language: ctx.language, timeZone: ctx.organisation.timeZone });
  return (
    <PortalFrame current={routes.orders()}>
      <ConfirmationPanel
        heading={t("order.confirmation.heading")}
        reference={{ label: t("order.confirmation.reference"), number: reference }}
      >
        <p className="mt-2">{t("order.confirmation.promise", { day })}</p>
      </ConfirmationPanel>
      <section aria-labelledby="next" className="mt-12">
        <h2 id="next" className="text-title">
          {t("order.confirmation.next")}
        </h2>
        <ol className="mt-3 ml-6 grid list-decimal gap-2">
          {stepsOf(ctx, shown, t).map((step) => (
            <li key={step}>{step}</li>
          ))}
        </ol>
      </section>
      <OrderPromise ctx={ctx} shown={shown} />
      <section aria-labelledby="copy" className="mt-12">
        <h2 id="copy" className="text-title">
          {t("order.confirmation.copy")}
        </h2>
        <p className="mt-2">{t("order.confirmation.letter")}</p>
        <p className="mt-3 flex items-baseline gap-2">
          <Icon name="calendar-days" className="translate-y-[0.15em]" />
          <a href={routes.orderCalendarFile(reference)} download>
            {t("order.confirmation.calendar")}
          </a>
        </p>
      </section>
      <OrderFacts ctx={ctx} shown={shown} />
      <ButtonRow>
        <ButtonLink href={routes.order(reference)}>{t("order.confirmation.follow")}</ButtonLink>
        <ButtonLink kind="quiet" href={routes.home()}>
          {t("order.confirmation.home")}
        </ButtonLink>
      </ButtonRow>
    </PortalFrame>
  );
}

/** Who does what, and when, from here on. */
function stepsOf(ctx: Context, { approvers, reading, clock, order }: ShownOrder, t: Translate): string[] {
  const names = new Intl.ListFormat(ctx.language, { type: "disjunction" }).format(approvers.map(({ name }) => name));
  const days = ctx.organisation.settings.approvalReminderWorkingDays;
  const asked = order.status === "awaiting_approval";
  return [
    ...(asked ? [t("order.confirmation.approval", { names, days })] : []),
    t(asked ? "order.confirmation.prepare" : "order.confirmation.preparing"),
    t("order.confirmation.handOver", { place: order.deliverTo, day: formatDay(clock.dueAt, reading) }),
  ];
}
