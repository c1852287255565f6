import { and, eq, type SQL, sql } from "drizzle-orm";
import { orders } from "@/db/schema/orders";
import { units } from "@/db/schema/people";
import { tickets } from "@/db/schema/tickets";
import type { OrderStatus } from "@/db/words";
import { type Context, read } from "@/lib/base/context";
import { broken, failedTask, visible } from "./order-filters";

export type OrderCounts = Record<"open" | "awaiting_approval" | "preparing" | "ready" | "failed" | "broken", number>;

/** How many open orders there are for the desk's agents, in all and in each of the queue's views. */
export function countOrders(ctx: Context): Promise<OrderCounts> {
  const such = (condition: SQL) => sql<number>`count(*) filter (where ${condition})::int`;
  const inStatus = (status: OrderStatus) => such(sql`${orders.status} = ${status}`);
  return read(ctx, async (tx) => {
    const [counts] = await tx
      .select({
        open: sql<number>`count(*)::int`,
        awaiting_approval: inStatus("awaiting_approval"),
        preparing: inStatus("preparing"),
        ready: inStatus("ready"),
        failed: such(failedTask),
        broken: such(broken(ctx.now)),
      })
      .from(orders)
      .innerJoin(tickets, eq(tickets.id, orders.ticketId))
      .innerJoin(units, eq(units.id, orders.unitId))
      .where(and(eq(orders.organisationId, ctx.organisation.id), visible(ctx, { view: "desk" })));
    return counts ?? { open: 0, awaiting_approval: 0, preparing: 0, ready: 0, failed: 0, broken: 0 };
  });
}
