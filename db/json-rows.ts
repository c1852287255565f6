import { getTableColumns } from "drizzle-orm";
import type { PgTable } from "drizzle-orm/pg-core";

/** Reads rows of a table that came as one JSON value (json_agg) into what a select of the table gives: `sql…mapWith(jsonRows(table))`. */
export function jsonRows<Table extends PgTable>(table: Table): (json: unknown) => Table["$inferSelect"][] {
  const columns = Object.entries(getTableColumns(table));
  const rowOf = (row: Record<string, unknown>) =>
    Object.fromEntries(
      columns.map(([key, column]) => {
        const value = row[column.name];
        return [key, value === null ? null : column.mapFromDriverValue(value)];
      }),
    );
  return (json) => (json as Record<string, unknown>[]).map(rowOf);
}
