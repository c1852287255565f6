import { describeStatus } from "@/app/_ui/describe-status";
import { EmptyState } from "@/app/_ui/empty-state";
import { Status } from "@/app/_ui/status";
import { type Column, Table } from "@/app/_ui/table";
import type { Context } from "@/lib/base/context";
import { type Translate, translator } from "@/lib/base/language";
import { routes } from "@/lib/base/routes";
import type { ListedLetter } from "@/lib/intake/list-letters";
import { momentInWords } from "../moment";
import { Older } from "./older";

type LettersTableProps = { ctx: Context; view: "sent" | "troubled"; rows: ListedLetter[] };

/** Every letter that was tried, and why one was not sent. Never what it says. */
export function LettersTable({ ctx, view, rows }: LettersTableProps) {
  const t = translator(ctx.language);
  if (rows.length === 0) return <EmptyState heading={t("intake.empty.heading")}>{t("intake.empty.text")}</EmptyState>;
  const columns: Column<ListedLetter>[] = [
    { key: "to", heading: t("intake.column.to"), isRowHeading: true, cell: ({ toAddress }) => toAddress },
    { key: "kind", heading: t("intake.column.kind"), cell: ({ kind }) => t(`intake.letter.${kindOf(kind)}`) },
    {
      key: "ticket",
      heading: t("intake.column.ticket"),
      isNarrow: true,
      cell: ({ reference }) => reference && <a href={routes.deskTicket(reference)}>{reference}</a>,
    },
    { key: "status", heading: t("intake.column.status"), cell: (letter) => <LetterStatus ctx={ctx} letter={letter} /> },
    { key: "why", heading: t("intake.column.why"), cell: (letter) => whyOf(t, letter) },
    {
      key: "at",
      heading: t("intake.column.written"),
      isNarrow: true,
      cell: ({ createdAt }) => momentInWords(createdAt, ctx),
    },
  ];
  return (
    <>
      <Table
        caption={t(`intake.views.${view}`)}
        isCaptionHidden
        language={ctx.language}
        columns={columns}
        rows={rows}
        keyOf={({ id }) => id}
      />
      <Older ctx={ctx} view={view} last={rows.at(-1)?.createdAt} count={rows.length} />
    </>
  );
}

function LetterStatus({ ctx, letter }: { ctx: Context; letter: ListedLetter }) {
  if (letter.bouncedAt) return <Status tone="broken">{translator(ctx.language)("intake.bounced")}</Status>;
  return <Status {...describeStatus("letterStatus", letter.status, ctx.language)} />;
}

function kindOf(kind: string): "reply" | "canary" | "supplier" | "ticket" | "order" {
  const own = { "ticket.reply": "reply", "mail.canary": "canary", "ticket.supplier": "supplier" } as const;
  return own[kind as keyof typeof own] ?? (kind.startsWith("ticket.") ? "ticket" : "order");
}

function whyOf(t: Translate, { heldBecause, status, lastError }: ListedLetter): string {
  if (heldBecause === null) return status === "sent" ? "" : (lastError ?? "");
  const reason = t(`intake.hold.${heldBecause}`);
  return status === "queued" ? t("intake.waitsTo", { reason }) : reason;
}
