import { and, asc, eq, gte, inArray, lt } from "drizzle-orm";
import { visits } from "@/db/schema/desk-work";
import { persons, units } from "@/db/schema/people";
import { tickets } from "@/db/schema/tickets";
import { type Context, read } from "@/lib/base/context";
import { localDate } from "@/lib/base/format";
import { requireMay } from "@/lib/base/may";
import { readable } from "@/lib/tickets/visibility";

export type VisitRow = typeof visits.$inferSelect & {
  reference: string;
  title: string;
  category: string;
  requester: string;
};

const columns = {
  visit: visits,
  about: { reference: tickets.reference, title: tickets.title, category: tickets.category, requester: persons.name },
};

/** The visits that begin between two instants, by time: those whose tickets one may see. For the desk. */
export function listVisits(ctx: Context, from: Date, to: Date): Promise<VisitRow[]> {
  requireMay(ctx, "ticket:work");
  return read(ctx, async (tx) => {
    const rows = await tx
      .select(columns)
      .from(visits)
      .innerJoin(tickets, eq(tickets.id, visits.ticketId))
      .innerJoin(units, eq(units.id, tickets.unitId))
      .innerJoin(persons, eq(persons.id, tickets.requesterId))
      .where(
        and(
          eq(visits.organisationId, ctx.organisation.id),
          gte(visits.startsAt, from),
          lt(visits.startsAt, to),
          readable(ctx),
        ),
      )
      .orderBy(asc(visits.startsAt), asc(tickets.reference));
    return rows.map(({ visit, about }) => ({ ...visit, ...about }));
  });
}

/** The visits of the local day that it is. */
export function visitsOfDay(ctx: Context): Promise<VisitRow[]> {
  const { timeZone } = ctx.organisation;
  const date = localDate(ctx.now, timeZone);
  // A day is 23 to 25 hours: what begins on another date is left out again.
  const near = [new Date(ctx.now.getTime() - 26 * 3_600_000), new Date(ctx.now.getTime() + 26 * 3_600_000)] as const;
  return listVisits(ctx, ...near).then((rows) => rows.filter((row) => localDate(row.startsAt, timeZone) === date));
}

/** The coming visit about a ticket, or null. */
export function comingVisit(ctx: Context, reference: string): Promise<VisitRow | null> {
  return read(ctx, async (tx) => {
    const [row] = await tx
      .select(columns)
      .from(visits)
      .innerJoin(tickets, eq(tickets.id, visits.ticketId))
      .innerJoin(units, eq(units.id, tickets.unitId))
      .innerJoin(persons, eq(persons.id, tickets.requesterId))
      .where(
        and(
          eq(visits.organisationId, ctx.organisation.id),
          eq(tickets.reference, reference),
          inArray(visits.status, ["booked", "arrived"]),
          readable(ctx),
        ),
      );
    return row ? { ...row.visit, ...row.about } : null;
  });
}
