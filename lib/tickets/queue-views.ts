import { and, type SQL, sql } from "drizzle-orm";
import { tickets } from "@/db/schema/tickets";
import type { Context } from "@/lib/base/context";
import type { WorkingDay } from "@/lib/calendars/working-day";

/** The desk's views of all tickets, and those of orders alone. */
export const ticketViewNames = [
  ...(["mine", "queues", "unassigned", "today", "broken", "waiting", "open", "all"] as const),
] as const;
export const orderViewNames = ["awaiting_approval", "preparing", "ready", "failed"] as const;
export const queueViewNames = [...ticketViewNames, ...orderViewNames] as const;
export type QueueViewName = (typeof queueViewNames)[number];

/** Written out, never as parameters: an index's condition is recognised by its words. */
export const isStillOpen = sql`${tickets.status} in ('new', 'in_progress', 'paused')`;
export const waits = sql`(${tickets.status} = 'paused')`;

/** Breached by its nearest clock; while it waits only where that came before the wait began, for a waiting clock's due moves on. */
const isLate = (now: Date): SQL => sql`(${tickets.dueAt} < ${now.toISOString()} and (not ${waits} or ${tickets.dueAt} <
  (select max(e.at) from ticket_events e where e.ticket_id = ${tickets.id} and e.kind = 'paused')))`;

const orderIs = (status: string): SQL =>
  sql`exists (select 1 from orders o where o.ticket_id = ${tickets.id} and o.status = ${status})`;

const hasFailedTask = sql`exists (select 1 from orders o join tasks k on k.order_id = o.id
  where o.ticket_id = ${tickets.id} and k.status = 'failed')`;

/** `today` is asked for only where a view needs it. */
export type ViewContext = Context & { today?: WorkingDay | null };

/** What a view holds; together with `readable` and the organisation, and always over open tickets but for "all". */
export function inView(ctx: ViewContext, view: QueueViewName): SQL | undefined {
  return view === "all" ? undefined : and(isStillOpen, narrowing(ctx, view));
}

/** A view's own condition among what is open. */
export function narrowing(ctx: ViewContext, view: Exclude<QueueViewName, "all">): SQL | undefined {
  const me = ctx.actor.kind === "person" ? ctx.actor.personId : null;
  switch (view) {
    case "open":
      return undefined;
    case "mine":
      return sql`${tickets.assigneeId} = ${me}`;
    case "queues":
      return sql`${tickets.queueId} = any(array(select m.queue_id from queue_members m where m.person_id = ${me}))`;
    case "unassigned":
      return sql`${tickets.assigneeId} is null`;
    case "today":
      return ctx.today ? dueWithin(ctx.today) : sql`false`;
    case "broken":
      return isLate(ctx.now);
    case "waiting":
      return waits;
    case "failed":
      return hasFailedTask;
    default:
      return orderIs(view);
  }
}

const dueWithin = ({ from, to }: WorkingDay): SQL =>
  sql`(not ${waits} and ${tickets.dueAt} >= ${from.toISOString()} and ${tickets.dueAt} < ${to.toISOString()})`;
