import type { ReactNode } from "react";
import type { Language } from "@/db/words";
import { translator } from "@/lib/base/language";
import { Icon } from "./icon";
import { tableRoles as roles } from "./table-roles";

export type Column<Row> = {
  key: string;
  heading: string;
  cell: (row: Row) => ReactNode;
  /** Right-aligned, tabular figures. */
  isNumeric?: boolean;
  /** The cell that names the row: the reference. One column. */
  isRowHeading?: boolean;
  /** As narrow as its words, on one line. */
  isNarrow?: boolean;
  /** The link that sorts by this column, and how it is sorted now. */
  sort?: { href: string; direction?: "ascending" | "descending" };
};

type TableProps<Row> = {
  caption: string;
  isCaptionHidden?: boolean;
  language: Language;
  columns: Column<Row>[];
  rows: readonly Row[];
  keyOf: (row: Row) => string;
  /** A checkbox a row, sent with the form of this id. `label` names the row to a screen reader. */
  selection?: { name: string; formId: string; value: (row: Row) => string; label: (row: Row) => string };
  /** A coloured edge for rows that need an eye. */
  toneOf?: (row: Row) => "soon" | "broken" | undefined;
  isCurrent?: (row: Row) => boolean;
};

/** A real table that becomes cards on a phone. */
export function Table<Row>(props: TableProps<Row>) {
  const { caption, isCaptionHidden, language, columns, rows, keyOf, selection } = props;
  return (
    <div className="table-frame">
      <table className="table" {...roles.table}>
        <caption className={isCaptionHidden ? "sr-only" : "table-caption"}>{caption}</caption>
        <thead {...roles.rowgroup}>
          <tr {...roles.row}>
            {selection && <td {...roles.cell} className="table-choose" />}
            {columns.map((column) => (
              <Heading key={column.key} column={column} language={language} />
            ))}
          </tr>
        </thead>
        <tbody {...roles.rowgroup}>
          {rows.map((row) => (
            <tr
              key={keyOf(row)}
              {...roles.row}
              data-tone={props.toneOf?.(row)}
              aria-current={props.isCurrent?.(row) ? "true" : undefined}
            >
              {selection && (
                <td {...roles.cell} className="table-choose">
                  <input
                    type="checkbox"
                    name={selection.name}
                    value={selection.value(row)}
                    form={selection.formId}
                    aria-label={translator(language)("ui.table.choose", { row: selection.label(row) })}
                  />
                </td>
              )}
              {columns.map((column) => (
                <Cell key={column.key} column={column} row={row} />
              ))}
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  );
}

function Heading<Row>({ column, language }: { column: Column<Row>; language: Language }) {
  const { heading, isNumeric, isNarrow, sort } = column;
  return (
    <th {...roles.columnheader} scope="col" data-numeric={isNumeric} data-narrow={isNarrow} aria-sort={sort?.direction}>
      {sort ? (
        <a href={sort.href} className="table-sort">
          <span className="sr-only">{translator(language)("ui.table.sortBy", { heading })}</span>
          <span aria-hidden="true">{heading}</span>
          <Icon name={sort.direction === "ascending" ? "arrow-up" : sort.direction ? "arrow-down" : "arrow-up-down"} />
        </a>
      ) : (
        heading
      )}
    </th>
  );
}

function Cell<Row>({ column, row }: { column: Column<Row>; row: Row }) {
  const { heading, cell, isNumeric, isNarrow, isRowHeading } = column;
  const content = (
    <>
      <span className="table-label" aria-hidden="true">
        {heading}
      </span>
      <span className="table-value">{cell(row)}</span>
    </>
  );
  if (isRowHeading) {
    return (
      <th {...roles.rowheader} scope="row" data-narrow={isNarrow}>
        {content}
      </th>
    );
  }
  return (
    <td {...roles.cell} data-numeric={isNumeric} data-narrow={isNarrow}>
      {content}
    </td>
  );
}
