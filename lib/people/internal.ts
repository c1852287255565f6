import { and, eq } from "drizzle-orm";
import type { Tx } from "@/db/client";
import { persons, units } from "@/db/schema/people";
import type { Context } from "@/lib/base/context";

/** Where a person of the organisation belongs, the person's row held until the transaction ends; undefined for others. */
export async function unitPathOfPerson(ctx: Context, tx: Tx, personId: string): Promise<string | undefined> {
  const [row] = await tx
    .select({ path: units.path })
    .from(persons)
    .innerJoin(units, eq(units.id, persons.unitId))
    .where(and(eq(persons.organisationId, ctx.organisation.id), eq(persons.id, personId)))
    .for("update", { of: persons });
  return row?.path;
}
