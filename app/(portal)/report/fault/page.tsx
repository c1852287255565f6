import type { Metadata } from "next";
import { ChoiceGroup } from "@/app/_ui/choice-field";
import { SelectField, TextArea } from "@/app/_ui/field";
import { fieldWords } from "@/app/_ui/ui-words";
import { translator } from "@/lib/base/language";
import { ableToWork, affected, ownSteps, since } from "@/lib/tickets/report-schema";
import { signedInContext } from "@/lib/web/session";
import { GuideHints, GuideHintsWhileTyping } from "../../guide-hints";
import { Already } from "../already";
import { asksLevels, categoryOf } from "../answers";
import { GoodToKnow } from "../good-to-know";
import { type Asked, askedAt, type Query, titleAt } from "../step";
import { StepPage } from "../step-page";

type Address = { searchParams: Promise<Query> };

export function generateMetadata({ searchParams }: Address): Promise<Metadata> {
  return titleAt("fault", searchParams, headingOf);
}

const headingOf = ({ type }: Asked["answers"]) =>
  type === "question" ? "report.fault.asking" : "report.fault.question";

/** What happens, in the person's own words; what stands above it may already be the answer. */
export default async function FaultPage({ searchParams }: Address) {
  const asked = await askedAt(await signedInContext(), "fault", searchParams);
  const { ctx, answers, faults } = asked;
  const t = translator(ctx.language);
  const isQuestion = answers.type === "question";
  return (
    <StepPage
      asked={asked}
      step="fault"
      before={
        <>
          <h1 className="text-display">{t(headingOf(answers))}</h1>
          <GoodToKnow ctx={ctx} answers={answers} />
          <div className="mt-6 empty:hidden">
            <Already ctx={ctx} answers={answers} />
          </div>
          <GuideHints ctx={ctx} text={answers.text} category={categoryOf(answers)} />
        </>
      }
    >
      <TextArea
        name="text"
        rows={6}
        label={t(isQuestion ? "report.fault.ask.label" : "report.fault.text.label")}
        hint={t(isQuestion ? "report.fault.ask.hint" : "report.fault.text.hint")}
        defaultValue={answers.text}
        error={faults.text}
        words={fieldWords(ctx.language)}
      />
      <GuideHintsWhileTyping ctx={ctx} textId="text" />
      {!isQuestion && <Tried asked={asked} />}
      {asksLevels(answers) && <Levels asked={asked} />}
      <p className="mt-6 text-plain text-ink-quiet">{t("report.draftIsYours")}</p>
    </StepPage>
  );
}

function Tried({ asked: { ctx, answers } }: { asked: Asked }) {
  const t = translator(ctx.language);
  const words = fieldWords(ctx.language);
  return (
    <>
      <SelectField
        name="since"
        isOptional
        label={t("report.fault.since")}
        emptyLabel={t("report.fault.sinceEmpty")}
        options={since.map((value) => ({ value, label: t(`report.since.${value}`) }))}
        defaultValue={answers.since}
        words={words}
      />
      <ChoiceGroup
        name="tried"
        kind="checkbox"
        isOptional
        label={t("report.fault.tried")}
        options={ownSteps.map((value) => ({ value, label: t(`report.tried.${value}`) }))}
        defaultValue={answers.tried}
        words={words}
      />
    </>
  );
}

/** How many, and whether one can work; oneself first, for that is the most common. */
function Levels({ asked: { ctx, answers, faults } }: { asked: Asked }) {
  const t = translator(ctx.language);
  const words = fieldWords(ctx.language);
  return (
    <>
      <ChoiceGroup
        name="affected"
        label={t("report.fault.affected")}
        options={[...affected].reverse().map((value) => ({ value, label: t(`report.affected.${value}`) }))}
        defaultValue={answers.affected}
        error={faults.affected}
        words={words}
      />
      <ChoiceGroup
        name="work"
        label={t("report.fault.work")}
        options={[...ableToWork].reverse().map((value) => ({ value, label: t(`report.work.${value}`) }))}
        defaultValue={answers.work}
        error={faults.work}
        words={words}
      />
    </>
  );
}
