import "./order-form.css";
import type { Metadata } from "next";
import { redirect } from "next/navigation";
import { Banner } from "@/app/_ui/banner";
import { PageHeading } from "@/app/_ui/page-heading";
import { translator } from "@/lib/base/language";
import { routes } from "@/lib/base/routes";
import { pageContext, signedInContext } from "@/lib/web/session";
import { DisruptionBanner } from "../../../../disruption-banner";
import { orNotFound } from "../../../../or-not-found";
import { pageTitle } from "../../../../page-title";
import { PortalFrame } from "../../../../portal-frame";
import { orderFormAction } from "../actions";
import { draftFaults, readDraft } from "../draft";
import { offerOf } from "../offer";
import { formText } from "./form-text";
import { NotYours } from "./not-yours";
import { OrderForm } from "./order-form";
import { shownIn } from "./shown-in";

type Address = {
  params: Promise<{ service: string }>;
  searchParams: Promise<{ draft?: string | string[]; variant?: string | string[] }>;
};

export async function generateMetadata(address: Address): Promise<Metadata> {
  const ctx = await pageContext();
  const t = translator(ctx.language);
  if (ctx.actor.kind !== "person") return pageTitle(t("home.nav.signIn"));
  const { service, draft } = await read(address);
  const offer = await orNotFound(offerOf(ctx, service));
  const title = t("orderForm.title", { service: offer.service.name });
  const faults = await draftFaults(ctx, service, draft);
  return pageTitle(faults.length > 0 ? t("ui.errors.titlePrefix") + title : title);
}

export default async function OrderFormPage(address: Address) {
  const ctx = await signedInContext();
  const t = translator(ctx.language);
  const { service, draft: id, variant } = await read(address);
  const offer = await orNotFound(offerOf(ctx, service));
  const draft = await readDraft(ctx, id);
  if (draft?.placed) redirect(routes.orderConfirmation(draft.placed));
  const faults = await draftFaults(ctx, service, id);
  return (
    <PortalFrame
      current={routes.services()}
      formId="order-form"
      notices={<DisruptionBanner ctx={ctx} service={offer.service.slug} />}
    >
      <OrderForm
        key={ctx.language}
        {...shownIn(ctx, offer, draft?.typed ?? { variant: [variant ?? ""] })}
        action={orderFormAction.bind(null, service)}
        draft={draft?.id}
        faults={Object.fromEntries(faults.map(({ path, text }) => [path, text]))}
        text={formText(ctx)}
      >
        <PageHeading
          back={{ href: routes.orderStart(service), label: t("orderForm.back") }}
          kicker={t("orderForm.step", { step: 1 })}
          lead={t("ui.field.allRequired")}
        >
          {t("orderForm.title", { service: offer.service.name })}
        </PageHeading>
        {id && !draft && <Banner tone="notice" heading={t("people.noSuchDraft")} />}
        <NotYours ctx={ctx} offer={offer} />
      </OrderForm>
    </PortalFrame>
  );
}

async function read({ params, searchParams }: Address) {
  const [{ service }, query] = [await params, await searchParams];
  const one = (value: string | string[] | undefined) => (typeof value === "string" ? value : undefined);
  return { service, draft: one(query.draft), variant: one(query.variant) };
}
