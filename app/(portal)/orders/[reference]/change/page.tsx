import type { Metadata } from "next";
import { redirect } from "next/navigation";
import { PageHeading } from "@/app/_ui/page-heading";
import { fieldWords, formWords } from "@/app/_ui/ui-words";
import type { Context } from "@/lib/base/context";
import { formatMoney } from "@/lib/base/format";
import { translator } from "@/lib/base/language";
import { routes } from "@/lib/base/routes";
import { getServiceVersion } from "@/lib/catalogue/queries";
import { listCostCentres } from "@/lib/people/units";
import { pageContext, signedInContext } from "@/lib/web/session";
import { typedBefore } from "@/lib/web/typed-before";
import { orNotFound } from "../../../or-not-found";
import { pageTitle } from "../../../page-title";
import { PortalFrame } from "../../../portal-frame";
import { changeOrderAction } from "../../actions";
import { type ShownOrder, shownOrder } from "../shown-order";
import { ChangeForm } from "./change-form";

type Address = { params: Promise<{ reference: string }>; searchParams: Promise<{ draft?: string | string[] }> };

export async function generateMetadata({ params }: Address): Promise<Metadata> {
  const { language } = await pageContext();
  return pageTitle(translator(language)("order.change.title", { reference: (await params).reference }));
}

/** Model, cost centre or place, before a device is registered. */
export default async function ChangePage({ params, searchParams }: Address) {
  const ctx = await signedInContext();
  const t = translator(ctx.language);
  const { reference } = await params;
  const shown = await orNotFound(shownOrder(ctx, reference));
  if (!shown.mayChange) redirect(routes.order(reference));
  const { draft } = await searchParams;
  const typed = await typedBefore(ctx, typeof draft === "string" ? draft : undefined);
  const { order, hardware } = shown;
  const was = { hardware: hardware.slug, costCentre: order.costCentre, deliverTo: order.deliverTo };
  return (
    <PortalFrame current={routes.orders()} formId="change">
      <ChangeForm
        action={changeOrderAction}
        about={{ reference, version: String(order.version) }}
        {...(await choices(ctx, shown))}
        values={Object.fromEntries(Object.entries(was).map(([name, value]) => [name, typed?.[name]?.[0] ?? value]))}
        wayBack={{ href: routes.order(reference), label: t("order.change.keep") }}
        text={textOf(ctx)}
      >
        <PageHeading
          back={{ href: routes.order(reference), label: order.ticket.title }}
          kicker={reference}
          lead={t("order.change.lead")}
        >
          {t("order.change.heading")}
        </PageHeading>
      </ChangeForm>
    </PortalFrame>
  );
}

async function choices(ctx: Context, { order }: ShownOrder) {
  const t = translator(ctx.language);
  const { hardware } = await getServiceVersion(ctx, order.serviceVersionId);
  const codes = await listCostCentres(ctx, order.unitId);
  const rent = (ore: number) => t("ui.price.perMonth", { amount: formatMoney(ore, ctx.language) });
  return {
    models: hardware
      .filter((model) => model.orderable)
      .map(({ slug, name, rentPerMonthOre }) => ({ value: slug, label: name, hint: rent(rentPerMonthOre) })),
    codes: codes.map(({ code, name }) => ({ value: code, label: name.includes(code) ? name : `${code} ${name}` })),
  };
}

function textOf({ language, organisation }: Context) {
  const t = translator(language);
  const { place } = organisation.settings.servicedesk;
  return {
    ...{ ...formWords(language), ...fieldWords(language), unreachable: t("order.unreachable") },
    ...{ hardware: t("orderForm.hardware.label"), costCentre: t("orderForm.costCentre.label") },
    ...{ deliverTo: t("orderForm.deliverTo.label"), deliverToHint: t("orderForm.deliverTo.hint", { place }) },
    send: t("order.change.send"),
  };
}
