import type { Metadata } from "next";
import { redirect } from "next/navigation";
import { PageHeading } from "@/app/_ui/page-heading";
import { formWords } from "@/app/_ui/ui-words";
import { translator } from "@/lib/base/language";
import { routes } from "@/lib/base/routes";
import { pageContext, signedInContext } from "@/lib/web/session";
import { pageTitle } from "../../page-title";
import { PortalFrame } from "../../portal-frame";
import { sendReportAction } from "../actions";
import { Already } from "../already";
import { reportFrom } from "../answers";
import { readDraft } from "../draft";
import type { Query } from "../step";
import { StepForm } from "../step-form";
import { CheckedReport } from "./checked-report";

type Address = { searchParams: Promise<Query> };

export async function generateMetadata(): Promise<Metadata> {
  const { language } = await pageContext();
  return pageTitle(translator(language)("report.check.title"));
}

export default async function CheckReportPage({ searchParams }: Address) {
  const ctx = await signedInContext();
  const t = translator(ctx.language);
  const id = String((await searchParams).draft ?? "");
  const draft = await readDraft(ctx, id);
  if (!draft) redirect(routes.report());
  if (draft.sent) redirect(routes.ticketConfirmation(draft.sent));
  const { answers } = draft;
  const read = reportFrom(answers);
  if (!read.ok) redirect(routes.reportStep(read.step, id, read.step !== "outside"));
  return (
    <PortalFrame>
      <PageHeading
        back={{ href: routes.reportStep("fault", id), label: t("report.back") }}
        kicker={t(`report.title.${answers.type}`)}
      >
        {t("report.check.title")}
      </PageHeading>
      <Already ctx={ctx} answers={answers} />
      <CheckedReport ctx={ctx} answers={answers} draft={id} />
      <StepForm
        action={sendReportAction}
        draft={id}
        text={{
          ...{ ...formWords(ctx.language), unreachable: t("report.unreachable") },
          send: t(`report.check.send.${answers.type}`),
        }}
      >
        {null}
      </StepForm>
    </PortalFrame>
  );
}
