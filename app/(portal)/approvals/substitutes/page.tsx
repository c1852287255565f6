import type { Metadata } from "next";
import { notFound } from "next/navigation";
import { PageHeading } from "@/app/_ui/page-heading";
import { fieldWords, formWords } from "@/app/_ui/ui-words";
import type { Context } from "@/lib/base/context";
import { localDate } from "@/lib/base/format";
import { translator } from "@/lib/base/language";
import { may } from "@/lib/base/may";
import { routes } from "@/lib/base/routes";
import { listAllSubstitutes } from "@/lib/people/list-substitutes";
import { pageContext, signedInContext } from "@/lib/web/session";
import { typedBefore } from "@/lib/web/typed-before";
import { pageTitle } from "../../page-title";
import { PortalFrame } from "../../portal-frame";
import { appointSubstituteAction } from "../actions";
import { SubstituteTable } from "../substitute-table";
import { AppointForm } from "./appoint-form";

export async function generateMetadata(): Promise<Metadata> {
  const { language } = await pageContext();
  return pageTitle(translator(language)("approvals.substitutes.add"));
}

/** Appoints a substitute: an approver one of their own, an administrator anyone's. */
export default async function SubstitutesPage({
  searchParams,
}: {
  searchParams: Promise<{ draft?: string | string[] }>;
}) {
  const ctx = await signedInContext();
  const t = translator(ctx.language);
  const [isApprover, isAdministrator] = [may(ctx.actor, "substitute:appoint"), may(ctx.actor, "person:edit")];
  if (!isApprover && !isAdministrator) notFound();
  const { draft } = await searchParams;
  const wayBack = isApprover ? routes.approvals() : routes.home();
  return (
    <PortalFrame current={routes.approvals()} formId="appoint">
      <AppointForm
        action={appointSubstituteAction}
        person={isAdministrator ? personField(ctx, isApprover) : null}
        typed={await typedBefore(ctx, typeof draft === "string" ? draft : undefined)}
        today={localDate(ctx.now, ctx.organisation.timeZone)}
        wayBack={wayBack}
        text={textOf(ctx)}
      >
        <PageHeading {...(isApprover ? { back: { href: wayBack, label: t("approvals.title") } } : {})}>
          {t("approvals.substitutes.add")}
        </PageHeading>
        <p>{t("approvals.substitutes.rule")}</p>
      </AppointForm>
      {isAdministrator && <AllSubstitutes ctx={ctx} />}
    </PortalFrame>
  );
}

async function AllSubstitutes({ ctx }: { ctx: Context }) {
  const t = translator(ctx.language);
  const rows = await listAllSubstitutes(ctx);
  return (
    <section aria-labelledby="all" className="mt-12">
      <h2 id="all" className="mb-4 text-title">
        {t("approvals.substitutes.all")}
      </h2>
      {rows.length === 0 ? (
        <p>{t("approvals.substitutes.allNone")}</p>
      ) : (
        <SubstituteTable ctx={ctx} caption={t("approvals.substitutes.all")} rows={rows} shows="both" />
      )}
    </section>
  );
}

function personField({ language }: Context, isOptional: boolean) {
  const t = translator(language);
  const hint = t(isOptional ? "approvals.substitutes.personHintSelf" : "approvals.substitutes.personHint");
  return { label: t("approvals.substitutes.person"), hint, isOptional };
}

function textOf({ language }: Context) {
  const t = translator(language);
  return {
    ...{ ...formWords(language), ...fieldWords(language), unreachable: t("order.unreachable") },
    ...{ substitute: t("approvals.substitutes.substitute"), from: t("approvals.substitutes.from") },
    ...{ substituteHint: t("approvals.substitutes.substituteHint"), to: t("approvals.substitutes.to") },
    ...{ toHint: t("approvals.substitutes.toHint"), send: t("approvals.substitutes.send") },
    keep: t("approvals.substitutes.keep"),
  };
}
