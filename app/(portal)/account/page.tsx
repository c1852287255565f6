import type { Metadata } from "next";
import { CheckAnswers } from "@/app/_ui/check-answers";
import { PageHeading } from "@/app/_ui/page-heading";
import { fieldWords } from "@/app/_ui/ui-words";
import { languages } from "@/db/words";
import type { Context } from "@/lib/base/context";
import { translator } from "@/lib/base/language";
import { personOf } from "@/lib/base/may";
import { routes } from "@/lib/base/routes";
import { listRoles } from "@/lib/people/account";
import { getPerson } from "@/lib/people/queries";
import { currentVisit, pageContext, signedInContext } from "@/lib/web/session";
import { typedBefore } from "@/lib/web/typed-before";
import { pageTitle } from "../page-title";
import { PortalFrame } from "../portal-frame";
import { setLanguageAction } from "./actions";
import { LanguageForm } from "./language-form";
import { Sessions } from "./sessions";
import { Tokens } from "./tokens";

export async function generateMetadata(): Promise<Metadata> {
  const { language } = await pageContext();
  return pageTitle(translator(language)("account.title"));
}

export default async function AccountPage({ searchParams }: { searchParams: Promise<{ draft?: string }> }) {
  const ctx = await signedInContext();
  const typed = await typedBefore(ctx, (await searchParams).draft);
  const { sessionId } = await currentVisit();
  const t = translator(ctx.language);
  const person = await getPerson(ctx, personOf(ctx).personId);
  return (
    <PortalFrame current={routes.account()}>
      <PageHeading lead={t("account.lead")}>{t("account.title")}</PageHeading>
      <section className="mt-8">
        <h2 className="mb-4 text-title">{t("account.who.heading")}</h2>
        <CheckAnswers
          language={ctx.language}
          answers={[
            { label: t("account.who.name"), value: person.name },
            { label: t("account.who.email"), value: person.email },
            { label: t("account.who.municipality"), value: ctx.organisation.name },
            { label: t("account.who.unit"), value: person.unitName },
            { label: t("account.who.roles"), value: <Roles ctx={ctx} /> },
          ]}
        />
      </section>
      <section className="mt-12">
        <h2 className="mb-4 text-title">{t("account.language.heading")}</h2>
        <LanguageForm
          action={setLanguageAction}
          options={languages.map((value) => ({ value, label: t(`account.language.${value}`) }))}
          current={ctx.language}
          label={t("account.language.label")}
          save={t("account.language.save")}
          words={fieldWords(ctx.language)}
        />
      </section>
      <Sessions ctx={ctx} sessionId={sessionId} />
      <Tokens ctx={ctx} typed={typed} />
    </PortalFrame>
  );
}

async function Roles({ ctx }: { ctx: Context }) {
  const t = translator(ctx.language);
  const held = await listRoles(ctx);
  if (held.length === 0) return t("account.who.noRoles");
  return (
    <ul>
      {held.map(({ role, unitSlug, unitName }) => (
        <li key={`${role} ${unitSlug}`}>
          {t("account.who.roleIn", { role: t(`people.roles.${role}`), unit: unitName })}
        </li>
      ))}
    </ul>
  );
}
