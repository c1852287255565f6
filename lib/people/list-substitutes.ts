import { and, asc, eq, gte, or, type SQL, sql } from "drizzle-orm";
import { alias } from "drizzle-orm/pg-core";
import { persons, substitutes, units } from "@/db/schema/people";
import { type Context, read } from "@/lib/base/context";
import { localDate } from "@/lib/base/format";
import { personOf, requireMay, unitPathsFor } from "@/lib/base/may";

/** Who stands in for whom, from one day to another ("YYYY-MM-DD"), both included. */
export type SubstituteRow = { id: string; away: string; substitute: string; email: string; from: string; to: string };

/** Who stands in for oneself, now and later. */
export const listMySubstitutes = (ctx: Context): Promise<SubstituteRow[]> =>
  listWhere(ctx, eq(substitutes.personId, personOf(ctx).personId));

/** For whom one stands in, now and later. */
export const listForWhomIStandIn = (ctx: Context): Promise<SubstituteRow[]> =>
  listWhere(ctx, eq(substitutes.substituteId, personOf(ctx).personId));

/** Everyone's whom the administrator may appoint for. */
export async function listAllSubstitutes(ctx: Context): Promise<SubstituteRow[]> {
  requireMay(ctx, "person:edit");
  const under = unitPathsFor(ctx.actor, "person:edit").map((path) => sql`starts_with(${units.path}, ${path})`);
  return listWhere(ctx, or(...under));
}

/** In one question, the soonest first; what has been is left to history. */
function listWhere(ctx: Context, whose: SQL | undefined): Promise<SubstituteRow[]> {
  const standIn = alias(persons, "stand_in");
  const { id, fromDate, toDate } = substitutes;
  return read(ctx, (tx) =>
    tx
      .select({
        ...{ id, away: persons.name, substitute: standIn.name, email: standIn.email },
        ...{ from: fromDate, to: toDate },
      })
      .from(substitutes)
      .innerJoin(persons, eq(persons.id, substitutes.personId))
      .innerJoin(units, eq(units.id, persons.unitId))
      .innerJoin(standIn, eq(standIn.id, substitutes.substituteId))
      .where(
        and(
          eq(substitutes.organisationId, ctx.organisation.id),
          gte(toDate, localDate(ctx.now, ctx.organisation.timeZone)),
          whose,
        ),
      )
      .orderBy(asc(fromDate), asc(standIn.name))
      .limit(500),
  );
}
