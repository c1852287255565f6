import { eq, sql } from "drizzle-orm";
import type { Tx } from "@/db/client";
import { jsonRows } from "@/db/json-rows";
import { hardwareModels } from "@/db/schema/catalogue";
import { approvals, orderLines, orders, receipts, tasks } from "@/db/schema/orders";
import { persons, units } from "@/db/schema/people";
import { tickets } from "@/db/schema/tickets";
import { eventsOfTicket } from "@/lib/tickets/clock";
import { dueOrder } from "./order-filters";

type Named = { id: string; name: string; email: string };

const columns = {
  order: orders,
  ticket: tickets,
  unitPath: units.path,
  requester: { id: persons.id, name: persons.name, email: persons.email },
  unit: { slug: units.slug, name: units.name },
  hardware: { slug: hardwareModels.slug, name: hardwareModels.name },
  /** The desk's place in the queue. */
  dueOrder,
  lines: sql`(select coalesce(json_agg(l order by l.position), '[]') from order_lines l
    where l.order_id = ${orders.id})`.mapWith(jsonRows(orderLines)),
  tasks: sql`(select coalesce(json_agg(t order by t.position), '[]') from tasks t
    where t.order_id = ${orders.id})`.mapWith(jsonRows(tasks)),
  rounds: sql`(select coalesce(json_agg(a order by a.round), '[]') from approvals a
    where a.order_id = ${orders.id})`.mapWith(jsonRows(approvals)),
  receipts: sql`(select coalesce(json_agg(r order by r.created_at), '[]') from receipts r
    where r.order_id = ${orders.id})`.mapWith(jsonRows(receipts)),
  /** Recipients, and who decided. */
  people: sql<Named[]>`(select coalesce(json_agg(json_build_object('id', p.id, 'name', p.name, 'email', p.email)), '[]')
    from persons p where p.id in (
      select l.recipient_id from order_lines l where l.order_id = ${orders.id}
      union select a.decided_by_id from approvals a where a.order_id = ${orders.id}))`,
  events: eventsOfTicket,
};

/** Orders with everything that belongs to them, in one statement however many they are; the caller says which, and in what order. */
export function selectWholeOrders(tx: Tx) {
  return tx
    .select(columns)
    .from(orders)
    .innerJoin(tickets, eq(tickets.id, orders.ticketId))
    .innerJoin(persons, eq(persons.id, orders.requesterId))
    .innerJoin(units, eq(units.id, orders.unitId))
    .innerJoin(hardwareModels, eq(hardwareModels.id, orders.hardwareModelId))
    .$dynamic();
}

export type WholeOrder = Awaited<ReturnType<typeof selectWholeOrders>>[number];
