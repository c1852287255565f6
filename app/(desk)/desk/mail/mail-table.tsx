import { EmptyState } from "@/app/_ui/empty-state";
import { type Column, Table } from "@/app/_ui/table";
import type { Context } from "@/lib/base/context";
import { translator } from "@/lib/base/language";
import { routes } from "@/lib/base/routes";
import type { ListedMail, MailView } from "@/lib/intake/list-mails";
import { momentInWords } from "../moment";
import { Older } from "./older";
import { reasonWords } from "./reason-words";

type MailTableProps = { ctx: Context; view: MailView; open: string | undefined; rows: ListedMail[] };

/** Mail that opened and changed nothing by itself, each with why. */
export function MailTable({ ctx, view, open, rows }: MailTableProps) {
  const t = translator(ctx.language);
  if (rows.length === 0) return <EmptyState heading={t("intake.empty.heading")}>{t("intake.empty.text")}</EmptyState>;
  return (
    <>
      <Table
        caption={t(`intake.views.${view}`)}
        isCaptionHidden
        language={ctx.language}
        columns={columnsOf(ctx, view)}
        rows={rows}
        keyOf={({ id }) => id}
        isCurrent={({ id }) => id === open}
      />
      <Older ctx={ctx} view={view} last={rows.at(-1)?.receivedAt} count={rows.length} />
    </>
  );
}

function columnsOf(ctx: Context, view: MailView): Column<ListedMail>[] {
  const t = translator(ctx.language);
  const subjectOf = ({ subject }: ListedMail) => subject || t("intake.noSubject");
  return [
    {
      key: "subject",
      heading: t("intake.column.subject"),
      isRowHeading: true,
      cell: (mail) => (
        <a href={routes.deskMail({ view, open: mail.id })} aria-label={t("intake.open", { subject: subjectOf(mail) })}>
          {subjectOf(mail)}
        </a>
      ),
    },
    {
      key: "from",
      heading: t("intake.column.from"),
      cell: ({ senderName, sender }) => (sender ? `${senderName || ""} <${sender}>`.trim() : t("intake.noSender")),
    },
    { key: "why", heading: t("intake.column.why"), cell: ({ reason }) => reasonWords(t, reason) },
    {
      key: "ticket",
      heading: t("intake.column.ticket"),
      isNarrow: true,
      cell: ({ reference }) => reference && <a href={routes.deskTicket(reference)}>{reference}</a>,
    },
    ...(view === "decided" ? [decisionColumn(ctx)] : []),
    {
      key: "at",
      heading: t("intake.column.at"),
      isNarrow: true,
      cell: ({ receivedAt }) => momentInWords(receivedAt, ctx),
    },
  ];
}

function decisionColumn({ language }: Context): Column<ListedMail> {
  const t = translator(language);
  const words = ({ decision, decidedReason }: ListedMail): string => {
    if (decision === "dismissed") return t("intake.decision.dismissed", { reason: decidedReason ?? "" });
    return decision === "opened" ? t("intake.decision.opened") : t("intake.decision.appended");
  };
  return { key: "decision", heading: t("intake.column.decision"), cell: words };
}
