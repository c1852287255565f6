import { and, asc, eq, gte, type SQL, sql } from "drizzle-orm";
import { units } from "@/db/schema/people";
import { tickets } from "@/db/schema/tickets";
import { type Context, read } from "@/lib/base/context";
import { readable } from "@/lib/tickets/visibility";

/** `mayRead` in the order of those asked for. `changedIn` and `openedIn` are numbers of transactions. */
export type ChangedTicket = {
  id: string;
  reference: string;
  version: number;
  openedIn: number;
  changedIn: number;
  mayRead: boolean[];
};

/** `until`: every transaction before this one has ended, and was seen. `isTooMuch`: more has changed than is worth telling. */
export type Changed = { until: number; tickets: ChangedTicket[]; isTooMuch: boolean };

const atMost = 500;

/**
 * What has changed in the organisation since a transaction, and which of these people may see which of it: one statement, one
 * snapshot, so nothing falls between what is told and where the next asking begins. What is still under way then comes again.
 */
export function changedTickets(of: readonly [Context, ...Context[]], since: number | null): Promise<Changed> {
  const [ctx] = of;
  const mayRead = of.map((each): SQL => sql`coalesce(${readable(each) ?? sql`true`}, false)`);
  return read(ctx, async (tx) => {
    const changed = tx
      .select({
        id: tickets.id,
        reference: tickets.reference,
        version: tickets.version,
        openedIn: sql`${tickets.openedIn}`.as("openedIn"),
        changedIn: sql`${tickets.changedIn}`.as("changedIn"),
        mayRead: sql`array[${sql.join(mayRead, sql`, `)}]`.as("mayRead"),
      })
      .from(tickets)
      .innerJoin(units, eq(units.id, tickets.unitId))
      .where(
        and(
          eq(tickets.organisationId, ctx.organisation.id),
          since === null ? sql`false` : gte(tickets.changedIn, since),
        ),
      )
      .orderBy(asc(tickets.changedIn))
      .limit(atMost + 1);
    const [row] = await tx.execute<{ until: string; changed: ChangedTicket[] }>(sql`
      select pg_snapshot_xmin(pg_current_snapshot())::text as until,
        (select coalesce(json_agg(each), '[]') from (${changed}) each) as changed`);
    const found = row?.changed ?? [];
    return { until: Number(row?.until ?? 0), tickets: found, isTooMuch: found.length > atMost };
  });
}

/** Where a stream begins that has not begun before. */
export async function liveNow(ctx: Context): Promise<number> {
  return (await changedTickets([ctx], null)).until;
}
