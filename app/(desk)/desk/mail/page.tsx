import "./mail.css";
import type { Metadata } from "next";
import { PageHeading } from "@/app/_ui/page-heading";
import { pageTitle } from "@/app/(portal)/page-title";
import { PortalFrame } from "@/app/(portal)/portal-frame";
import type { Context } from "@/lib/base/context";
import { translator } from "@/lib/base/language";
import { routes } from "@/lib/base/routes";
import { listLetters, listMuted } from "@/lib/intake/list-letters";
import { countWaiting, listMails } from "@/lib/intake/list-mails";
import { agentContext } from "../agent-context";
import { CanaryLine } from "./canary-line";
import { DoneLine } from "./done-line";
import { LettersTable } from "./letters-table";
import { MailPanel } from "./mail-panel";
import { type MailQuery, readMailQuery } from "./mail-query";
import { MailTable } from "./mail-table";
import { MailViews } from "./mail-views";
import { MutedTable } from "./muted-table";

type Query = { searchParams: Promise<Record<string, string | string[] | undefined>> };

export async function generateMetadata({ searchParams }: Query): Promise<Metadata> {
  const { language } = await agentContext();
  const { view } = readMailQuery(await searchParams);
  const t = translator(language);
  return pageTitle(`${t("intake.title")}: ${t(`intake.views.${view}`)}`);
}

/** Mail in that waits for an agent, mail out with why it did not go, and whether it goes round at all. */
export default async function MailPage({ searchParams }: Query) {
  const ctx = await agentContext();
  const t = translator(ctx.language);
  const query = readMailQuery(await searchParams);
  return (
    <PortalFrame current={routes.desk()} density="desk">
      <DoneLine ctx={ctx} query={query} />
      <PageHeading lead={t("intake.lead")}>{t("intake.heading")}</PageHeading>
      <CanaryLine ctx={ctx} />
      <div className="desk-bar">
        <MailViews ctx={ctx} view={query.view} waiting={await countWaiting(ctx)} />
      </div>
      <div className="desk-split" data-open={query.open ? true : undefined}>
        {query.open && <MailPanel ctx={ctx} mailId={query.open} view={query.view} />}
        <div className="desk-list">
          <Listed ctx={ctx} query={query} />
        </div>
      </div>
    </PortalFrame>
  );
}

async function Listed({ ctx, query }: { ctx: Context; query: MailQuery }) {
  const { view, before } = query;
  if (view === "muted") return <MutedTable ctx={ctx} rows={await listMuted(ctx)} />;
  if (view === "sent" || view === "troubled") {
    return <LettersTable ctx={ctx} view={view} rows={await listLetters(ctx, view === "troubled", before)} />;
  }
  return <MailTable ctx={ctx} view={view} open={query.open} rows={await listMails(ctx, view, before)} />;
}
