import "./decide-form.css";
import type { Metadata } from "next";
import { redirect } from "next/navigation";
import { PageHeading } from "@/app/_ui/page-heading";
import { fieldWords, formWords } from "@/app/_ui/ui-words";
import type { Context } from "@/lib/base/context";
import { translator } from "@/lib/base/language";
import { holdsRole } from "@/lib/base/may";
import { routes } from "@/lib/base/routes";
import { pageContext, signedInContext } from "@/lib/web/session";
import { typedBefore } from "@/lib/web/typed-before";
import { orNotFound } from "../../or-not-found";
import { OrderFacts } from "../../orders/[reference]/order-facts";
import { OrderPromise } from "../../orders/[reference]/order-promise";
import { shownOrder } from "../../orders/[reference]/shown-order";
import { pageTitle } from "../../page-title";
import { PortalFrame } from "../../portal-frame";
import { decideApprovalAction } from "../actions";
import { Approvers } from "./approvers";
import { Changes } from "./changes";
import { DecideForm } from "./decide-form";
import { Outcome } from "./outcome";
import { Cost, Recipients } from "./what-it-costs";

type Address = { params: Promise<{ reference: string }>; searchParams: Promise<{ draft?: string | string[] }> };

export async function generateMetadata({ params }: Address): Promise<Metadata> {
  const { language } = await pageContext();
  return pageTitle(translator(language)("approvals.decide.title", { reference: (await params).reference }));
}

/** One order to decide on, with what it costs the unit; the letter's link leads here. */
export default async function ApprovalPage({ params, searchParams }: Address) {
  const ctx = await signedInContext();
  const t = translator(ctx.language);
  const { reference } = await params;
  const shown = await orNotFound(shownOrder(ctx, reference));
  if (!holdsRole(ctx.actor, "approver", shown.order.unitPath)) redirect(routes.order(reference));
  const { draft } = await searchParams;
  const typed = await typedBefore(ctx, typeof draft === "string" ? draft : undefined);
  const heading = (
    <>
      <PageHeading back={{ href: routes.approvals(), label: t("approvals.title") }} kicker={reference}>
        {t("approvals.decide.heading", { what: shown.order.ticket.title })}
      </PageHeading>
      <Cost ctx={ctx} shown={shown} />
      <Changes ctx={ctx} shown={shown} />
      <OrderFacts ctx={ctx} shown={shown} />
      <Recipients ctx={ctx} shown={shown} />
      <OrderPromise ctx={ctx} shown={shown} />
      <Approvers ctx={ctx} shown={shown} />
    </>
  );
  return (
    <PortalFrame
      current={routes.approvals()}
      {...(shown.mayDecide ? { formId: "decide" } : {})}
      notices={<Outcome ctx={ctx} shown={shown} />}
    >
      {shown.mayDecide ? (
        <DecideForm
          action={decideApprovalAction}
          about={{ reference, contentHash: shown.order.contentHash }}
          typed={{ decision: typed?.decision?.[0] ?? "", reason: typed?.reason?.[0] ?? "" }}
          text={textOf(ctx)}
        >
          {heading}
        </DecideForm>
      ) : (
        heading
      )}
    </PortalFrame>
  );
}

function textOf({ language }: Context) {
  const t = translator(language);
  return {
    ...{ ...formWords(language), ...fieldWords(language), unreachable: t("order.unreachable") },
    ...{ decision: t("approvals.decide.decision"), approve: t("approvals.decide.approve") },
    ...{ approveHint: t("approvals.decide.approveHint"), decline: t("approvals.decide.decline") },
    ...{ reason: t("approvals.decide.reason"), reasonHint: t("approvals.decide.reasonHint") },
    send: t("approvals.decide.send"),
  };
}
