import { Icon } from "@/app/_ui/icon";
import type { Context } from "@/lib/base/context";
import { translator } from "@/lib/base/language";
import { routes } from "@/lib/base/routes";
import type { Message, Turn } from "@/lib/tickets/conversation";
import type { Transfer } from "@/lib/tickets/list-transfers";
import { momentInWords } from "../../moment";
import { ActLine } from "./act-line";
import { foldOf } from "./fold";
import { BesideMail, type ConversationMail, type Mailed, MailedNote } from "./mailed-note";
import type { DeskTicket } from "./ticket-context";

export type Told = { turns: readonly Turn[]; transfers: readonly Transfer[]; mail: ConversationMail };

/** What was said, as it was said, with what was done between; oldest first. The middle of a long story is folded. */
export function Conversation({ ctx, view, parties, turns, transfers, mail }: DeskTicket & Told) {
  const t = translator(ctx.language);
  const { begin, folded, end } = foldOf(turns);
  const line = (turn: Turn) =>
    turn.kind === "message" ? (
      <Said key={turn.id} {...{ ctx, view, parties }} message={turn} mail={mail.ofMessage.get(turn.id) ?? null} />
    ) : (
      <ActLine key={turn.id} ctx={ctx} act={turn} transfer={transferOf(turn, transfers)} />
    );
  return (
    <section className="desk-section" aria-labelledby="talk">
      <h2 id="talk" className="desk-heading">
        {t("deskTicket.talk.heading")}
      </h2>
      <ol className="talk" aria-label={t("deskTicket.talk.heading")}>
        <Asked {...{ ctx, view, parties, mail }} />
        {begin.map(line)}
        {folded.length > 0 && (
          <li>
            <details className="talk-folded">
              <summary>{t("deskTicket.talk.folded", { count: folded.length })}</summary>
              <ol className="talk">{folded.map(line)}</ol>
            </details>
          </li>
        )}
        {end.map(line)}
      </ol>
    </section>
  );
}

/** What it is about, in the words it was opened with. */
function Asked({ ctx, view, parties, mail }: DeskTicket & { mail: ConversationMail }) {
  const t = translator(ctx.language);
  const { ticket } = view;
  return (
    <li className="said" data-kind="from">
      <Head
        {...{ ctx, at: ticket.receivedAt, kind: "from" }}
        author={parties.requester.name ?? t("deskTicket.protected")}
      />
      <p className="said-body">{ticket.description || ticket.title}</p>
      {mail.opened && <MailedNote ctx={ctx} mail={mail.opened} />}
      <BesideMail ctx={ctx} mail={mail} />
    </li>
  );
}

function Said({ ctx, view, parties, message, mail }: DeskTicket & { message: Message; mail: Mailed | null }) {
  const t = translator(ctx.language);
  const isInternal = message.visibility === "internal";
  const kind = isInternal ? "internal" : message.authorId === parties.requester.personId ? "from" : "sent";
  const author = message.author ?? t(message.isHidden ? "deskTicket.protected" : "desk.talk.portal");
  return (
    <li id={`message-${message.id}`} className="said" data-kind={kind}>
      <Head {...{ ctx, at: message.at, kind, author }} />
      <p className="said-body">{message.body}</p>
      {mail && <MailedNote ctx={ctx} mail={mail} />}
      {kind === "from" && (
        <p className="said-acts">
          <a href={routes.deskSplit(view.ticket.reference, message.id)}>{t("deskTicket.split.link")}</a>
        </p>
      )}
    </li>
  );
}

type HeadProps = { ctx: Context; kind: "from" | "sent" | "internal"; at: Date; author: string };

function Head({ ctx, kind, at, author }: HeadProps) {
  const t = translator(ctx.language);
  return (
    <p className="said-head">
      <strong>{author}</strong>
      <span className="said-kind">
        <Icon name={kind === "internal" ? "square-pen" : kind === "sent" ? "mail" : "message-square"} />
        {t(`deskTicket.talk.${kind}`)}
      </span>
      <time dateTime={at.toISOString()}>{momentInWords(at, ctx)}</time>
    </p>
  );
}

/** The note that went with it: the same instant, queue to queue. */
function transferOf(turn: Turn, transfers: readonly Transfer[]): Transfer | null {
  if (turn.kind !== "act" || turn.event !== "tickets.transferred") return null;
  return transfers.find((each) => each.at.getTime() === turn.at.getTime()) ?? null;
}
