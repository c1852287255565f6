import "../ticket.css";
import type { Metadata } from "next";
import { notFound } from "next/navigation";
import { PageHeading } from "@/app/_ui/page-heading";
import { pageTitle } from "@/app/(portal)/page-title";
import { PortalFrame } from "@/app/(portal)/portal-frame";
import { translator } from "@/lib/base/language";
import { routes } from "@/lib/base/routes";
import { listCategories } from "@/lib/tickets/categories";
import { listConversation } from "@/lib/tickets/conversation";
import { DeskForm } from "../../../desk-form";
import { deskFormWords } from "../../../desk-form-words";
import { ticketForAgent } from "../ticket-context";
import { splitAction } from "../work-actions";

type Asked = {
  params: Promise<{ reference: string }>;
  searchParams: Promise<Record<"comment", string | string[] | undefined>>;
};

export async function generateMetadata({ params }: Asked): Promise<Metadata> {
  const { ctx, view } = await ticketForAgent((await params).reference);
  return pageTitle(`${translator(ctx.language)("deskTicket.split.title")} ${view.ticket.reference}`);
}

/** One message becomes a ticket of its own. */
export default async function SplitPage({ params, searchParams }: Asked) {
  const { ctx, view } = await ticketForAgent((await params).reference);
  const t = translator(ctx.language);
  const { reference, version, category } = view.ticket;
  const { comment } = await searchParams;
  const [turns, categories] = await Promise.all([listConversation(ctx, reference), listCategories(ctx)]);
  const message = turns.find((turn) => turn.kind === "message" && turn.id === comment);
  if (message?.kind !== "message" || message.visibility !== "public") notFound();
  return (
    <PortalFrame current={routes.desk()} density="desk">
      <div className="act-page">
        <PageHeading
          back={{ href: routes.deskTicket(reference), label: t("deskTicket.transfer.back") }}
          kicker={
            <>
              <span className="reference">{reference}</span> {view.ticket.title}
            </>
          }
          lead={t("deskTicket.split.lead")}
        >
          {t("deskTicket.split.title")}
        </PageHeading>
        <blockquote className="newest said-body">{message.body}</blockquote>
        <DeskForm
          id="split"
          action={splitAction}
          hidden={{ reference, version: String(version), comment: message.id }}
          fields={[
            { kind: "text", name: "title", label: t("deskTicket.split.name") },
            {
              ...{ kind: "select", name: "category", label: t("deskTicket.facts.category"), value: category },
              options: categories.map(({ path, name }) => ({ value: path, label: name })),
            },
          ]}
          submit={{ label: t("deskTicket.split.submit") }}
          words={deskFormWords(ctx.language)}
        />
      </div>
    </PortalFrame>
  );
}
