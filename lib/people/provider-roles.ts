import { and, eq, inArray } from "drizzle-orm";
import type { Tx } from "@/db/client";
import { groupMappings, roleAssignments } from "@/db/schema/people";
import { systemNow } from "@/lib/base/clock";
import type { Context } from "@/lib/base/context";
import { newId } from "@/lib/base/ids";

/** Makes the roles that come from the identity provider exactly what the administrator's mapping gives for these groups. */
export async function replaceProviderRoles(ctx: Context, tx: Tx, personId: string, groups: string[]): Promise<void> {
  await tx
    .delete(roleAssignments)
    .where(
      and(
        eq(roleAssignments.organisationId, ctx.organisation.id),
        eq(roleAssignments.personId, personId),
        eq(roleAssignments.source, "identity_provider"),
      ),
    );
  if (groups.length === 0) return;
  const given = await tx
    .selectDistinct({ role: groupMappings.role, unitId: groupMappings.unitId })
    .from(groupMappings)
    .where(and(eq(groupMappings.organisationId, ctx.organisation.id), inArray(groupMappings.groupName, groups)));
  const rows = given.map(({ role, unitId }) => {
    const source = "identity_provider" as const;
    const held = { personId, role, unitId, source, createdAt: systemNow() };
    return { id: newId(), organisationId: ctx.organisation.id, ...held };
  });
  if (rows.length > 0) await tx.insert(roleAssignments).values(rows).onConflictDoNothing();
}
