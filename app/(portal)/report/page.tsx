import type { Metadata } from "next";
import { ChoiceGroup } from "@/app/_ui/choice-field";
import { fieldWords } from "@/app/_ui/ui-words";
import { reportTopics } from "@/db/words";
import type { Context } from "@/lib/base/context";
import { translator } from "@/lib/base/language";
import { signedInContext } from "@/lib/web/session";
import { DisruptionBanner } from "../disruption-banner";
import { askedAt, type Query, titleAt } from "./step";
import { StepPage } from "./step-page";
import { Unsent } from "./unsent";

type Address = { searchParams: Promise<Query> };

export function generateMetadata({ searchParams }: Address): Promise<Metadata> {
  return titleAt("topic", searchParams, () => "report.topic.question");
}

/** What it is about, and before anything is written, what the desk does not help with. */
export default async function TopicPage({ searchParams }: Address) {
  const asked = await askedAt(await signedInContext(), "topic", searchParams);
  const { ctx, answers, faults, draft } = asked;
  const t = translator(ctx.language);
  return (
    <StepPage
      asked={asked}
      step="topic"
      before={
        <>
          <DisruptionBanner ctx={ctx} />
          {!draft && <Unsent ctx={ctx} />}
        </>
      }
    >
      <input type="hidden" name="type" value={answers.type} />
      <ChoiceGroup
        name="topic"
        isPageHeading
        label={t(answers.type === "question" ? "report.topic.asking" : "report.topic.question")}
        words={fieldWords(ctx.language)}
        error={faults.topic}
        defaultValue={answers.topic}
        options={reportTopics.map((topic) => ({
          value: topic,
          label: t(`report.topic.${topic}.label`),
          hint: t(`report.topic.${topic}.hint`),
        }))}
      />
      <OutsideFirst ctx={ctx} />
    </StepPage>
  );
}

function OutsideFirst({ ctx }: { ctx: Context }) {
  const t = translator(ctx.language);
  return (
    <section aria-labelledby="outside" className="mt-8 max-w-[44rem] rounded-corner bg-shade p-5">
      <h2 id="outside" className="text-lead">
        {t("report.outsideFirst.heading")}
      </h2>
      <p className="mt-2">{t("report.outsideFirst.text")}</p>
      <p className="mt-2">{t("report.outsideFirst.more")}</p>
    </section>
  );
}
