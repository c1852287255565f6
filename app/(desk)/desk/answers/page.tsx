import "../tickets/[reference]/ticket.css";
import type { Metadata } from "next";
import { Banner } from "@/app/_ui/banner";
import { PageHeading } from "@/app/_ui/page-heading";
import { pageTitle } from "@/app/(portal)/page-title";
import { PortalFrame } from "@/app/(portal)/portal-frame";
import { translator } from "@/lib/base/language";
import { may } from "@/lib/base/may";
import { routes } from "@/lib/base/routes";
import { listAnswers } from "@/lib/desk/list-answers";
import { agentContext } from "../agent-context";
import { AnswerFields } from "./answer-fields";
import { AnswerForm } from "./answer-form";

type Asked = { searchParams: Promise<Record<"edit" | "done", string | string[] | undefined>> };

export async function generateMetadata(): Promise<Metadata> {
  const { language } = await agentContext();
  return pageTitle(translator(language)("deskTicket.answers.title"));
}

/** The texts to answer with: everyone's, and one's own. */
export default async function AnswersPage({ searchParams }: Asked) {
  const ctx = await agentContext();
  const t = translator(ctx.language);
  const { edit, done } = await searchParams;
  const answers = await listAnswers(ctx);
  const mayShare = may(ctx.actor, "desk:edit");
  const edited = answers.find(({ id, isShared }) => id === edit && (mayShare || !isShared));
  const told = done === "saved" || done === "removed" ? done : null;
  return (
    <PortalFrame
      current={routes.desk()}
      density="desk"
      formId="answer"
      notices={told && <Banner tone="success" heading={t(`deskTicket.answers.${told}`)} />}
    >
      <PageHeading
        back={{ href: routes.desk(), label: t("deskTicket.answers.back") }}
        lead={t("deskTicket.answers.lead")}
      >
        {t("deskTicket.answers.title")}
      </PageHeading>
      <div className="desk-columns">
        <div>
          {answers.length === 0 && <p>{t("deskTicket.answers.none")}</p>}
          <ul className="answers-list">
            {answers.map(({ id, name, sv, isShared }) => (
              <li key={id}>
                <h2 className="desk-heading">{name}</h2>
                <p className="text-ink-quiet">{t(isShared ? "deskTicket.answers.shared" : "deskTicket.answers.own")}</p>
                <p className="said-body">{sv}</p>
                {(mayShare || !isShared) && (
                  <a href={`${routes.deskAnswers()}?edit=${id}#answer`}>
                    {t("deskTicket.answers.edit")}
                    <span className="sr-only"> {name}</span>
                  </a>
                )}
              </li>
            ))}
          </ul>
        </div>
        <div>
          <AnswerForm key={edited?.id ?? "new"} ctx={ctx} answer={edited} mayShare={mayShare} />
          <AnswerFields ctx={ctx} />
        </div>
      </div>
    </PortalFrame>
  );
}
