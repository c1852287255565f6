import type { Metadata } from "next";
import { CheckAnswers } from "@/app/_ui/check-answers";
import { PageHeading } from "@/app/_ui/page-heading";
import { pageTitle } from "@/app/(portal)/page-title";
import { PortalFrame } from "@/app/(portal)/portal-frame";
import { translator } from "@/lib/base/language";
import { may } from "@/lib/base/may";
import { routes } from "@/lib/base/routes";
import { findRecipients } from "@/lib/disruptions/recipients";
import { agentContext } from "../../agent-context";
import { DeskForm } from "../../desk-form";
import { deskFormWords } from "../../desk-form-words";
import { saveRecipientsAction } from "../actions";
import { DoneBanner } from "../done-banner";

type Asked = { searchParams: Promise<{ done?: string | string[] }> };

export async function generateMetadata(): Promise<Metadata> {
  const { language } = await agentContext("disruption:read");
  return pageTitle(translator(language)("disruptions.recipients.title"));
}

/** Whom reports of significant incidents go to: the organisation's own words, ready before they are needed. */
export default async function ReportRecipientsPage({ searchParams }: Asked) {
  const ctx = await agentContext("disruption:read");
  const t = translator(ctx.language);
  const now = await findRecipients(ctx);
  const { done } = await searchParams;
  const labels = { name: t("disruptions.recipients.name"), contact: t("disruptions.recipients.contact") };
  const note = t("disruptions.recipients.note");
  return (
    <PortalFrame current={routes.desk()} density="desk" notices={<DoneBanner done={done} language={ctx.language} />}>
      <PageHeading
        back={{ href: routes.deskDisruptions(), label: t("disruptions.desk.back") }}
        lead={t("disruptions.recipients.lead")}
      >
        {t("disruptions.recipients.title")}
      </PageHeading>
      {may(ctx.actor, "disruption:mark") ? (
        <DeskForm
          id="recipients"
          action={saveRecipientsAction}
          hidden={{}}
          fields={[
            { kind: "text", name: "name", label: labels.name, value: now?.name ?? "" },
            {
              ...{ kind: "text", name: "contact", label: labels.contact, value: now?.contact ?? "" },
              hint: t("disruptions.recipients.contactHint"),
            },
            { kind: "text", name: "note", label: note, value: now?.note ?? "", isOptional: true },
          ]}
          submit={{ label: t("disruptions.recipients.send") }}
          words={deskFormWords(ctx.language)}
        />
      ) : now ? (
        <CheckAnswers
          language={ctx.language}
          answers={[
            { label: labels.name, value: now.name },
            { label: labels.contact, value: now.contact },
            { label: note, value: now.note },
          ]}
        />
      ) : (
        <p>{t("disruptions.significant.noRecipient")}</p>
      )}
    </PortalFrame>
  );
}
