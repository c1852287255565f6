import { ButtonLink, ButtonRow } from "@/app/_ui/button";
import { CheckAnswers } from "@/app/_ui/check-answers";
import { Icon } from "@/app/_ui/icon";
import type { Context } from "@/lib/base/context";
import { translator } from "@/lib/base/language";
import { personOf } from "@/lib/base/may";
import { routes } from "@/lib/base/routes";
import { type CommentRow, listComments } from "@/lib/tickets/list-comments";
import type { QueueRow } from "@/lib/tickets/list-queue";
import { nextActOnTicket } from "@/lib/tickets/next-act";
import { isOpen } from "@/lib/tickets/status";
import { takeAction } from "./actions";
import { DeskForm } from "./desk-form";
import { deskFormWords } from "./desk-form-words";
import { waitInWords } from "./due-words";
import { momentInWords } from "./moment";
import { Due, RowStatus } from "./queue-cells";

/** One ticket beside the queue: where it stands, what was said last, and the next thing to do. */
export async function TicketPanel({ ctx, row }: { ctx: Context; row: QueueRow }) {
  const t = translator(ctx.language);
  const said = await listComments(ctx, row.reference);
  const canTake = !row.assignee && isOpen(row.status);
  return (
    <>
      <h2 className="text-title">
        <span className="reference">{row.reference}</span> {row.title}
      </h2>
      <div className="desk-marks">
        <RowStatus ctx={ctx} row={row} />
        <Due ctx={ctx} row={row} />
      </div>
      <p className="desk-turn">
        <Icon name="chevron-right" />
        <span>{nextInWords(ctx, row, said)}</span>
      </p>
      {canTake && (
        <DeskForm
          id={`take-${row.reference}`}
          action={takeAction}
          hidden={{ reference: row.reference, assignee: personOf(ctx).email }}
          submit={{ label: t("queue.panel.take"), icon: "user" }}
          words={deskFormWords(ctx.language)}
          dataKey="assign"
        />
      )}
      <ButtonRow>
        <ButtonLink dataKey="open" kind={canTake ? "quiet" : "primary"} href={routes.deskTicket(row.reference)}>
          {t("queue.panel.open")}
        </ButtonLink>
      </ButtonRow>
      <h3 className="desk-heading">{t("queue.panel.last")}</h3>
      <LastSaid ctx={ctx} said={said} />
      <h3 className="desk-heading">{t("queue.panel.facts")}</h3>
      <Facts ctx={ctx} row={row} />
    </>
  );
}

function nextInWords(ctx: Context, row: QueueRow, said: readonly CommentRow[]): string {
  const next = nextActOnTicket({
    ...{ status: row.status, isMine: row.isMine, hasAssignee: row.assignee !== null },
    isAnswered:
      row.target !== "response" ||
      said.some(({ visibility, author }) => visibility === "public" && author !== row.requester),
    isLate: row.clock.state === "breached",
  });
  const t = translator(ctx.language);
  const name = (next === "theirs" ? row.assignee : row.requester) ?? t("queue.row.protected");
  return t(`queue.panel.next.${next}`, { name, who: row.pause ? waitInWords(ctx, row.pause) : "" });
}

function LastSaid({ ctx, said }: { ctx: Context; said: readonly CommentRow[] }) {
  const t = translator(ctx.language);
  const last = said.at(-1);
  if (!last) return <p className="text-ink-quiet">{t("queue.panel.nothing")}</p>;
  const name = last.author ?? t("queue.panel.someone");
  return (
    <div className="desk-said" data-kind={last.visibility === "internal" ? "internal" : undefined}>
      <p className="desk-said-head">
        <strong>{t("queue.panel.lastFrom", { name, when: momentInWords(last.createdAt, ctx) })}</strong>
        {last.visibility === "internal" && <span>{t("words.visibility.internal")}</span>}
      </p>
      <p className="desk-said-body queue-said">{last.body}</p>
    </div>
  );
}

function Facts({ ctx, row }: { ctx: Context; row: QueueRow }) {
  const t = translator(ctx.language);
  const facts = [
    { key: "requester", value: `${row.requester ?? t("queue.row.protected")}, ${row.unit}` },
    { key: "assignee", value: row.assignee ?? t("queue.row.nobody") },
    { key: "queue", value: `${row.queue}, ${t("queue.row.lineLong", { line: row.line })}` },
    { key: "category", value: row.category },
    { key: "priority", value: String(row.priority) },
    { key: "device", value: row.device ?? "" },
    { key: "received", value: momentInWords(row.receivedAt, ctx) },
  ] as const;
  return (
    <CheckAnswers
      language={ctx.language}
      answers={facts
        .filter(({ value }) => value !== "")
        .map(({ key, value }) => ({ label: t(`queue.panel.${key}`), value }))}
    />
  );
}
