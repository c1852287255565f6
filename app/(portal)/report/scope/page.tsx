import type { Metadata } from "next";
import { ChoiceGroup } from "@/app/_ui/choice-field";
import { fieldWords } from "@/app/_ui/ui-words";
import { translator } from "@/lib/base/language";
import { secrets } from "@/lib/tickets/report-schema";
import { topicRules } from "@/lib/tickets/report-topics";
import { signedInContext } from "@/lib/web/session";
import { ownerships } from "../answers";
import { askedAt, type Query, titleAt } from "../step";
import { StepPage } from "../step-page";

type Address = { searchParams: Promise<Query> };

export function generateMetadata({ searchParams }: Address): Promise<Metadata> {
  return titleAt("scope", searchParams, ({ topic }) =>
    topic && topicRules[topic].scope === "secret" ? "report.secret.question" : "report.ownership.question",
  );
}

/** Whose device it is, or which secret: what decides whether the desk can help, and with what (B2, B5, B6). */
export default async function ScopePage({ searchParams }: Address) {
  const asked = await askedAt(await signedInContext(), "scope", searchParams);
  const { ctx, answers, faults } = asked;
  const t = translator(ctx.language);
  const isSecret = answers.topic !== "" && topicRules[answers.topic].scope === "secret";
  const offered = ownerships.filter((each) => each !== "none" || answers.topic === "other");
  return (
    <StepPage asked={asked} step="scope">
      {isSecret ? (
        <ChoiceGroup
          name="secret"
          isPageHeading
          label={t("report.secret.question")}
          words={fieldWords(ctx.language)}
          error={faults.secret}
          defaultValue={answers.secret}
          options={secrets.map((value) => ({
            value,
            label: t(`report.secret.${value}.label`),
            hint: t(`report.secret.${value}.hint`),
          }))}
        />
      ) : (
        <ChoiceGroup
          name="ownership"
          isPageHeading
          label={t("report.ownership.question")}
          words={fieldWords(ctx.language)}
          error={faults.ownership}
          defaultValue={answers.ownership}
          options={offered.map((value) => ({
            value,
            label: t(`report.ownership.${value}.label`),
            hint: t(`report.ownership.${value}.hint`),
          }))}
        />
      )}
    </StepPage>
  );
}
