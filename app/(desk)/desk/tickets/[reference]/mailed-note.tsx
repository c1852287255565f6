import "../../mail/mail.css";
import { Status } from "@/app/_ui/status";
import type { Context } from "@/lib/base/context";
import { translator } from "@/lib/base/language";
import { routes } from "@/lib/base/routes";
import type { TicketMail } from "@/lib/intake/get-ticket-mail";
import type { CommentRow } from "@/lib/tickets/list-comments";

type Brought = NonNullable<CommentRow["mail"]>;
export type Mailed = Omit<Brought, "supplier"> & { supplier?: Brought["supplier"] };
export type ConversationMail = TicketMail & { ofMessage: ReadonlyMap<string, Brought | null> };

/** From whom a mail says it is, and what was folded away: its quoted history, and its HTML cleaned. */
export function MailedNote({ ctx, mail }: { ctx: Context; mail: Mailed }) {
  const t = translator(ctx.language);
  const { isProven, quoted, html, supplier } = mail;
  const sender = mail.senderName ? `${mail.senderName} <${mail.sender}>` : mail.sender;
  return (
    <div className="said-mail">
      {supplier && <p>{t("deskTicket.mail.supplier", { supplier })}</p>}
      {isProven ? (
        <p className="text-ink-quiet">{t("deskTicket.mail.proven", { sender })}</p>
      ) : (
        <p>
          <Status tone="soon">{t("deskTicket.mail.unproven", { sender })}</Status>
        </p>
      )}
      {quoted.trim() && (
        <details className="desk-act">
          <summary>{t("intake.read.quoted")}</summary>
          <p className="said-body">{quoted.trim()}</p>
        </details>
      )}
      {html && (
        <details className="desk-act">
          <summary>{t("intake.read.html")}</summary>
          <iframe className="mail-frame" sandbox="" srcDoc={html} title={t("intake.read.html")} />
        </details>
      )}
    </div>
  );
}

/** What else came by mail: a ticket that it named without a right to it, and machines' answers. */
export function BesideMail({ ctx, mail: { suggested, automatic } }: { ctx: Context; mail: TicketMail }) {
  const t = translator(ctx.language);
  return (
    <>
      {suggested && (
        <p className="said-mail">
          <a href={routes.deskTicket(suggested)}>{t("deskTicket.mail.suggested", { reference: suggested })}</a>
        </p>
      )}
      {automatic.length > 0 && (
        <p className="said-mail">
          <a href={routes.deskMail({ view: "ignored" })}>
            {t("deskTicket.mail.automatic", { count: automatic.length })}
          </a>
        </p>
      )}
    </>
  );
}
