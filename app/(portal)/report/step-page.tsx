import "./report.css";
import type { ReactNode } from "react";
import { ErrorSummary } from "@/app/_ui/error-summary";
import { Icon } from "@/app/_ui/icon";
import { formWords } from "@/app/_ui/ui-words";
import { translator } from "@/lib/base/language";
import { routes } from "@/lib/base/routes";
import { PortalFrame } from "../portal-frame";
import { reportAction } from "./actions";
import { numberOf, type Step, stepsOf } from "./answers";
import type { Asked } from "./step";
import { StepForm } from "./step-form";

type StepPageProps = { asked: Asked; step: Step; before?: ReactNode; after?: ReactNode; children: ReactNode };

/** One question a page: the way back, its number, the question, one button. */
export function StepPage({ asked, step, before, after, children }: StepPageProps) {
  const { ctx, draft, answers, faults } = asked;
  const t = translator(ctx.language);
  const { heading, titlePrefix } = formWords(ctx.language);
  const steps = stepsOf(answers);
  const last = steps[steps.indexOf(step) - 1];
  const found = Object.entries(faults).map(([field, text]) => ({ field, text }));
  return (
    <PortalFrame
      formId="report"
      notices={found.length > 0 && <ErrorSummary heading={heading} titlePrefix={titlePrefix} faults={found} />}
    >
      <a href={last && draft ? routes.reportStep(last, draft.id) : routes.home()} className="back-link">
        <Icon name="chevron-left" />
        {t("report.back")}
      </a>
      <p className="mb-1 text-plain text-ink-quiet">
        {t(`report.title.${answers.type}`)} · {t("report.step", numberOf(step, answers))}
      </p>
      {before}
      <StepForm
        action={reportAction.bind(null, step)}
        draft={draft?.id}
        text={{
          ...{ ...formWords(ctx.language), send: t("report.goOn"), unreachable: t("report.unreachable") },
          ...(step === "fault" ? { save: t("report.saveForLater") } : {}),
        }}
      >
        {children}
      </StepForm>
      {after}
    </PortalFrame>
  );
}
