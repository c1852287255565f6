import { readReference } from "@/lib/base/reference";
import { routes } from "@/lib/base/routes";
import type { listOrders, OrderCursor } from "@/lib/orders/queries";

export const queueViews = ["open", "awaiting_approval", "preparing", "ready", "failed", "broken", "all"] as const;
export type QueueView = (typeof queueViews)[number];

/** What the address bar asks of the queue. `open` is the order shown beside it. */
export type QueueQuery = { view: QueueView; q: string; cursor: OrderCursor | undefined; open: string | undefined };

type Params = Record<string, string | string[] | undefined>;

/** Whatever cannot be read is as if it were not there. */
export function readQueueQuery(params: Params): QueueQuery {
  const q = textOf(params.q).trim().slice(0, 200);
  const asked = queueViews.find((view) => view === params.view);
  const open = readReference(textOf(params.open));
  return {
    view: asked ?? (q ? "all" : "open"),
    q,
    cursor: readCursor(textOf(params.after)),
    open: open.ok ? open.reference : undefined,
  };
}

/** The queue's address with some of it changed; a change of view or search starts from the top. */
export function queueHref(query: QueueQuery, changes: Partial<QueueQuery> = {}): string {
  const isOther = "view" in changes || "q" in changes;
  const { view, q, cursor, open } = {
    ...query,
    ...(isOther ? { cursor: undefined, open: undefined } : {}),
    ...changes,
  };
  const params = new URLSearchParams();
  if (view !== "open") params.set("view", view);
  if (q) params.set("q", q);
  if (cursor) params.set("after", `${cursor.at.toISOString()}_${cursor.id}`);
  if (open) params.set("open", open);
  const text = params.toString();
  return text ? `${routes.desk()}?${text}` : routes.desk();
}

type Filter = Parameters<typeof listOrders>[1];

/** The query as the list takes it. A whole reference is looked up as such, however it was typed. */
export function filterOf({ view, q }: QueueQuery): Filter {
  const reference = readReference(q);
  const words = q ? { q: reference.ok ? reference.reference : q } : {};
  if (view === "all") return { view: "all", ...words };
  if (view === "failed" || view === "broken") return { view: "desk", only: view, ...words };
  return { view: "desk", ...(view === "open" ? {} : { status: [view] }), ...words };
}

/** Up to seven digits alone are meant as a reference (more may be a serial number): what is wrong with them, or null. */
export function faultOfSearch(q: string): "checkDigit" | "length" | null {
  if (!/^\d[\d\s-]{3,}$/.test(q)) return null;
  const read = readReference(q);
  if (read.ok || q.replace(/\D/g, "").length > 7) return null;
  return read.why === "check_digit" ? "checkDigit" : "length";
}

function readCursor(text: string): OrderCursor | undefined {
  const [, instant = "", id = ""] = /^(\d{4}-[\d-]{5}T[\d:.]{12}Z)_([0-9a-f-]{36})$/.exec(text) ?? [];
  const at = new Date(instant);
  return Number.isNaN(at.getTime()) ? undefined : { at, id };
}

const textOf = (value: string | string[] | undefined): string => (typeof value === "string" ? value : "");
