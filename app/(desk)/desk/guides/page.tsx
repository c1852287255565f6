import type { Metadata } from "next";
import { ButtonLink } from "@/app/_ui/button";
import { EmptyState } from "@/app/_ui/empty-state";
import { PageHeading } from "@/app/_ui/page-heading";
import { Status } from "@/app/_ui/status";
import { type Column, Table } from "@/app/_ui/table";
import { pageTitle } from "@/app/(portal)/page-title";
import { PortalFrame } from "@/app/(portal)/portal-frame";
import type { Context } from "@/lib/base/context";
import { formatDay, localDate } from "@/lib/base/format";
import { translator } from "@/lib/base/language";
import { routes } from "@/lib/base/routes";
import { type DeskGuide, listDeskGuides } from "@/lib/guides/desk-guides";
import { agentContext } from "../agent-context";

export async function generateMetadata(): Promise<Metadata> {
  const { language } = await agentContext("guide:write");
  return pageTitle(translator(language)("guides.desk.title"));
}

/** Every guide with how it does, and when somebody must look at it again. */
export default async function DeskGuidesPage() {
  const ctx = await agentContext("guide:write");
  const t = translator(ctx.language);
  const rows = await listDeskGuides(ctx);
  const write = (
    <ButtonLink icon="square-pen" href={routes.deskGuideNew()}>
      {t("guides.desk.new")}
    </ButtonLink>
  );
  return (
    <PortalFrame current={routes.desk()} density="desk">
      <PageHeading lead={t("guides.desk.lead")} beside={rows.length > 0 ? write : undefined}>
        {t("guides.desk.title")}
      </PageHeading>
      {rows.length === 0 ? (
        <EmptyState heading={t("guides.desk.emptyHeading")} action={write}>
          {t("guides.desk.empty")}
        </EmptyState>
      ) : (
        <Table
          caption={t("guides.desk.caption")}
          isCaptionHidden
          language={ctx.language}
          columns={columnsOf(ctx)}
          rows={rows}
          keyOf={({ guide }) => guide.slug}
          toneOf={(row) => (isLate(ctx, row) ? "soon" : undefined)}
        />
      )}
    </PortalFrame>
  );
}

const today = ({ now, organisation }: Context) => localDate(now, organisation.timeZone);
const isLate = (ctx: Context, { published }: DeskGuide) => published !== null && published.reviewOn < today(ctx);

function columnsOf(ctx: Context): Column<DeskGuide>[] {
  const t = translator(ctx.language);
  const number = (key: "shown" | "helped" | "notHelped" | "instead", of: (row: DeskGuide) => number) => {
    return { key, heading: t(`guides.desk.${key}`), isNumeric: true, isNarrow: true, cell: of };
  };
  return [
    {
      ...{ key: "guide", heading: t("guides.desk.guide"), isRowHeading: true },
      cell: ({ guide, draft, published }) => (
        <a href={routes.deskGuide(guide.slug)} lang={ctx.language === "sv" ? undefined : "sv"}>
          {(draft ?? published)?.title.sv}
        </a>
      ),
    },
    { key: "state", heading: t("guides.desk.state"), cell: (row) => <State ctx={ctx} row={row} /> },
    {
      ...{ key: "audience", heading: t("guides.desk.audience") },
      cell: ({ draft, published }) => t(`guides.audience.${(published ?? draft)?.audience ?? "public"}`),
    },
    { key: "review", heading: t("guides.desk.review"), cell: (row) => <Review ctx={ctx} row={row} /> },
    number("shown", ({ shown }) => shown),
    number("helped", ({ helped }) => helped),
    number("notHelped", ({ notHelped }) => notHelped),
    number("instead", ({ insteadOfTicket }) => insteadOfTicket),
  ];
}

function State({ ctx, row: { draft, published } }: { ctx: Context; row: DeskGuide }) {
  const t = translator(ctx.language);
  if (!published)
    return (
      <Status tone="neutral" icon="square-pen">
        {t("guides.desk.draft")}
      </Status>
    );
  if (draft)
    return (
      <Status tone="information" icon="square-pen">
        {t("guides.desk.publishedAndDraft")}
      </Status>
    );
  return <Status tone="kept">{t("guides.desk.published")}</Status>;
}

function Review({ ctx, row }: { ctx: Context; row: DeskGuide }) {
  const reviewOn = (row.published ?? row.draft)?.reviewOn;
  if (!reviewOn) return null;
  const day = formatDay(reviewOn, { language: ctx.language, timeZone: ctx.organisation.timeZone });
  if (!isLate(ctx, row)) return day;
  return <Status tone="soon">{translator(ctx.language)("guides.desk.reviewLate", { day })}</Status>;
}
