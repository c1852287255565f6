import Link from "next/link";
import { describeStatus } from "@/app/_ui/describe-status";
import { Status } from "@/app/_ui/status";
import { type Column, Table } from "@/app/_ui/table";
import type { Context } from "@/lib/base/context";
import { translator } from "@/lib/base/language";
import { routes } from "@/lib/base/routes";
import type { OrderSummary } from "@/lib/orders/queries";
import { queueTurn } from "@/lib/orders/queue-turn";
import { clockOfRow, RowSpark } from "./clock-cell";
import { type QueueQuery, queueHref } from "./queue-query";

type QueueTableProps = { ctx: Context; query: QueueQuery; rows: readonly OrderSummary[] };

/** One order a row. A row that cannot be left as it is has a coloured edge. */
export function QueueTable({ ctx, query, rows }: QueueTableProps) {
  const t = translator(ctx.language);
  const view = t(`desk.views.${query.view}`);
  return (
    <Table
      caption={t(query.view === "all" ? "desk.queue.captionNewest" : "desk.queue.caption", { view })}
      isCaptionHidden
      language={ctx.language}
      columns={columnsOf(ctx, query)}
      rows={rows}
      keyOf={(row) => row.id}
      toneOf={(row) => (row.hasFailedTask ? "broken" : toneOf(ctx, row))}
      isCurrent={(row) => row.reference === query.open}
    />
  );
}

function toneOf(ctx: Context, row: OrderSummary) {
  const tone = clockOfRow(ctx, row)?.tone;
  return tone === "soon" || tone === "broken" ? tone : undefined;
}

function columnsOf(ctx: Context, query: QueueQuery): Column<OrderSummary>[] {
  const t = translator(ctx.language);
  return [
    {
      ...{ key: "reference", heading: t("desk.queue.reference"), isRowHeading: true, isNarrow: true },
      cell: (row) => <RowLink row={row} query={query} />,
    },
    { key: "what", heading: t("desk.queue.what"), cell: (row) => <span className="desk-title">{row.title}</span> },
    {
      ...{ key: "who", heading: t("desk.queue.who") },
      cell: (row) => (
        <span className="desk-title">
          {row.requester} <span className="text-ink-quiet">{row.unit}</span>
        </span>
      ),
    },
    {
      ...{ key: "status", heading: t("desk.queue.status"), isNarrow: true },
      cell: (row) =>
        row.hasFailedTask ? (
          <Status tone="broken">{t("desk.queue.failed")}</Status>
        ) : (
          <Status {...describeStatus("orderStatus", row.status, ctx.language)} />
        ),
    },
    { key: "turn", heading: t("desk.queue.turn"), isNarrow: true, cell: (row) => t(`desk.turn.${queueTurn(row)}`) },
    {
      ...{ key: "clock", heading: t("desk.queue.clock"), isNarrow: true },
      cell: (row) => <ClockWords ctx={ctx} row={row} />,
    },
    {
      ...{ key: "promise", heading: t("desk.queue.promise"), isNarrow: true },
      cell: (row) => <RowSpark ctx={ctx} row={row} />,
    },
  ];
}

function ClockWords({ ctx, row }: { ctx: Context; row: OrderSummary }) {
  const clock = clockOfRow(ctx, row);
  return clock ? (
    <span className="desk-clock" data-tone={clock.tone}>
      {clock.words}
    </span>
  ) : null;
}

/** Beside the queue where there is room for it, else on a page of its own: one link of the two is there, by width. */
function RowLink({ row, query }: { row: OrderSummary; query: QueueQuery }) {
  const { reference } = row;
  return (
    <>
      <Link
        href={queueHref(query, { open: reference })}
        scroll={false}
        prefetch={false}
        className="reference desk-wide"
      >
        {reference}
      </Link>
      <a href={routes.deskOrder(reference)} className="reference desk-narrow">
        {reference}
      </a>
    </>
  );
}
