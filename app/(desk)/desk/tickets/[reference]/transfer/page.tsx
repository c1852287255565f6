import "../ticket.css";
import type { Metadata } from "next";
import { PageHeading } from "@/app/_ui/page-heading";
import { pageTitle } from "@/app/(portal)/page-title";
import { PortalFrame } from "@/app/(portal)/portal-frame";
import { triedSteps } from "@/db/words";
import { translator } from "@/lib/base/language";
import { routes } from "@/lib/base/routes";
import { listDestinations } from "@/lib/tickets/colleagues";
import { listConversation } from "@/lib/tickets/conversation";
import { typedBefore } from "@/lib/web/typed-before";
import { DeskForm } from "../../../desk-form";
import { deskFormWords } from "../../../desk-form-words";
import { transferAction } from "../actions";
import { seenFacts } from "../seen-facts";
import { ticketForAgent } from "../ticket-context";
import { LineSuggestion, suggestionFor } from "./line-suggestion";

type Asked = {
  params: Promise<{ reference: string }>;
  searchParams: Promise<Record<"tried" | "draft", string | string[] | undefined>>;
};

export async function generateMetadata({ params }: Asked): Promise<Metadata> {
  const { ctx, view } = await ticketForAgent((await params).reference);
  return pageTitle(`${translator(ctx.language)("deskTicket.transfer.title")} ${view.ticket.reference}`);
}

/** To another queue, with the note that the next one needs; the portal says which line it would be, and why. */
export default async function TransferPage({ params, searchParams }: Asked) {
  const given = await ticketForAgent((await params).reference);
  const { ctx, view } = given;
  const t = translator(ctx.language);
  const { reference, version } = view.ticket;
  const query = await searchParams;
  const tried = triedSteps.filter((step) => [query.tried].flat().includes(step));
  const [destinations, suggestion, turns, typed] = await Promise.all([
    listDestinations(ctx, reference),
    suggestionFor(ctx, view.ticket, tried),
    listConversation(ctx, reference),
    typedBefore(ctx, typeof query.draft === "string" ? query.draft : undefined),
  ]);
  const isElsewhere = destinations.some(({ slug }) => slug === suggestion?.queue);
  const options = destinations.map(({ slug, name, line }) => {
    return { value: slug, label: t("deskTicket.transfer.queueLine", { name, line }) };
  });
  const area = (name: "known" | "tried" | "asked") => ({
    ...({ kind: "area", name, rows: 3, label: t(`deskTicket.transfer.${name}`) } as const),
    hint: t(`deskTicket.transfer.${name}Hint`),
    ...(name === "tried" ? { value: tried.map((step) => t(`deskTicket.tried.${step}`)).join(". ") } : {}),
  });
  return (
    <PortalFrame current={routes.desk()} density="desk" formId="transfer">
      <div className="act-page">
        <PageHeading
          back={{ href: routes.deskTicket(reference), label: t("deskTicket.transfer.back") }}
          kicker={
            <>
              <span className="reference">{reference}</span> {view.ticket.title}
            </>
          }
          lead={t("deskTicket.transfer.lead")}
        >
          {t("deskTicket.transfer.title")}
        </PageHeading>
        <LineSuggestion {...{ ctx, reference, tried, suggestion, isElsewhere }} />
        {options.length > 0 ? (
          <DeskForm
            id="transfer"
            action={transferAction}
            hidden={{ reference, version: String(version) }}
            fields={[
              {
                ...{ kind: "select", name: "queue", label: t("deskTicket.transfer.queue"), options },
                emptyLabel: t("deskTicket.transfer.queueEmpty"),
                ...(isElsewhere && suggestion ? { value: suggestion.queue } : {}),
              },
              { kind: "area", name: "reason", label: t("deskTicket.transfer.reason"), rows: 2 },
              ...(["known", "tried", "asked"] as const).map(area),
            ]}
            submit={{ label: t("deskTicket.transfer.submit") }}
            words={deskFormWords(ctx.language)}
            seen={seenFacts(given, turns)}
            typed={typed}
          />
        ) : (
          <p>{t("deskTicket.transfer.nowhere")}</p>
        )}
      </div>
    </PortalFrame>
  );
}
