/** What a row of the queue can show; the reference and the title are always there. */
export const columnNames = [
  ...(["requester", "unit", "queue", "status", "assignee", "priority", "due", "received"] as const),
  ...(["category", "type", "channel", "device"] as const),
] as const;
export type ColumnName = (typeof columnNames)[number];

export const usualColumns: readonly ColumnName[] = [
  ...(["requester", "queue", "status", "assignee", "priority", "due", "received"] as const),
];

/** Those that there are, in the order in which they stand in the row. */
export function knownColumns(names: readonly string[]): ColumnName[] {
  return columnNames.filter((name) => names.includes(name));
}
