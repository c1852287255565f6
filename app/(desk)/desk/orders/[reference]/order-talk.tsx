import { Icon } from "@/app/_ui/icon";
import type { Context } from "@/lib/base/context";
import { translator } from "@/lib/base/language";
import type { OrderView } from "@/lib/orders/queries";
import type { CommentRow } from "@/lib/tickets/list-comments";
import type { Typed } from "@/lib/web/form-content";
import { DeskForm } from "../../desk-form";
import { deskFormWords } from "../../desk-form-words";
import { momentInWords } from "../../moment";
import { saveNoteAction, sendMessageAction } from "./actions";

type TalkProps = { ctx: Context; view: OrderView; typed: Typed | null };

/** The conversation as it was held, and below it the form that reaches the requester. */
export function OrderTalk({ ctx, view, typed, comments }: TalkProps & { comments: readonly CommentRow[] }) {
  const t = translator(ctx.language);
  const { requester, order } = view;
  return (
    <section className="desk-section" aria-labelledby="talk">
      <h2 id="talk" className="desk-heading">
        {t("desk.talk.heading", { name: requester.name })}
      </h2>
      {comments.length > 0 ? (
        <ol className="desk-talk" aria-label={t("desk.talk.list")}>
          {comments.map((comment) => (
            <Said key={comment.id} ctx={ctx} view={view} comment={comment} />
          ))}
        </ol>
      ) : (
        <p className="text-ink-quiet">{t("desk.talk.empty")}</p>
      )}
      <div className="desk-message">
        <DeskForm
          id="message"
          action={sendMessageAction}
          hidden={{ reference: order.reference }}
          fields={[
            {
              ...{ kind: "area", name: "body", label: t("desk.talk.message", { name: requester.name }) },
              hint: t("desk.talk.messageHint", { email: requester.email }),
            },
          ]}
          submit={{ label: t("desk.talk.messageSubmit", { name: requester.name }), kind: "quiet", icon: "mail" }}
          words={deskFormWords(ctx.language)}
          typed={typed}
        />
      </div>
    </section>
  );
}

/** Beside the conversation, never in it: what is written here is sent to nobody. */
export function NoteForm({ ctx, view, typed }: TalkProps) {
  const t = translator(ctx.language);
  return (
    <section className="desk-note" aria-labelledby="note-heading">
      <h2 id="note-heading" className="desk-heading">
        <Icon name="square-pen" /> {t("desk.talk.deskOnly")}
      </h2>
      <DeskForm
        id="note"
        action={saveNoteAction}
        hidden={{ reference: view.order.reference }}
        fields={[{ kind: "area", name: "body", label: t("desk.talk.note"), hint: t("desk.talk.noteHint"), rows: 3 }]}
        submit={{ label: t("desk.talk.noteSubmit"), kind: "quiet" }}
        words={deskFormWords(ctx.language)}
        typed={typed}
      />
    </section>
  );
}

function Said({ ctx, view, comment }: { ctx: Context; view: OrderView; comment: CommentRow }) {
  const t = translator(ctx.language);
  const isInternal = comment.visibility === "internal";
  const kind = isInternal ? "internal" : comment.authorId === view.requester.id ? "from" : "sent";
  return (
    <li className="desk-said" data-kind={kind}>
      <p className="desk-said-head">
        <Icon name={isInternal ? "square-pen" : "message-square"} />
        <strong>{t(`desk.talk.${kind}`)}</strong>
        <span>
          {comment.author ?? t("desk.talk.portal")} ·{" "}
          <time dateTime={comment.createdAt.toISOString()}>{momentInWords(comment.createdAt, ctx)}</time>
        </span>
      </p>
      <p className="desk-said-body">{comment.body}</p>
    </li>
  );
}
