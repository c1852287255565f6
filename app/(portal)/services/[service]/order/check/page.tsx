import type { Metadata } from "next";
import { redirect } from "next/navigation";
import { Banner } from "@/app/_ui/banner";
import { PageHeading } from "@/app/_ui/page-heading";
import { fieldWords, formWords } from "@/app/_ui/ui-words";
import type { Context } from "@/lib/base/context";
import { RuleBroken } from "@/lib/base/errors";
import { translator } from "@/lib/base/language";
import { routes } from "@/lib/base/routes";
import { type OrderPreview, previewOrder } from "@/lib/orders/preview-order";
import type { PlaceOrder } from "@/lib/orders/schema";
import { pageContext, signedInContext } from "@/lib/web/session";
import { orNotFound } from "../../../../or-not-found";
import { pageTitle } from "../../../../page-title";
import { PortalFrame } from "../../../../portal-frame";
import { placeOrderAction } from "../actions";
import { answersOf, orderFrom } from "../answers";
import { readDraft } from "../draft";
import { faultsOfDraft } from "../faults-of-draft";
import { offerOf } from "../offer";
import { CheckedAnswers } from "./checked-answers";
import { PlaceForm } from "./place-form";
import { WhatHappensThen } from "./what-happens-then";

type Address = { params: Promise<{ service: string }>; searchParams: Promise<{ draft?: string | string[] }> };

export async function generateMetadata(): Promise<Metadata> {
  const { language } = await pageContext();
  return pageTitle(translator(language)("orderForm.check.title"));
}

export default async function CheckPage({ params, searchParams }: Address) {
  const ctx = await signedInContext();
  const t = translator(ctx.language);
  const [{ service }, query] = [await params, await searchParams];
  const id = String(query.draft ?? "");
  const draft = await readDraft(ctx, id);
  if (!draft) redirect(routes.orderForm(service));
  if (draft.placed) redirect(routes.orderConfirmation(draft.placed));
  const offer = await orNotFound(offerOf(ctx, service));
  const read = orderFrom(service, answersOf(draft.typed), offer.asks);
  if (!read.ok || (await faultsOfDraft(ctx, service, draft.typed)).length > 0) redirect(routes.orderForm(service, id));
  const preview = await previewOrRule(ctx, read.order);
  return (
    <PortalFrame current={routes.services()}>
      <PlaceForm
        action={placeOrderAction.bind(null, service)}
        draft={preview instanceof RuleBroken ? null : id}
        text={{ ...formWords(ctx.language), ...fieldWords(ctx.language), ...placeText(ctx) }}
      >
        <PageHeading
          back={{ href: routes.orderForm(service, id), label: t("orderForm.check.back") }}
          kicker={t("orderForm.step", { step: 2 })}
        >
          {t("orderForm.check.title")}
        </PageHeading>
        {preview instanceof RuleBroken ? (
          <Banner tone="problem" heading={t(preview.key, preview.values)} />
        ) : (
          <>
            <CheckedAnswers ctx={ctx} preview={preview} order={read.order} draft={id} asks={offer.asks} />
            <WhatHappensThen ctx={ctx} preview={preview} service={offer.service} />
          </>
        )}
      </PlaceForm>
    </PortalFrame>
  );
}

function placeText({ language }: Context) {
  const t = translator(language);
  return { send: t("orderForm.check.send"), unreachable: t("orderForm.check.unreachable") };
}

/** What the order would be, or the rule that stands in its way. */
async function previewOrRule(ctx: Context, order: PlaceOrder): Promise<OrderPreview | RuleBroken> {
  try {
    return await previewOrder(ctx, order);
  } catch (fault) {
    if (fault instanceof RuleBroken) return fault;
    throw fault;
  }
}
