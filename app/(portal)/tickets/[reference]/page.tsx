import type { Metadata } from "next";
import { CopyReference } from "@/app/_ui/copy-reference";
import { describeStatus } from "@/app/_ui/describe-status";
import { PageHeading } from "@/app/_ui/page-heading";
import { Status } from "@/app/_ui/status";
import { translator } from "@/lib/base/language";
import { routes } from "@/lib/base/routes";
import { isOpen } from "@/lib/tickets/status";
import { pageContext, signedInContext } from "@/lib/web/session";
import { Attachments } from "../../attachments";
import { pageTitle } from "../../page-title";
import { PortalFrame } from "../../portal-frame";
import { Visit } from "../../visit";
import { Ended } from "./ended";
import { ReplyForm } from "./reply-form";
import { shownTicket } from "./shown-ticket";
import { Solved } from "./solved";
import { Story } from "./story";
import { TicketFacts } from "./ticket-facts";
import { TicketTurnPanel } from "./ticket-turn-panel";

type Address = { params: Promise<{ reference: string }>; searchParams: Promise<{ draft?: string | string[] }> };

export async function generateMetadata({ params }: Address): Promise<Metadata> {
  const { language } = await pageContext();
  return pageTitle(translator(language)("report.ticket.title", { reference: (await params).reference }));
}

/** One of one's own tickets: whose turn, what was said and done, and what may be done now. */
export default async function TicketPage({ params, searchParams }: Address) {
  const ctx = await signedInContext();
  const t = translator(ctx.language);
  const { reference } = await params;
  const view = await shownTicket(ctx, reference);
  const { status } = view.ticket;
  const isMyTurn = status === "paused" && view.pause?.waitingFor === "requester";
  const { draft } = await searchParams;
  const reply = <ReplyForm ctx={ctx} view={view} draft={typeof draft === "string" ? draft : ""} isPrimary={isMyTurn} />;
  return (
    <PortalFrame current={routes.tickets()} {...(status === "resolved" ? {} : { formId: "reply" })}>
      <PageHeading
        back={{ href: routes.tickets(), label: t("report.mine.title") }}
        kicker={
          <>
            {t("report.ticket.reference")}{" "}
            <CopyReference
              number={reference}
              labels={{ copy: t("ui.reference.copy"), copied: t("ui.reference.copied") }}
            />
          </>
        }
        beside={<Status {...describeStatus("ticketStatus", status, ctx.language)} />}
      >
        {view.ticket.title}
      </PageHeading>
      <TicketTurnPanel ctx={ctx} view={view}>
        {isMyTurn && reply}
      </TicketTurnPanel>
      {status === "resolved" && <Ended ctx={ctx} view={view} />}
      <Story ctx={ctx} view={view} />
      {!isMyTurn && status !== "resolved" && reply}
      <Attachments ctx={ctx} reference={reference} mayAdd={isOpen(status)} />
      {isOpen(status) && <Solved ctx={ctx} reference={reference} />}
      {isOpen(status) && <Visit ctx={ctx} reference={reference} />}
      <TicketFacts ctx={ctx} view={view} />
    </PortalFrame>
  );
}
