import { and, asc, eq, inArray } from "drizzle-orm";
import { history } from "@/db/schema/history";
import { type Context, read } from "@/lib/base/context";
import { orderOrThrow } from "./internal";

/** One line of history. `by` is null for the portal itself. */
export type OrderAct = { at: Date; by: string | null; event: string; detail: Record<string, unknown> };

/** What anyone who may follow an order is told of its history; notes and machinery are not theirs. */
const told = [
  "orders.changed",
  "orders.cancelled",
  "orders.handed_over",
  "orders.acknowledged",
  "tickets.paused",
  "tickets.resumed",
];

/** What happened to an order, oldest first. NotFound when it is hidden or absent. */
export function getOrderLog(ctx: Context, reference: string): Promise<OrderAct[]> {
  return read(ctx, async (tx) => {
    const order = await orderOrThrow(ctx, tx, reference);
    const rows = await tx
      .select()
      .from(history)
      .where(
        and(
          eq(history.organisationId, ctx.organisation.id),
          inArray(history.objectKind, ["order", "ticket"]),
          eq(history.objectId, order.reference),
          inArray(history.event, told),
        ),
      )
      .orderBy(asc(history.id));
    return rows.map(({ at, actorId, actorName, event, detail }) => ({ at, by: actorId && actorName, event, detail }));
  });
}
