import type { TicketSearchCursor } from "@/lib/tickets/search-tickets";

/** The place in the hits after which a page goes on, as an address says it. */
export function placeQuery(q: string, { rank, at, id }: TicketSearchCursor): string {
  return new URLSearchParams({ q, after: `${rank}_${at.toISOString()}_${id}` }).toString();
}

/** Undefined for one that cannot be read: then it begins from the first. */
export function placeIn(after: string): TicketSearchCursor | undefined {
  const [rank = "", instant = "", id = ""] = after.split("_");
  const at = new Date(instant);
  const isOne = /^[012]$/.test(rank) && !Number.isNaN(at.getTime()) && /^[0-9a-f-]{36}$/.test(id);
  return isOne ? { rank: Number(rank), at, id } : undefined;
}
