import type { Metadata } from "next";
import { ButtonLink } from "@/app/_ui/button";
import { EmptyState } from "@/app/_ui/empty-state";
import { PageHeading } from "@/app/_ui/page-heading";
import { orNotFound } from "@/app/(portal)/or-not-found";
import { pageTitle } from "@/app/(portal)/page-title";
import { PortalFrame } from "@/app/(portal)/portal-frame";
import { Visit } from "@/app/(portal)/visit";
import { translator } from "@/lib/base/language";
import { routes } from "@/lib/base/routes";
import { visitsOfDay } from "@/lib/desk/list-visits";
import { getTicket } from "@/lib/tickets/queries";
import { agentContext } from "../agent-context";
import { VisitRow } from "./visit-row";

type Query = { searchParams: Promise<Record<string, string | string[] | undefined>> };

export async function generateMetadata(): Promise<Metadata> {
  const { language } = await agentContext();
  return pageTitle(translator(language)("visits.title"));
}

/** Who comes to the desk today, by time; with `?book=` a visit is booked for a ticket. */
export default async function VisitsPage({ searchParams }: Query) {
  const ctx = await agentContext();
  const t = translator(ctx.language);
  const { book } = await searchParams;
  const ticket = typeof book === "string" ? (await orNotFound(getTicket(ctx, book))).ticket : null;
  const rows = await visitsOfDay(ctx);
  return (
    <PortalFrame current={routes.desk()} density="desk">
      <PageHeading lead={t("visits.lead")}>{t("visits.title")}</PageHeading>
      {ticket && <Visit ctx={ctx} reference={ticket.reference} />}
      {rows.length === 0 ? (
        <div className="mt-6">
          <EmptyState
            heading={t("visits.none")}
            action={<ButtonLink href={routes.deskRegister()}>{t("visits.register")}</ButtonLink>}
          >
            {t("visits.noneText")}
          </EmptyState>
        </div>
      ) : (
        <ol className="mt-6">
          {rows.map((row) => (
            <VisitRow key={row.id} ctx={ctx} row={row} />
          ))}
        </ol>
      )}
    </PortalFrame>
  );
}
