import { Banner } from "@/app/_ui/banner";
import { Icon } from "@/app/_ui/icon";
import { translator } from "@/lib/base/language";
import { routes } from "@/lib/base/routes";
import type { Answer } from "@/lib/desk/list-answers";
import { recipientsOf } from "@/lib/desk/recipients";
import type { TicketDraft } from "@/lib/desk/ticket-drafts";
import type { Message } from "@/lib/tickets/conversation";
import { momentInWords } from "../../moment";
import { ComposeForm } from "./compose-form";
import { composeWords, draftInWords } from "./compose-words";
import { insertAnswerAction, sendReplyAction } from "./talk-actions";
import type { DeskTicket } from "./ticket-context";

type ReplyProps = DeskTicket & {
  draft: TicketDraft | null;
  typed: string | undefined;
  answers: readonly Answer[];
  /** The public messages, oldest first. */
  messages: readonly Message[];
};

/** Below the conversation, where it goes on: what is written here reaches the requester, and whoever else is named beside the button. */
export function TicketReply({ ctx, view, parties, draft, typed, answers, messages }: ReplyProps) {
  const t = translator(ctx.language);
  const name = parties.requester.name ?? t("deskTicket.protected");
  return (
    <section className="desk-section reply-place" aria-labelledby="reply-heading">
      <h2 id="reply-heading" className="desk-heading">
        <Icon name="mail" /> {t("deskTicket.reply.heading", { name })}
      </h2>
      <ComposeForm
        writing="reply"
        reference={view.ticket.reference}
        action={sendReplyAction}
        lastRead={messages.at(-1)?.id ?? "none"}
        draft={draftInWords(ctx, draft)}
        draftAt={routes.api.ticketDraft()}
        typed={typed}
        answers={{
          options: answers.map(({ id, name: label }) => ({ value: id, label })),
          action: insertAnswerAction,
        }}
        words={composeWords(ctx, "reply")}
        kind="quiet"
        icon="mail"
        newest={<Newest ctx={ctx} parties={parties} messages={messages} />}
      >
        <Recipients {...{ ctx, view, parties }} />
      </ComposeForm>
      <p className="reply-answers">
        <a href={routes.deskAnswers()}>{t("deskTicket.reply.editAnswers")}</a>
      </p>
    </section>
  );
}

function Recipients({ ctx, parties }: DeskTicket) {
  const t = translator(ctx.language);
  return (
    <div className="compose-to">
      <p id="reply-to">{t("deskTicket.reply.to")}</p>
      <ul aria-labelledby="reply-to">
        {recipientsOf(parties, ctx.organisation).map(({ name, email, isExternal }) => (
          <li key={email ?? name} data-external={isExternal || undefined}>
            <span>{[name ?? t("deskTicket.protected"), email].filter(Boolean).join(", ")}</span>
            {isExternal && (
              <strong>
                <Icon name="external-link" /> {t("deskTicket.reply.external")}
              </strong>
            )}
          </li>
        ))}
      </ul>
    </div>
  );
}

/** The message that came while the reply was written, to be read before it is sent. */
function Newest({ ctx, messages }: Pick<ReplyProps, "ctx" | "parties" | "messages">) {
  const t = translator(ctx.language);
  const newest = messages.findLast(({ authorId }) => ctx.actor.kind !== "person" || authorId !== ctx.actor.personId);
  return (
    <Banner tone="problem" heading={t("tickets.newMessage")}>
      {newest && (
        <blockquote className="newest">
          <p className="newest-head">
            {newest.author ?? t("deskTicket.protected")} · {momentInWords(newest.at, ctx)}
          </p>
          <p className="said-body">{newest.body}</p>
        </blockquote>
      )}
      <p>{t("deskTicket.reply.readFirst")}</p>
    </Banner>
  );
}
