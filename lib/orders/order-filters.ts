import { and, eq, inArray, ne, or, type SQL, sql } from "drizzle-orm";
import { orderLines, orders } from "@/db/schema/orders";
import { units } from "@/db/schema/people";
import { tickets } from "@/db/schema/tickets";
import type { OrderStatus } from "@/db/words";
import type { Context } from "@/lib/base/context";
import { grantsFor, personOf, unitPathsFor } from "@/lib/base/may";
import { likePattern } from "@/lib/tickets/search-words";
import { openOrderStatuses } from "./status";

export type OrderFilter = {
  /** mine: ordered by or for me · approvals: waiting for my decision · desk: what agents work on · all: whatever I may read. */
  view: "mine" | "approvals" | "desk" | "all";
  status?: OrderStatus[];
  q?: string;
  /** Orders with a step that stopped, whose promise is broken, or that somebody still has to act on (the reader's receipt too). */
  only?: "failed" | "broken" | "open" | undefined;
};
export function visible(ctx: Context, { view }: OrderFilter): SQL | undefined {
  const me = personOf(ctx).personId;
  const forMe = sql`exists (select 1 from order_lines l where l.order_id = ${orders.id} and l.recipient_id = ${me})`;
  const own = or(eq(orders.requesterId, me), forMe);
  if (view === "mine") return own;
  if (view === "approvals") {
    return and(eq(orders.status, "awaiting_approval"), ne(orders.requesterId, me), mayApprove(ctx));
  }
  const byRole = under(unitPathsFor(ctx.actor, "order:read"));
  if (view === "desk") return and(byRole, inArray(orders.status, [...openOrderStatuses]));
  return or(own, byRole);
}

/** By one's own role, or by a lent one that is not the requester's. */
function mayApprove(ctx: Context): SQL | undefined {
  const grants = grantsFor(ctx.actor, "order:approve");
  const by = grants.map(({ unitPath, lentBy }) =>
    and(under([unitPath]), lentBy ? ne(orders.requesterId, lentBy) : undefined),
  );
  return by.length === 0 ? sql`false` : or(...by);
}

function under(paths: string[]): SQL | undefined {
  if (paths.length === 0) return sql`false`;
  return or(...paths.map((path) => sql`${units.path} like ${`${path}%`}`));
}

export function matching({ status, q }: OrderFilter): SQL | undefined {
  const words = q?.trim();
  return and(
    status && status.length > 0 ? inArray(orders.status, status) : undefined,
    words
      ? or(eq(orders.reference, words), sql`${tickets.title} ilike ${likePattern(words)}`, serialIs(words))
      : undefined,
  );
}

export const failedTask = sql`exists (select 1 from tasks t where t.order_id = ${orders.id} and t.status = 'failed')`;

/** Whose receipt it is: the recipient's, or the requester's for an iPad that belongs to a place. */
export function awaitsReceiptFrom(ctx: Context): SQL {
  const me = ctx.actor.kind === "person" ? ctx.actor.personId : null;
  return sql`exists (select 1 from order_lines l where l.order_id = ${orders.id} and l.status = 'handed_over'
    and coalesce(l.recipient_id, ${orders.requesterId}) = ${me})`;
}

/** While a ticket waits its due instant moves on, unless it had passed before the wait began. */
const moves = sql`(${tickets.status} = 'paused' and ${tickets.dueAt} >= (select max(e.at) from ticket_events e where e.ticket_id = ${tickets.id} and e.kind = 'paused'))`;

export const broken = (now: Date) => sql`${tickets.dueAt} < ${now.toISOString()} and not ${moves}`;

/** What is due next; whatever waits comes after everything that runs. */
export const dueOrder =
  sql`(${tickets.dueAt} + case when ${moves} then interval '1 year' else interval '0' end)`.mapWith(tickets.dueAt);

export function onlySuch(ctx: Context, only: OrderFilter["only"]): SQL | undefined {
  if (only === "failed") return failedTask;
  if (only === "open") return or(inArray(orders.status, [...openOrderStatuses]), awaitsReceiptFrom(ctx));
  return only === "broken" ? broken(ctx.now) : undefined;
}

const serialIs = (words: string): SQL =>
  sql`exists (select 1 from ${orderLines} l where l.order_id = ${orders.id} and l.serial_number = ${words.toUpperCase()})`;
