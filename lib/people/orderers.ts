import { and, asc, desc, eq, inArray, isNull, sql } from "drizzle-orm";
import { persons, roleAssignments, units } from "@/db/schema/people";
import type { Role } from "@/db/words";
import { type Context, read } from "@/lib/base/context";

export type Orderer = { name: string; email: string; role: Extract<Role, "orderer" | "coordinator">; unitName: string };

/** Whom to ask for what only an authorised orderer or IT coordinator may order (A4, A5): those nearest the unit first. */
export function listOrderers(ctx: Context, unitPath: string): Promise<Orderer[]> {
  return read(ctx, async (tx) => {
    const rows = await tx
      .select({ name: persons.name, email: persons.email, role: roleAssignments.role, unitName: units.name })
      .from(roleAssignments)
      .innerJoin(persons, eq(persons.id, roleAssignments.personId))
      .innerJoin(units, eq(units.id, roleAssignments.unitId))
      .where(
        and(
          eq(roleAssignments.organisationId, ctx.organisation.id),
          inArray(roleAssignments.role, ["orderer", "coordinator"]),
          isNull(persons.disabledAt),
          eq(persons.hasProtectedIdentity, false),
          sql`starts_with(${unitPath}, ${units.path})`,
        ),
      )
      .orderBy(desc(sql`length(${units.path})`), asc(persons.name))
      .limit(10);
    const seen = new Set<string>();
    return rows.filter(({ email }) => !seen.has(email) && seen.add(email)) as Orderer[];
  });
}
