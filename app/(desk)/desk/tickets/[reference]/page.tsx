import "./ticket.css";
import type { Metadata } from "next";
import { describeStatus } from "@/app/_ui/describe-status";
import { PageHeading } from "@/app/_ui/page-heading";
import { Status } from "@/app/_ui/status";
import { Attachments } from "@/app/(portal)/attachments";
import { pageTitle } from "@/app/(portal)/page-title";
import { PortalFrame } from "@/app/(portal)/portal-frame";
import { translator } from "@/lib/base/language";
import { routes } from "@/lib/base/routes";
import { GuideHintsDesk } from "../../guide-hints-desk";
import { PresenceLine } from "../../presence-line";
import { Satisfaction } from "../../satisfaction";
import { Conversation } from "./conversation";
import { DoneBanner } from "./done-banner";
import { LiveTicket } from "./live-ticket";
import { readTicketPage } from "./read-ticket-page";
import { TicketActs } from "./ticket-acts";
import { TicketChecklists } from "./ticket-checklists";
import { TicketClocks } from "./ticket-clocks";
import { ticketForAgent } from "./ticket-context";
import { TicketFacts } from "./ticket-facts";
import { TicketLinks } from "./ticket-links";
import { TicketNote } from "./ticket-note";
import { TicketReply } from "./ticket-reply";
import { TicketTime } from "./ticket-time";
import { TurnLine } from "./turn-line";

type Asked = {
  params: Promise<{ reference: string }>;
  searchParams: Promise<Record<"done" | "draft" | "inserted", string | string[] | undefined>>;
};

export async function generateMetadata({ params }: Asked): Promise<Metadata> {
  const { ticket } = (await ticketForAgent((await params).reference)).view;
  return pageTitle(`${ticket.reference} ${ticket.title}`);
}

/** One ticket as the desk works it: what was said and done on one side, what is known on the other. */
export default async function DeskTicketPage({ params, searchParams }: Asked) {
  const given = await ticketForAgent((await params).reference);
  const { ctx, view } = given;
  const { ticket } = view;
  const { done, draft, inserted } = await searchParams;
  const t = translator(ctx.language);
  const page = await readTicketPage(given, draft);
  return (
    <PortalFrame
      current={routes.desk()}
      density="desk"
      notices={<DoneBanner ctx={ctx} reference={ticket.reference} done={done} />}
    >
      <PageHeading
        back={{ href: routes.desk(), label: t("desk.order.back") }}
        kicker={<span className="reference">{ticket.reference}</span>}
      >
        {ticket.title}
      </PageHeading>
      <div className="desk-marks">
        <Status {...describeStatus("ticketStatus", ticket.status, ctx.language)} />
        {ticket.isConfidential && (
          <Status tone="broken" icon="key-round">
            {t("deskTicket.confidential")}
          </Status>
        )}
        {!ticket.serviceLevelId && <a href={routes.deskOrder(ticket.reference)}>{t("deskTicket.toOrder")}</a>}
      </div>
      <TurnLine {...given} isAsked={page.isAsked} />
      <TicketActs {...given} {...page} />
      <PresenceLine ctx={ctx} reference={ticket.reference} />
      <LiveTicket {...page.live} />
      <div className="desk-columns">
        <div>
          <Conversation {...given} turns={page.turns} transfers={page.transfers} mail={page.mail} />
          {page.mayReply && (
            <TicketReply
              key={`${page.lastOwn} ${inserted ?? ""}`}
              {...given}
              {...page.reply}
              answers={page.answers}
              messages={page.messages}
            />
          )}
          <Attachments ctx={ctx} reference={ticket.reference} mayAdd={page.mayReply} />
        </div>
        <div>
          <TicketClocks {...given} />
          <TicketNote key={page.lastOwn} {...given} {...page.note} />
          <section aria-labelledby="facts" className="desk-section">
            <h2 id="facts" className="desk-heading">
              {t("desk.order.facts")}
            </h2>
            <TicketFacts {...given} categories={page.categories} />
            <Satisfaction ctx={ctx} reference={ticket.reference} />
          </section>
          <GuideHintsDesk
            ctx={ctx}
            text={`${ticket.title}\n${ticket.description}`}
            category={ticket.category}
            reference={ticket.reference}
            replyFieldId="reply-body"
          />
          <TicketChecklists {...given} checklists={page.checklists} />
          <TicketLinks {...given} links={page.links} />
          <TicketTime {...given} time={page.time} />
        </div>
      </div>
    </PortalFrame>
  );
}
