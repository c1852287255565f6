import { type SQL, sql } from "drizzle-orm";
import { tickets } from "@/db/schema/tickets";
import { type QueueViewName, waits } from "./queue-views";

/** Each is served by an index: `due` and `priority` among what is open, `received` (newest first) everywhere. */
export const queueSorts = ["due", "priority", "received"] as const;
export type QueueSort = (typeof queueSorts)[number];

/** Where a page ended: the last row's place by every column that the sort goes by. */
export type QueueCursor = { waits: boolean; priority: number; at: Date; id: string };

/** What has ended has no due date to be near: "all" is by arrival, whatever is asked. */
export function sortOf(view: QueueViewName, asked: QueueSort | undefined): QueueSort {
  return view === "all" ? "received" : (asked ?? "due");
}

export function orderBy(sort: QueueSort): SQL[] {
  if (sort === "received") return [sql`${tickets.receivedAt} desc`, sql`${tickets.id} desc`];
  const due = [sql`${waits}`, sql`${tickets.dueAt}`, sql`${tickets.id}`];
  return sort === "priority" ? [sql`${tickets.priority}`, ...due] : due;
}

/** A row comparison, so that the index is entered at the very row. */
export function after(sort: QueueSort, cursor: QueueCursor | undefined): SQL | undefined {
  if (!cursor) return undefined;
  const { priority, id } = cursor;
  const at = cursor.at.toISOString();
  if (sort === "received") return sql`(${tickets.receivedAt}, ${tickets.id}) < (${at}, ${id})`;
  const by = sql`${waits}, ${tickets.dueAt}, ${tickets.id}`;
  if (sort === "priority") return sql`(${tickets.priority}, ${by}) > (${priority}, ${cursor.waits}, ${at}, ${id})`;
  return sql`(${by}) > (${cursor.waits}, ${at}, ${id})`;
}
