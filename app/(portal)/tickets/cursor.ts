import { routes } from "@/lib/base/routes";
import type { OwnCursor } from "@/lib/tickets/own-tickets";

/** The address of the tickets after this one. */
export function goingOnFrom({ isOpen, at, id }: OwnCursor, q: string): string {
  const query = new URLSearchParams({ ...(q ? { q } : {}), after: `${isOpen ? 1 : 0}_${at.toISOString()}_${id}` });
  return `${routes.tickets()}?${query}`;
}

/** The place in the list that an address names; undefined for one that cannot be read. */
export function cursorOf(after: string | string[] | undefined): OwnCursor | undefined {
  const [isOpen = "", instant = "", id = ""] = typeof after === "string" ? after.split("_") : [];
  const at = new Date(instant);
  if (Number.isNaN(at.getTime()) || !/^[0-9a-f-]{36}$/.test(id)) return undefined;
  return { isOpen: isOpen === "1", at, id };
}
