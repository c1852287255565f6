import type { Metadata } from "next";
import { ButtonLink, ButtonRow } from "@/app/_ui/button";
import { ConfirmationPanel } from "@/app/_ui/confirmation-panel";
import type { Context } from "@/lib/base/context";
import { translator } from "@/lib/base/language";
import { routes } from "@/lib/base/routes";
import type { TicketView } from "@/lib/tickets/queries";
import { isForSecretaries } from "@/lib/tickets/report-topics";
import { ticketTurn } from "@/lib/tickets/whose-turn";
import { pageContext, signedInContext } from "@/lib/web/session";
import { Attachments } from "../../../attachments";
import { pageTitle } from "../../../page-title";
import { deskOfRequest, PortalFrame } from "../../../portal-frame";
import { turnReading } from "../../turn-reading";
import { shownTicket } from "../shown-ticket";

type Address = { params: Promise<{ reference: string }> };

export async function generateMetadata({ params }: Address): Promise<Metadata> {
  const { language } = await pageContext();
  return pageTitle(translator(language)("report.confirmation.title", { reference: (await params).reference }));
}

/** The receipt of a report; the same however often it is opened. */
export default async function TicketConfirmationPage({ params }: Address) {
  const ctx = await signedInContext();
  const t = translator(ctx.language);
  const { reference } = await params;
  const view = await shownTicket(ctx, reference);
  return (
    <PortalFrame current={routes.tickets()}>
      <ConfirmationPanel
        heading={t(`report.confirmation.heading.${view.ticket.type === "question" ? "question" : "incident"}`)}
        reference={{ label: t("report.confirmation.reference"), number: reference }}
      />
      <section aria-labelledby="next" className="mt-12">
        <h2 id="next" className="text-title">
          {t("report.confirmation.next")}
        </h2>
        <ol className="mt-3 ml-6 grid max-w-[44rem] list-decimal gap-2">
          {(await stepsOf(ctx, view)).map((step) => (
            <li key={step}>{step}</li>
          ))}
        </ol>
      </section>
      <Attachments ctx={ctx} reference={reference} mayAdd />
      <ButtonRow>
        <ButtonLink href={routes.ticket(reference)}>{t("report.confirmation.follow")}</ButtonLink>
        <ButtonLink kind="quiet" href={routes.home()}>
          {t("report.confirmation.home")}
        </ButtonLink>
      </ButtonRow>
    </PortalFrame>
  );
}

/** Who reads it, by when an answer and a solution are promised, and what to do if it gets worse. */
async function stepsOf(ctx: Context, view: TicketView): Promise<string[]> {
  const t = translator(ctx.language);
  const isSecretaries = isForSecretaries(view.ticket.category);
  const desk = isSecretaries ? null : await deskOfRequest(ctx);
  return [
    t(`report.confirmation.read.${isSecretaries ? "secretaries" : "desk"}`),
    ...(ticketTurn(view, turnReading(ctx))?.detail ?? []),
    ...(desk ? [t("report.confirmation.hours", { words: desk.words })] : []),
    t("report.confirmation.letters"),
    t("report.confirmation.urgent", { phone: ctx.organisation.settings.servicedesk.phone }),
  ];
}
