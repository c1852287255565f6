import type { Metadata } from "next";
import { ButtonLink } from "@/app/_ui/button";
import { EmptyState } from "@/app/_ui/empty-state";
import { PageHeading } from "@/app/_ui/page-heading";
import { Status } from "@/app/_ui/status";
import { type Column, Table } from "@/app/_ui/table";
import { pageTitle } from "@/app/(portal)/page-title";
import { PortalFrame } from "@/app/(portal)/portal-frame";
import type { Context } from "@/lib/base/context";
import { translator } from "@/lib/base/language";
import { may } from "@/lib/base/may";
import { routes } from "@/lib/base/routes";
import { type DisruptionView, listDisruptions } from "@/lib/disruptions/queries";
import { agentContext } from "../agent-context";
import { momentInWords } from "../moment";

export async function generateMetadata(): Promise<Metadata> {
  const { language } = await agentContext("disruption:read");
  return pageTitle(translator(language)("disruptions.title"));
}

/** What goes on and what has been, and the way to declare one. */
export default async function DeskDisruptionsPage() {
  const ctx = await agentContext("disruption:read");
  const t = translator(ctx.language);
  const rows = await listDisruptions(ctx);
  const declare = may(ctx.actor, "disruption:work") && (
    <ButtonLink icon="flag" href={routes.deskDisruptionNew()}>
      {t("disruptions.desk.new")}
    </ButtonLink>
  );
  return (
    <PortalFrame current={routes.desk()} density="desk">
      <PageHeading lead={t("disruptions.desk.lead")} beside={rows.length > 0 ? declare : undefined}>
        {t("disruptions.title")}
      </PageHeading>
      {rows.length === 0 ? (
        <EmptyState heading={t("disruptions.desk.emptyHeading")} action={declare}>
          {t("disruptions.desk.empty")}
        </EmptyState>
      ) : (
        <Table
          caption={t("disruptions.desk.caption")}
          isCaptionHidden
          language={ctx.language}
          columns={columnsOf(ctx)}
          rows={rows}
          keyOf={({ id }) => id}
          toneOf={({ endedAt }) => (endedAt ? undefined : "broken")}
        />
      )}
      <p className="mt-4">
        <a href={routes.deskReportRecipients()}>{t("disruptions.desk.recipients")}</a>
      </p>
    </PortalFrame>
  );
}

function columnsOf(ctx: Context): Column<DisruptionView>[] {
  const t = translator(ctx.language);
  return [
    {
      ...{ key: "what", heading: t("disruptions.desk.what"), isRowHeading: true },
      cell: ({ id, title }) => (
        <a href={routes.deskDisruption(id)} lang={title.language === ctx.language ? undefined : title.language}>
          {title.text}
        </a>
      ),
    },
    {
      ...{ key: "state", heading: t("disruptions.desk.state") },
      cell: ({ endedAt }) => (
        <Status tone={endedAt ? "kept" : "broken"}>{t(endedAt ? "disruptions.ended" : "disruptions.ongoing")}</Status>
      ),
    },
    { key: "since", heading: t("disruptions.desk.declared"), cell: ({ declaredAt }) => momentInWords(declaredAt, ctx) },
    { key: "next", heading: t("disruptions.desk.next"), cell: (of) => <Next ctx={ctx} of={of} /> },
    { key: "people", heading: t("disruptions.desk.people"), isNumeric: true, cell: ({ followers }) => followers },
  ];
}

function Next({ ctx, of: { endedAt, nextUpdateAt } }: { ctx: Context; of: DisruptionView }) {
  const t = translator(ctx.language);
  if (endedAt) return null;
  if (!nextUpdateAt) return t("disruptions.desk.none");
  const when = momentInWords(nextUpdateAt, ctx);
  if (nextUpdateAt > ctx.now) return when;
  return (
    <Status tone="broken">
      {t("disruptions.desk.late")}: {when}
    </Status>
  );
}
