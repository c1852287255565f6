import { and, eq, gte } from "drizzle-orm";
import { persons, substitutes, units } from "@/db/schema/people";
import { type Context, inTransaction } from "@/lib/base/context";
import { NotFound } from "@/lib/base/errors";
import { localDate } from "@/lib/base/format";
import { may, personOf } from "@/lib/base/may";
import { record } from "@/lib/history/record";
import type { EndSubstitute } from "./schema";

/**
 * Takes the substitute's right away, from their next request: one's own substitute, or anyone's for an administrator. What was is
 * kept in history. NotFound for others', for one that is ended, and for one whose last day has been.
 */
export async function endSubstitute(ctx: Context, { id }: EndSubstitute): Promise<void> {
  const self = personOf(ctx).personId;
  return inTransaction(ctx, async (tx) => {
    const [found] = await tx
      .select({ personId: substitutes.personId, unitPath: units.path })
      .from(substitutes)
      .innerJoin(persons, eq(persons.id, substitutes.personId))
      .innerJoin(units, eq(units.id, persons.unitId))
      .where(and(eq(substitutes.organisationId, ctx.organisation.id), eq(substitutes.id, id)));
    const isTheirs = found && (found.personId === self || may(ctx.actor, "person:edit", found));
    if (!isTheirs) throw new NotFound("people.substitutes.gone");
    const [ended] = await tx
      .delete(substitutes)
      .where(
        and(
          eq(substitutes.organisationId, ctx.organisation.id),
          eq(substitutes.id, id),
          gte(substitutes.toDate, localDate(ctx.now, ctx.organisation.timeZone)),
        ),
      )
      .returning();
    if (!ended) throw new NotFound("people.substitutes.gone");
    const { personId, substituteId, fromDate, toDate } = ended;
    const detail = { id, personId, substituteId, fromDate, toDate };
    await record(ctx, tx, "people.substitute_ended", { kind: "person", id: personId }, detail);
  });
}
