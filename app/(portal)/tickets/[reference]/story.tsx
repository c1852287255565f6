import { Icon } from "@/app/_ui/icon";
import type { Context } from "@/lib/base/context";
import { formatInstant } from "@/lib/base/format";
import { translator } from "@/lib/base/language";
import { personOf } from "@/lib/base/may";
import { listComments } from "@/lib/tickets/list-comments";
import type { TicketView } from "@/lib/tickets/queries";
import { type StoryPart, storyOf } from "@/lib/tickets/story";
import { listTicketHistory } from "@/lib/tickets/ticket-history";

const actsAtMost = 500;

/** The conversation with what was done between, oldest first; it begins with what was asked. */
export async function Story({ ctx, view: { ticket } }: { ctx: Context; view: TicketView }) {
  const t = translator(ctx.language);
  const comments = await listComments(ctx, ticket.reference);
  const { items } = await listTicketHistory(ctx, ticket.reference, { limit: actsAtMost });
  const parts = storyOf(comments, items, ctx.language);
  const asked: StoryPart = {
    ...{ kind: "message", key: "asked", at: ticket.receivedAt, author: null, authorId: ticket.requesterId },
    body: ticket.description || ticket.title,
  };
  return (
    <section aria-labelledby="story" className="mt-12">
      <h2 id="story" className="mb-4 text-title">
        {t("report.ticket.conversation")}
      </h2>
      <ol className="grid max-w-[44rem] gap-4">
        {[asked, ...parts].map((part) =>
          part.kind === "message" ? (
            <Message key={part.key} ctx={ctx} part={part} />
          ) : (
            <Happening key={part.key} ctx={ctx} part={part} />
          ),
        )}
      </ol>
    </section>
  );
}

type MessageProps = { ctx: Context; part: StoryPart & { kind: "message" } };

function Message({ ctx, part: { key, at, author, authorId, body } }: MessageProps) {
  const t = translator(ctx.language);
  const isMine = authorId === personOf(ctx).personId;
  return (
    <li
      id={key}
      className={`rounded-corner border border-hairline px-5 py-4 ${isMine ? "bg-sheet tablet:ml-12" : "bg-accent-wash tablet:mr-12"}`}
    >
      <p className="text-plain text-ink-quiet">
        <span className="font-strong text-ink">
          {isMine ? t("report.ticket.you") : (author ?? t("report.ticket.portal"))}
        </span>{" "}
        <When ctx={ctx} at={at} />
      </p>
      <p className="mt-1 whitespace-pre-line wrap-anywhere">{body}</p>
    </li>
  );
}

function Happening({ ctx, part }: { ctx: Context; part: StoryPart & { kind: "act" } }) {
  return (
    <li className="flex items-baseline gap-3 px-5">
      <Icon name="circle-dot" className="translate-y-[0.15em] text-ink-quiet" />
      <div className="min-w-0">
        <p>
          {part.words}{" "}
          <span className="text-plain text-ink-quiet">
            <When ctx={ctx} at={part.at} />
          </span>
        </p>
        {part.detail && <p className="whitespace-pre-line wrap-anywhere">{part.detail}</p>}
      </div>
    </li>
  );
}

function When({ ctx: { language, organisation }, at }: { ctx: Context; at: Date }) {
  return <time dateTime={at.toISOString()}>{formatInstant(at, { language, timeZone: organisation.timeZone })}</time>;
}
