import { and, asc, desc, eq, isNull, sql } from "drizzle-orm";
import type { Tx } from "@/db/client";
import { approvals, orderLines, orders, tasks } from "@/db/schema/orders";
import { units } from "@/db/schema/people";
import { tickets } from "@/db/schema/tickets";
import type { OrderStatus } from "@/db/words";
import type { Context } from "@/lib/base/context";
import { NotAllowed, NotFound, VersionMismatch } from "@/lib/base/errors";
import { type Act, may } from "@/lib/base/may";

export type OrderRow = typeof orders.$inferSelect;
export type LineRow = typeof orderLines.$inferSelect;
export type TaskRow = typeof tasks.$inferSelect;
export type ApprovalRow = typeof approvals.$inferSelect;
type TicketRow = typeof tickets.$inferSelect;

/** An order with everything a rule may ask about. */
export type Order = OrderRow & {
  unitPath: string;
  recipientIds: (string | null)[];
  lines: LineRow[];
  tasks: TaskRow[];
  ticket: TicketRow;
};

/**
 * The order, if this person may read it; what is hidden and what is absent look the same. `lock` holds the order's row until the
 * transaction ends, so that acts on one order follow each other.
 */
export async function orderOrThrow(ctx: Context, tx: Tx, reference: string, lock = false): Promise<Order> {
  const query = tx
    .select({ order: orders, unitPath: units.path, ticket: tickets })
    .from(orders)
    .innerJoin(units, eq(units.id, orders.unitId))
    .innerJoin(tickets, eq(tickets.id, orders.ticketId))
    .where(and(eq(orders.reference, reference), eq(orders.organisationId, ctx.organisation.id)));
  const [row] = await (lock ? query.for("update", { of: orders }) : query);
  if (!row) throw new NotFound();
  const lines = await tx
    .select()
    .from(orderLines)
    .where(eq(orderLines.orderId, row.order.id))
    .orderBy(asc(orderLines.position));
  const steps = await tx.select().from(tasks).where(eq(tasks.orderId, row.order.id)).orderBy(asc(tasks.position));
  const recipientIds = lines.map((line) => line.recipientId);
  const order = { ...row.order, unitPath: row.unitPath, ticket: row.ticket, recipientIds, lines, tasks: steps };
  if (!may(ctx.actor, "order:read", order)) throw new NotFound();
  return order;
}

export function requireMayOnOrder(ctx: Context, act: Act, order: Order): void {
  if (!may(ctx.actor, act, order)) throw new NotAllowed();
}

/** `If-Match`: the version the person read must still stand. */
export function requireVersion(order: OrderRow, version: number | undefined): void {
  if (version !== undefined && version !== order.version) throw new VersionMismatch();
}

/** Every change of an order counts its version up. */
export async function touch(tx: Tx, order: { id: string }, changes: Partial<OrderRow> = {}): Promise<void> {
  await tx
    .update(orders)
    .set({ ...changes, version: sql`${orders.version} + 1` })
    .where(eq(orders.id, order.id));
}

/** The approval round that waits for a decision, or null. */
export async function openRound(tx: Tx, order: { id: string }): Promise<ApprovalRow | null> {
  const [round] = await tx
    .select()
    .from(approvals)
    .where(and(eq(approvals.orderId, order.id), isNull(approvals.decidedAt), isNull(approvals.supersededAt)))
    .orderBy(desc(approvals.round))
    .limit(1);
  return round ?? null;
}

export function lineOrThrow(order: Order, lineId: string): LineRow {
  const line = order.lines.find((each) => each.id === lineId);
  if (!line) throw new NotFound();
  return line;
}

export function tasksOf(order: Order, line: { id: string }): TaskRow[] {
  return order.tasks.filter((task) => task.lineId === line.id);
}

export const isOneOf = (status: OrderStatus, ...statuses: OrderStatus[]): boolean => statuses.includes(status);
