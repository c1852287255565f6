import Link from "next/link";
import { tableRoles } from "@/app/_ui/table-roles";
import type { Context } from "@/lib/base/context";
import { translator } from "@/lib/base/language";
import { routes } from "@/lib/base/routes";
import type { ColumnName } from "@/lib/desk/queue-column-names";
import type { QueueRow } from "@/lib/tickets/list-queue";
import { dueInWords } from "./due-words";
import { cells } from "./queue-cells";
import { QueueLive } from "./queue-live";
import { listParams, type QueueQuery, queueHref } from "./queue-query";

type QueueTableProps = {
  ctx: Context;
  query: QueueQuery;
  rows: readonly QueueRow[];
  columns: readonly ColumnName[];
  categories: ReadonlyMap<string, string>;
};

/** One ticket a row, each made whole here; the island only decides when a row made anew is shown. */
export function QueueTable(props: QueueTableProps) {
  const { ctx, query, rows, columns } = props;
  const t = translator(ctx.language);
  const heading = (name: ColumnName | "reference" | "title") => t(`queue.column.${name}`);
  const head = (
    <tr {...tableRoles.row}>
      <td {...tableRoles.cell} className="table-choose" />
      {(["reference", "title", ...columns] as const).map((name) => (
        <th key={name} {...tableRoles.columnheader} scope="col" data-column={name}>
          {heading(name)}
        </th>
      ))}
    </tr>
  );
  const list = listParams(query).toString() + (query.cursor?.id ?? "");
  return (
    <QueueLive
      key={`${list} ${columns.join()} ${query.isAll}`}
      caption={t(`queue.caption.${query.sort}`, { view: t(`queue.views.${query.view}`) })}
      head={head}
      words={{ one: t("queue.live.one"), many: t("queue.live.many"), gone: t("queue.live.gone") }}
      rows={rows.map((row) => ({
        ...{ reference: row.reference, version: row.version, isCurrent: row.reference === query.open },
        tone: toneOf(ctx, row),
        content: <RowCells {...props} row={row} />,
      }))}
    />
  );
}

function toneOf(ctx: Context, row: QueueRow): string | undefined {
  if (row.hasFailedTask) return "broken";
  if (row.status !== "new" && row.status !== "in_progress") return undefined;
  const { tone } = dueInWords(ctx, row);
  return tone === "soon" || tone === "broken" ? tone : undefined;
}

function RowCells({ ctx, query, row, columns, categories }: QueueTableProps & { row: QueueRow }) {
  const t = translator(ctx.language);
  const { reference, title } = row;
  const label = (name: ColumnName | "reference" | "title") => (
    <span className="table-label" aria-hidden="true">
      {t(`queue.column.${name}`)}
    </span>
  );
  return (
    <>
      <td {...tableRoles.cell} className="table-choose">
        <input
          type="checkbox"
          name="ticket"
          form="choose"
          value={reference}
          defaultChecked={query.isAll}
          aria-label={t("queue.choose.row", { reference, title })}
        />
      </td>
      <th {...tableRoles.rowheader} scope="row" data-column="reference">
        {label("reference")}
        <span className="table-value">
          <RowLink row={row} query={query} />
        </span>
      </th>
      <td {...tableRoles.cell} data-column="title">
        {label("title")}
        <span className="table-value" title={title}>
          {title}
        </span>
      </td>
      {columns.map((name) => (
        <td key={name} {...tableRoles.cell} data-column={name} data-long={cells[name].isLong}>
          {label(name)}
          <span className="table-value">{cells[name].cell(row, { ctx, categories })}</span>
        </td>
      ))}
    </>
  );
}

/** Beside the queue where there is room for it, else on a page of its own: one link of the two is there, by width. */
function RowLink({ row: { reference, orderStatus }, query }: { row: QueueRow; query: QueueQuery }) {
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
      <a
        href={orderStatus ? routes.deskOrder(reference) : routes.deskTicket(reference)}
        className="reference desk-narrow"
      >
        {reference}
      </a>
    </>
  );
}
