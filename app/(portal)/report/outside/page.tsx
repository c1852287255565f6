import type { Metadata } from "next";
import { redirect } from "next/navigation";
import { ButtonLink, ButtonRow } from "@/app/_ui/button";
import { PageHeading } from "@/app/_ui/page-heading";
import type { ScopeAnswer } from "@/db/words";
import type { Context } from "@/lib/base/context";
import { type MessageKey, translator } from "@/lib/base/language";
import { routes } from "@/lib/base/routes";
import { pageContext, signedInContext } from "@/lib/web/session";
import { GuideHints } from "../../guide-hints";
import { pageTitle } from "../../page-title";
import { PortalFrame } from "../../portal-frame";
import { outsideOf, stepsOf } from "../answers";
import { readDraft } from "../draft";
import type { Query } from "../step";

type Address = { searchParams: Promise<Query> };

const parts = {
  own_things: ["apple", "pictures", "apps"],
  private_device: ["use", "avoid", "network"],
  private_computer: ["use", "avoid", "network"],
} as const satisfies Record<ScopeAnswer, readonly string[]>;

export async function generateMetadata({ searchParams }: Address): Promise<Metadata> {
  const ctx = await pageContext();
  const t = translator(ctx.language);
  const draft = await readDraft(ctx, String((await searchParams).draft ?? ""));
  const answer = draft && outsideOf(draft.answers);
  return pageTitle(t(answer ? `report.outside.${answer}.title` : "report.topic.question"));
}

/** What the desk does not help with (A12, B2, B6), and what to do instead. */
export default async function OutsidePage({ searchParams }: Address) {
  const ctx = await signedInContext();
  const t = translator(ctx.language);
  const id = String((await searchParams).draft ?? "");
  const draft = await readDraft(ctx, id);
  const answer = draft && outsideOf(draft.answers);
  if (!draft || !answer) redirect(routes.report());
  const last = stepsOf(draft.answers).at(-1) ?? "topic";
  return (
    <PortalFrame>
      <PageHeading
        back={{ href: routes.reportStep(last, id), label: t("report.back") }}
        lead={t(`report.outside.${answer}.lead`)}
      >
        {t(`report.outside.${answer}.title`)}
      </PageHeading>
      {parts[answer].map((part) => (
        <section key={part} className="mt-6 max-w-[44rem]">
          <h2 className="text-lead">{t(`report.outside.${answer}.${part}.heading` as MessageKey)}</h2>
          <p className="mt-1">{t(`report.outside.${answer}.${part}.text` as MessageKey)}</p>
        </section>
      ))}
      <GuideHints ctx={ctx} text={t(`report.outside.${answer}.title`)} />
      <WaysOn ctx={ctx} answer={answer} />
    </PortalFrame>
  );
}

function WaysOn({ ctx, answer }: { ctx: Context; answer: ScopeAnswer }) {
  const t = translator(ctx.language);
  const topic = answer === "own_things" ? "ipad" : "account";
  const { phone } = ctx.organisation.settings.servicedesk;
  return (
    <>
      <p className="mt-8">
        <a href={routes.report({ topic })}>{t(`report.outside.${answer}.back`)}</a>
      </p>
      <p className="mt-2">{t("report.outside.phone", { phone })}</p>
      <ButtonRow>
        <ButtonLink kind="quiet" href={routes.home()}>
          {t("report.outside.home")}
        </ButtonLink>
      </ButtonRow>
    </>
  );
}
