import { fieldWords, formWords } from "@/app/_ui/ui-words";
import type { Context } from "@/lib/base/context";
import { formatInstant } from "@/lib/base/format";
import { translator } from "@/lib/base/language";
import { personOf } from "@/lib/base/may";
import { type CommentRow, listComments } from "@/lib/tickets/list-comments";
import { typedBefore } from "@/lib/web/typed-before";
import { writeMessageAction } from "../actions";
import { TextForm } from "../text-form";

/** What the requester and the servicedesk have written to each other, and the next message. */
export async function Conversation({ ctx, reference, draft }: { ctx: Context; reference: string; draft: string }) {
  const t = translator(ctx.language);
  const all = (await listComments(ctx, reference)).filter(({ visibility }) => visibility === "public");
  const typed = await typedBefore(ctx, draft);
  return (
    <section aria-labelledby="conversation" className="mt-12">
      <h2 id="conversation" className="mb-4 text-title">
        {t("order.message.heading")}
      </h2>
      {all.length === 0 ? (
        <p className="text-ink-quiet">{t("order.message.none")}</p>
      ) : (
        <ol className="grid max-w-[44rem] gap-4">
          {all.map((comment) => (
            <Message key={comment.id} ctx={ctx} comment={comment} />
          ))}
        </ol>
      )}
      <TextForm
        id="message"
        action={writeMessageAction}
        about={{ reference }}
        name="body"
        kind="quiet"
        typed={typed?.body?.[0]}
        text={{
          ...{ ...formWords(ctx.language), ...fieldWords(ctx.language), unreachable: t("order.unreachable") },
          ...{ label: t("order.message.label"), hint: t("order.message.hint"), send: t("order.message.send") },
          done: t("order.message.done"),
        }}
      />
    </section>
  );
}

function Message({ ctx, comment }: { ctx: Context; comment: CommentRow }) {
  const { language, organisation } = ctx;
  const isMine = comment.authorId === personOf(ctx).personId;
  return (
    <li
      className={`rounded-corner border border-hairline px-5 py-4 ${isMine ? "bg-sheet tablet:ml-12" : "bg-accent-wash tablet:mr-12"}`}
    >
      <p className="text-plain text-ink-quiet">
        <span className="font-strong text-ink">{comment.author ?? translator(language)("order.timeline.portal")}</span>{" "}
        <time dateTime={comment.createdAt.toISOString()}>
          {formatInstant(comment.createdAt, { language, timeZone: organisation.timeZone })}
        </time>
      </p>
      <p className="mt-1 whitespace-pre-line">{comment.body}</p>
    </li>
  );
}
