import { channels, ticketStatuses, ticketTypes } from "@/db/words";
import { readReference } from "@/lib/base/reference";
import { routes } from "@/lib/base/routes";
import type { QueueFilter } from "@/lib/tickets/queue-filter";
import { type QueueCursor, type QueueSort, queueSorts, sortOf } from "@/lib/tickets/queue-sort";
import { type QueueViewName, queueViewNames } from "@/lib/tickets/queue-views";
import { startOfDay } from "@/lib/web/start-of-day";

const digits = (most: number) => Array.from({ length: most }, (_, n) => String(n + 1));

/** The filters of closed lists, with what each may be; several of one are "or". */
export const listFilters = {
  ...{ status: ticketStatuses, line: digits(3), priority: digits(4), type: ticketTypes, channel: channels },
} as const satisfies Record<string, readonly string[]>;
export type ListFilter = keyof typeof listFilters;

/** The filters of one value each. `assignee` is an e-mail address or "nobody"; `from` and `to` are local dates, both included. */
export const textFilters = ["queue", "category", "assignee", "requester", "device", "from", "to"] as const;
export type TextFilter = (typeof textFilters)[number];
export type FilterName = ListFilter | TextFilter;

export const filterNames = [...(Object.keys(listFilters) as ListFilter[]), ...textFilters] as const;

/**
 * What the address bar asks of the queue. `open` is the ticket shown beside it, `saved` the own view it came by, `isFiltering` whether
 * the filters are unfolded, `isAll` whether every row is ticked.
 */
export type QueueQuery = {
  view: QueueViewName;
  sort: QueueSort;
  q: string;
  filters: Partial<Record<FilterName, readonly string[]>>;
  cursor: QueueCursor | undefined;
  open: string | undefined;
  saved: string | undefined;
  isFiltering: boolean;
  isAll: boolean;
};

type Params = Record<string, string | string[] | undefined>;

/** Whatever cannot be read is as if it were not there. */
export function readQueueQuery(params: Params): QueueQuery {
  const q = textOf(params.q).trim().slice(0, 200);
  const open = readReference(textOf(params.open));
  const view = queueViewNames.find((each) => each === params.view) ?? (q ? "all" : "open");
  const asked = queueSorts.find((each) => each === params.sort);
  return {
    ...{ view, q, sort: sortOf(view, asked), filters: readFilters(params), cursor: readCursor(textOf(params.after)) },
    open: open.ok ? open.reference : undefined,
    saved: /^[0-9a-f-]{36}$/.test(textOf(params.saved)) ? textOf(params.saved) : undefined,
    ...{ isFiltering: params.filters === "1", isAll: params.all === "1" },
  };
}

/** The queue's address with some of it changed; another list starts from its top, with nothing beside it. */
export function queueHref(query: QueueQuery, changes: Partial<QueueQuery> = {}): string {
  const isOther = ["view", "q", "sort", "filters"].some((name) => name in changes);
  const top = { cursor: undefined, open: undefined, isAll: false };
  const asked = { ...query, ...(isOther ? top : {}), ...changes };
  const params = listParams(asked);
  if (asked.cursor) params.set("after", cursorText(asked.cursor));
  if (asked.saved && !("saved" in changes && !changes.saved)) params.set("saved", asked.saved);
  if (asked.isFiltering) params.set("filters", "1");
  if (asked.isAll) params.set("all", "1");
  if (asked.open) params.set("open", asked.open);
  return withParams(params);
}

/** What tells one list from another, without where in it one stands: how a saved view is kept. */
export function listParams({ view, sort, q, filters }: QueueQuery): URLSearchParams {
  const params = new URLSearchParams();
  if (view !== "open" || q) params.set("view", view);
  if (sort !== sortOf(view, undefined)) params.set("sort", sort);
  if (q) params.set("q", q);
  for (const name of filterNames) for (const value of filters[name] ?? []) params.append(name, value);
  return params;
}

export function withParams(params: URLSearchParams): string {
  const text = params.toString();
  return text ? `${routes.desk()}?${text}` : routes.desk();
}

/** The query as the list takes it. */
export function filterOf({ q, filters }: QueueQuery, timeZone: string): QueueFilter {
  const one = (name: TextFilter) => filters[name]?.[0];
  const [from, to, assignee] = [one("from"), one("to"), one("assignee")];
  const all = <Value extends string>(name: ListFilter) => filters[name] as readonly Value[] | undefined;
  return {
    ...{ q, status: all("status"), type: all("type"), channel: all("channel") },
    ...{ line: filters.line?.map(Number), priority: filters.priority?.map(Number) },
    ...{ queue: one("queue"), category: one("category"), requester: one("requester"), device: one("device") },
    assignee: assignee === "nobody" ? null : assignee,
    receivedFrom: from ? startOfDay(timeZone, from) : undefined,
    receivedTo: to ? startOfDay(timeZone, to, 1) : undefined,
  } as QueueFilter;
}

/** Up to seven digits alone are meant as a reference (more may be a serial number): what is wrong with them, or null. */
export function faultOfSearch(q: string): "checkDigit" | "length" | null {
  if (!/^\d[\d\s-]{3,}$/.test(q)) return null;
  const read = readReference(q);
  if (read.ok || q.replace(/\D/g, "").length > 7) return null;
  return read.why === "check_digit" ? "checkDigit" : "length";
}

function readFilters(params: Params): QueueQuery["filters"] {
  const filters: QueueQuery["filters"] = {};
  for (const name of filterNames) {
    const given = [params[name] ?? []].flat().map((value) => value.trim().slice(0, 200));
    const known: readonly string[] | undefined = name in listFilters ? listFilters[name as ListFilter] : undefined;
    const values = given.filter((value) => (known ? known.includes(value) : isReadable(name, value)));
    if (values.length > 0) filters[name] = known ? [...new Set(values)] : values.slice(0, 1);
  }
  return filters;
}

function isReadable(name: FilterName, value: string): boolean {
  if (name !== "from" && name !== "to") return value !== "";
  return /^\d{4}-\d{2}-\d{2}$/.test(value) && !Number.isNaN(Date.parse(`${value}T00:00:00Z`));
}

const cursorText = ({ waits, priority, at, id }: QueueCursor) =>
  `${waits ? 1 : 0}.${priority}.${at.toISOString()}_${id}`;

function readCursor(text: string): QueueCursor | undefined {
  const parts = /^([01])\.([1-4])\.(\d{4}-[\d-]{5}T[\d:.]{12}Z)_([0-9a-f-]{36})$/.exec(text);
  const [, waits, priority, instant = "", id = ""] = parts ?? [];
  const at = new Date(instant);
  return Number.isNaN(at.getTime()) ? undefined : { waits: waits === "1", priority: Number(priority), at, id };
}

const textOf = (value: string | string[] | undefined): string => (typeof value === "string" ? value : "");
