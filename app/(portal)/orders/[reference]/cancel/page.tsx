import type { Metadata } from "next";
import { redirect } from "next/navigation";
import { PageHeading } from "@/app/_ui/page-heading";
import { fieldWords, formWords } from "@/app/_ui/ui-words";
import { translator } from "@/lib/base/language";
import { routes } from "@/lib/base/routes";
import { pageContext, signedInContext } from "@/lib/web/session";
import { typedBefore } from "@/lib/web/typed-before";
import { orNotFound } from "../../../or-not-found";
import { pageTitle } from "../../../page-title";
import { PortalFrame } from "../../../portal-frame";
import { cancelOrderAction } from "../../actions";
import { TextForm } from "../../text-form";
import { shownOrder } from "../shown-order";

type Address = { params: Promise<{ reference: string }>; searchParams: Promise<{ draft?: string | string[] }> };

export async function generateMetadata({ params }: Address): Promise<Metadata> {
  const { language } = await pageContext();
  return pageTitle(translator(language)("order.cancel.title", { reference: (await params).reference }));
}

/** Why it is cancelled, before it is. */
export default async function CancelPage({ params, searchParams }: Address) {
  const ctx = await signedInContext();
  const t = translator(ctx.language);
  const { reference } = await params;
  const { order, mayCancel } = await orNotFound(shownOrder(ctx, reference));
  if (!mayCancel) redirect(routes.order(reference));
  const { draft } = await searchParams;
  const typed = await typedBefore(ctx, typeof draft === "string" ? draft : undefined);
  return (
    <PortalFrame current={routes.orders()} formId="cancel">
      <TextForm
        id="cancel"
        action={cancelOrderAction}
        about={{ reference }}
        name="reason"
        kind="dangerous"
        typed={typed?.reason?.[0]}
        wayBack={{ href: routes.order(reference), label: t("order.cancel.keep") }}
        text={{
          ...{ ...formWords(ctx.language), ...fieldWords(ctx.language), unreachable: t("order.unreachable") },
          ...{ label: t("order.cancel.label"), hint: t("order.cancel.hint"), send: t("order.cancel.send") },
        }}
      >
        <PageHeading back={{ href: routes.order(reference), label: order.ticket.title }} kicker={reference}>
          {t("order.cancel.heading")}
        </PageHeading>
        <p>{t(order.status === "awaiting_approval" ? "order.cancel.ruleEarly" : "order.cancel.ruleLate")}</p>
      </TextForm>
    </PortalFrame>
  );
}
