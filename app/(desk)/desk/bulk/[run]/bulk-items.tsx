import { Status } from "@/app/_ui/status";
import { type Column, Table } from "@/app/_ui/table";
import type { Context } from "@/lib/base/context";
import { type MessageKey, translator } from "@/lib/base/language";
import { routes } from "@/lib/base/routes";
import type { BulkView } from "@/lib/desk/get-bulk";
import { willDo } from "./will-do";

type Item = BulkView["items"][number];

const outcomes = {
  would: { tone: "information", icon: "circle-dashed" },
  done: { tone: "kept" },
  skipped: { tone: "soon", icon: "circle-minus" },
  pending: { tone: "neutral", icon: "clock" },
} as const;

/** Every ticket of the run: what is to happen with it or has, or why it is passed by. */
export function BulkItems({ ctx, view }: { ctx: Context; view: BulkView }) {
  const t = translator(ctx.language);
  const columns: Column<Item>[] = [
    {
      ...{ key: "reference", heading: t("queue.column.reference"), isRowHeading: true, isNarrow: true },
      cell: ({ item, row }) =>
        row ? (
          <a
            className="reference"
            href={row.orderStatus ? routes.deskOrder(item.reference) : routes.deskTicket(item.reference)}
          >
            {item.reference}
          </a>
        ) : (
          <span className="reference">{item.reference}</span>
        ),
    },
    { key: "title", heading: t("queue.column.title"), cell: ({ row }) => row?.title },
    {
      key: "outcome",
      heading: t("bulk.run.outcome"),
      isNarrow: true,
      cell: (each) => <Outcome ctx={ctx} view={view} {...each} />,
    },
    { key: "what", heading: t("bulk.run.what"), cell: (each) => whatOf(ctx, view, each) },
  ];
  return (
    <div className="desk-section bulk-list">
      <Table
        {...{
          caption: t("bulk.run.caption"),
          isCaptionHidden: true,
          language: ctx.language,
          columns,
          rows: view.items,
        }}
        keyOf={({ item }) => item.id}
      />
    </div>
  );
}

function Outcome({ ctx, view, item }: Item & { ctx: Context; view: BulkView }) {
  const t = translator(ctx.language);
  const isAhead = view.run.status === "prepared" && item.state === "pending";
  const outcome = isAhead ? (item.why ? "skipped" : "would") : item.state;
  const word = outcome === "skipped" && isAhead ? "wont" : outcome;
  return <Status {...outcomes[outcome]}>{t(`bulk.run.${word}`)}</Status>;
}

function whatOf(ctx: Context, { run }: BulkView, { item, row }: Item): string {
  const t = translator(ctx.language);
  const isStopped = item.state === "skipped" || (run.status === "prepared" && item.why);
  if (isStopped && item.why) return t(item.why.key as MessageKey, item.why.values);
  return run.status === "prepared" && row ? willDo(ctx, run, row) : "";
}
