import { and, eq, isNotNull, type SQL, sql } from "drizzle-orm";
import { orders } from "@/db/schema/orders";
import { tickets } from "@/db/schema/tickets";
import { systemNow } from "@/lib/base/clock";
import { type Context, read } from "@/lib/base/context";
import { log } from "@/lib/base/log";
import { processWide } from "@/lib/base/process-wide";
import { workingDayNow } from "@/lib/calendars/working-day";
import { isStillOpen, narrowing, orderViewNames, type QueueViewName, queueViewNames } from "./queue-views";
import { workable } from "./visibility";

type Counted = Exclude<QueueViewName, "all">;
export type QueueCounts = Record<Counted, number>;

const counted = queueViewNames.filter((view): view is Counted => view !== "all");

/** How many tickets each view holds for this person, in one walk over what is open. */
export function countQueue(ctx: Context): Promise<QueueCounts> {
  return read(ctx, async (tx) => {
    const today = await workingDayNow({ ...ctx, tx });
    const columns = counted.map((view) => {
      const condition = ofOrders(view) ?? narrowing({ ...ctx, today }, view);
      const count = condition ? sql<number>`count(*) filter (where ${condition})::int` : sql<number>`count(*)::int`;
      return [view, count] as const;
    });
    const [row] = await tx
      .select(Object.fromEntries(columns) as Record<Counted, (typeof columns)[number][1]>)
      .from(tickets)
      .leftJoin(orders, eq(orders.ticketId, tickets.id))
      .where(and(eq(tickets.organisationId, ctx.organisation.id), isStillOpen, workable(ctx)));
    if (!row) throw new Error("a count answered nothing");
    return row;
  });
}

/** The same as the view's own condition, of an order that is joined already. */
function ofOrders(view: Counted): SQL | undefined {
  if (view === "failed") return and(isNotNull(orders.id), hasFailedTask);
  const status = orderViewNames.find((each) => each === view);
  return status && status !== "failed" ? eq(orders.status, status) : undefined;
}

const hasFailedTask = sql`exists (select 1 from tasks k where k.order_id = ${orders.id} and k.status = 'failed')`;

type Kept = { counts: QueueCounts | null; at: number; asking: Promise<void> | null };

const freshMs = 4_000;
const patienceMs = 120;
const most = 2_000;

const kept = processWide("queueCounts", () => new Map<string, Kept>());

/**
 * The counts as they were last seen, with their age in seconds by the machine's clock. Asked for anew when they are no longer fresh,
 * but waited for a moment only: a page with numbers of a minute ago is better than a slow one. Null where none are known yet.
 */
export async function queueCounts(ctx: Context): Promise<{ counts: QueueCounts; ageSeconds: number } | null> {
  if (ctx.actor.kind !== "person") return null;
  const key = `${ctx.organisation.id} ${ctx.actor.personId}`;
  const entry = kept.value.get(key) ?? { counts: null, at: 0, asking: null };
  if (ms() - entry.at >= freshMs) {
    entry.asking ??= ask(ctx, entry);
    await Promise.race([entry.asking, new Promise((done) => setTimeout(done, patienceMs).unref())]);
  }
  kept.value.delete(key);
  kept.value.set(key, entry);
  for (const oldest of kept.value.keys()) {
    if (kept.value.size <= most) break;
    kept.value.delete(oldest);
  }
  return entry.counts && { counts: entry.counts, ageSeconds: Math.floor((ms() - entry.at) / 1000) };
}

const ms = () => systemNow().getTime();

/** Never fails: a count that could not be made leaves the one before. */
function ask(ctx: Context, entry: Kept): Promise<void> {
  return countQueue(ctx)
    .then((counts) => {
      Object.assign(entry, { counts, at: ms() });
    })
    .catch((fault: unknown) => log().warn({ err: fault }, "the queue could not be counted"))
    .finally(() => {
      entry.asking = null;
    });
}
