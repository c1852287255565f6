import type { Metadata } from "next";
import { ButtonLink, ButtonRow } from "@/app/_ui/button";
import { PageHeading } from "@/app/_ui/page-heading";
import { PromiseStrip } from "@/app/_ui/promise-strip";
import { stripDays } from "@/app/_ui/strip-days";
import type { Context } from "@/lib/base/context";
import { formatDay, localDate } from "@/lib/base/format";
import { translator } from "@/lib/base/language";
import { routes } from "@/lib/base/routes";
import { getService } from "@/lib/catalogue/queries";
import type { Service } from "@/lib/catalogue/service";
import { pageContext } from "@/lib/web/session";
import { DisruptionBanner } from "../../../disruption-banner";
import { orNotFound } from "../../../or-not-found";
import { pageTitle } from "../../../page-title";
import { PortalFrame } from "../../../portal-frame";
import { promiseNow } from "../../promise-now";
import { ForWhom } from "./for-whom";
import { Rents } from "./rents";
import { Unsent } from "./unsent";

type Address = { params: Promise<{ service: string }> };

export async function generateMetadata({ params }: Address): Promise<Metadata> {
  const ctx = await pageContext();
  const service = await orNotFound(getService(ctx, (await params).service));
  return pageTitle(translator(ctx.language)("orderForm.title", { service: service.name }));
}

/** What it is, for whom, what it costs, how long it takes and what one needs: then the one button. */
export default async function OrderStartPage({ params }: Address) {
  const ctx = await pageContext();
  const t = translator(ctx.language);
  const service = await orNotFound(getService(ctx, (await params).service));
  const isPerson = ctx.actor.kind === "person";
  const form = routes.orderForm(service.slug);
  const { phone } = ctx.organisation.settings.servicedesk;
  return (
    <PortalFrame current={routes.services()}>
      <PageHeading
        back={{ href: routes.service(service.slug), label: service.name }}
        lead={<span lang={service.language}>{service.summary}</span>}
      >
        {t("orderForm.title", { service: service.name })}
      </PageHeading>
      <DisruptionBanner ctx={ctx} service={service.slug} />
      {isPerson && <Unsent ctx={ctx} service={service} />}
      <ForWhom ctx={ctx} service={service} />
      <Rents language={ctx.language} hardware={service.hardware} />
      <HowLong ctx={ctx} service={service} />
      <Needed ctx={ctx} />
      {service.orderable ? (
        <ButtonRow>
          <ButtonLink href={isPerson ? form : routes.signIn(form)}>
            {t(isPerson ? "orderForm.start.begin" : "orderForm.start.signIn")}
          </ButtonLink>
        </ButtonRow>
      ) : (
        <p className="mt-8 font-strong">{t("service.notOrderable")}</p>
      )}
      <p className="mt-6 text-plain text-ink-quiet">{t("orderForm.start.otherWays", { phone })}</p>
    </PortalFrame>
  );
}

async function HowLong({ ctx, service }: { ctx: Context; service: Service }) {
  const { language, organisation } = ctx;
  const t = translator(language);
  const clock = await promiseNow(ctx, service);
  if (!clock) return null;
  const day = formatDay(clock.dueAt, { language, timeZone: organisation.timeZone });
  return (
    <section aria-labelledby="how-long" className="mt-12">
      <h2 id="how-long" className="text-title">
        {t("orderForm.start.howLong", { day })}
      </h2>
      <p className="mt-2 mb-6">{t("orderForm.start.counted", { days: service.deliveryWorkingDays ?? 0 })}</p>
      <PromiseStrip
        ledger={stripDays(clock.ledger, language)}
        dueAt={day}
        today={localDate(ctx.now, organisation.timeZone)}
        language={language}
      />
    </section>
  );
}

function Needed({ ctx }: { ctx: Context }) {
  const t = translator(ctx.language);
  return (
    <section aria-labelledby="needed" className="mt-12">
      <h2 id="needed" className="text-title">
        {t("orderForm.start.needed")}
      </h2>
      <ul className="mt-2 ml-6 list-disc">
        <li>{t("orderForm.start.needs.model")}</li>
        <li>{t("orderForm.start.needs.costCentre")}</li>
        <li>{t("orderForm.start.needs.place")}</li>
        <li>{t("orderForm.start.needs.recipients")}</li>
      </ul>
      <p className="mt-3">{t("orderForm.start.approval")}</p>
    </section>
  );
}
