import { routes } from "@/lib/base/routes";
import type { OrderCursor } from "@/lib/orders/queries";

/** The address of the orders before this one. */
export function olderThan({ at, id }: OrderCursor): string {
  return `${routes.orders()}?before=${at.toISOString()}_${id}`;
}

/** The place in the list that an address names; undefined for one that cannot be read. */
export function cursorOf(before: string | string[] | undefined): OrderCursor | undefined {
  const [instant = "", id = ""] = typeof before === "string" ? before.split("_") : [];
  const at = new Date(instant);
  return Number.isNaN(at.getTime()) || !/^[0-9a-f-]{36}$/.test(id) ? undefined : { at, id };
}
