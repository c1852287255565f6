import type { Metadata } from "next";
import { redirect } from "next/navigation";
import { PageHeading } from "@/app/_ui/page-heading";
import { fieldWords, formWords } from "@/app/_ui/ui-words";
import { translator } from "@/lib/base/language";
import { routes } from "@/lib/base/routes";
import { isOpen } from "@/lib/tickets/status";
import { pageContext, signedInContext } from "@/lib/web/session";
import { typedBefore } from "@/lib/web/typed-before";
import { TextForm } from "../../../orders/text-form";
import { pageTitle } from "../../../page-title";
import { PortalFrame } from "../../../portal-frame";
import { cancelTicketAction } from "../../actions";
import { shownTicket } from "../shown-ticket";

type Address = { params: Promise<{ reference: string }>; searchParams: Promise<{ draft?: string | string[] }> };

export async function generateMetadata({ params }: Address): Promise<Metadata> {
  const { language } = await pageContext();
  return pageTitle(translator(language)("report.cancel.title", { reference: (await params).reference }));
}

/** Why it is taken back, before it is. */
export default async function CancelTicketPage({ params, searchParams }: Address) {
  const ctx = await signedInContext();
  const t = translator(ctx.language);
  const { reference } = await params;
  const { ticket } = await shownTicket(ctx, reference);
  if (!isOpen(ticket.status)) redirect(routes.ticket(reference));
  const { draft } = await searchParams;
  const typed = await typedBefore(ctx, typeof draft === "string" ? draft : undefined);
  return (
    <PortalFrame current={routes.tickets()} formId="cancel">
      <TextForm
        id="cancel"
        action={cancelTicketAction}
        about={{ reference }}
        name="reason"
        kind="dangerous"
        typed={typed?.reason?.[0]}
        wayBack={{ href: routes.ticket(reference), label: t("report.cancel.keep") }}
        text={{
          ...{ ...formWords(ctx.language), ...fieldWords(ctx.language), unreachable: t("report.reply.unreachable") },
          ...{ label: t("report.cancel.label"), send: t("report.cancel.send") },
        }}
      >
        <PageHeading back={{ href: routes.ticket(reference), label: ticket.title }} kicker={reference}>
          {t("report.cancel.heading")}
        </PageHeading>
        <p>{t("report.cancel.text")}</p>
      </TextForm>
    </PortalFrame>
  );
}
