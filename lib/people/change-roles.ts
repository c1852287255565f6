import { and, eq, inArray } from "drizzle-orm";
import { roleAssignments, units } from "@/db/schema/people";
import { systemNow } from "@/lib/base/clock";
import { type Context, inTransaction } from "@/lib/base/context";
import { Invalid, NotFound } from "@/lib/base/errors";
import { newId } from "@/lib/base/ids";
import { requireMay } from "@/lib/base/may";
import { record } from "@/lib/history/record";
import { unitPathOfPerson } from "./internal";
import type { ChangeRoles } from "./schema";

/**
 * The roles an administrator gives a person, as a whole; those from the identity provider's groups stay. In force on the person's
 * next request. The administrator needs the right over the person and over every unit named.
 */
export async function changeRoles(ctx: Context, { personId, roles }: ChangeRoles): Promise<void> {
  return inTransaction(ctx, async (tx) => {
    const unitPath = await unitPathOfPerson(ctx, tx, personId);
    if (!unitPath) throw new NotFound("people.noSuchPerson");
    requireMay(ctx, "person:edit", { unitPath });
    const ids = [...new Set(roles.map(({ unitId }) => unitId))];
    const known = await tx
      .select({ id: units.id, path: units.path })
      .from(units)
      .where(and(eq(units.organisationId, ctx.organisation.id), inArray(units.id, ids)));
    if (known.length !== ids.length) throw new Invalid([{ path: "roles", key: "people.noSuchUnit" }]);
    for (const { path } of known) requireMay(ctx, "person:edit", { unitPath: path });
    const before = await tx
      .delete(roleAssignments)
      .where(
        and(
          eq(roleAssignments.organisationId, ctx.organisation.id),
          eq(roleAssignments.personId, personId),
          eq(roleAssignments.source, "administrator"),
        ),
      )
      .returning({ role: roleAssignments.role, unitId: roleAssignments.unitId });
    const rows = roles.map(({ role, unitId }) => {
      const source = "administrator" as const;
      const given = { role, unitId, personId, source, createdAt: systemNow() };
      return { id: newId(), organisationId: ctx.organisation.id, ...given };
    });
    if (rows.length > 0) await tx.insert(roleAssignments).values(rows).onConflictDoNothing();
    await record(ctx, tx, "people.roles_changed", { kind: "person", id: personId }, { before, after: roles });
  });
}
