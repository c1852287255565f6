import type { Metadata } from "next";
import { Button, ButtonRow } from "@/app/_ui/button";
import { ChoiceGroup } from "@/app/_ui/choice-field";
import { ErrorSummary } from "@/app/_ui/error-summary";
import { PageHeading } from "@/app/_ui/page-heading";
import { fieldWords, formWords } from "@/app/_ui/ui-words";
import type { Language } from "@/db/words";
import { translator } from "@/lib/base/language";
import { routes } from "@/lib/base/routes";
import { getService } from "@/lib/catalogue/queries";
import { answerTo, readVariantAnswers, type VariantQuestion, variantQuestions } from "@/lib/catalogue/which-variant";
import { pageContext } from "@/lib/web/session";
import { orNotFound } from "../../../or-not-found";
import { pageTitle } from "../../../page-title";
import { PortalFrame } from "../../../portal-frame";
import { Advice } from "./advice";

type Query = Record<string, string | string[] | undefined>;
type Address = { params: Promise<{ service: string }>; searchParams: Promise<Query> };

const questions = Object.keys(variantQuestions) as VariantQuestion[];

export async function generateMetadata({ searchParams }: Address): Promise<Metadata> {
  const { language } = await pageContext();
  const translate = translator(language);
  const prefix = unanswered(await searchParams).length > 0 ? translate("ui.errors.titlePrefix") : "";
  return pageTitle(`${prefix}${translate("service.which.heading")}`);
}

export default async function WhichVariantPage({ params, searchParams }: Address) {
  const ctx = await pageContext();
  const { language } = ctx;
  const translate = translator(language);
  const service = await orNotFound(getService(ctx, (await params).service));
  const query = await searchParams;
  const missing = unanswered(query);
  const answers = readVariantAnswers(query);
  const { heading, titlePrefix } = formWords(language);
  const faults = missing.map((field) => ({ field, text: translate(`service.which.${field}.unanswered`) }));
  return (
    <PortalFrame
      current={routes.services()}
      notices={faults.length > 0 && <ErrorSummary heading={heading} titlePrefix={titlePrefix} faults={faults} />}
    >
      <PageHeading
        back={{ href: routes.service(service.slug), label: service.name }}
        lead={translate("service.which.lead")}
      >
        {translate("service.which.heading")}
      </PageHeading>
      {answers && <Advice language={language} service={service} answers={answers} />}
      <form action={routes.whichVariant(service.slug)} noValidate>
        <input type="hidden" name="sent" value="1" />
        <Questions language={language} query={query} missing={missing} />
        <ButtonRow>
          <Button type="submit" kind={answers ? "quiet" : "primary"}>
            {translate(answers ? "service.which.again" : "service.which.submit")}
          </Button>
        </ButtonRow>
      </form>
    </PortalFrame>
  );
}

type QuestionsProps = { language: Language; query: Query; missing: VariantQuestion[] };

function Questions({ language, query, missing }: QuestionsProps) {
  const translate = translator(language);
  return questions.map((question) => (
    <ChoiceGroup
      key={question}
      name={question}
      label={translate(`service.which.${question}.question`)}
      words={fieldWords(language)}
      error={missing.includes(question) ? translate(`service.which.${question}.unanswered`) : undefined}
      defaultValue={answerTo(question, query)}
      options={optionsOf(question, language)}
    />
  ));
}

function optionsOf(question: VariantQuestion, language: Language) {
  const translate = translator(language);
  const words = {
    users: ["service.which.users.one", "service.which.users.several"],
    personal: ["service.which.personal.yes", "service.which.personal.no"],
    apps: ["service.which.apps.user", "service.which.apps.unit"],
  } as const;
  return variantQuestions[question].map((value, n) => ({ value, label: translate(words[question][n === 0 ? 0 : 1]) }));
}

/** Once the form has been sent: what still lacks an answer. */
function unanswered(query: Query): VariantQuestion[] {
  const isSent = questions.some((question) => question in query) || "sent" in query;
  return isSent ? questions.filter((question) => !answerTo(question, query)) : [];
}
