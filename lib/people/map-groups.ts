import { asc, eq, inArray } from "drizzle-orm";
import * as z from "zod";
import { groupMappings, units } from "@/db/schema/people";
import { roles } from "@/db/words";
import { type Context, inTransaction, read } from "@/lib/base/context";
import { Invalid } from "@/lib/base/errors";
import { newId } from "@/lib/base/ids";
import { requireMay } from "@/lib/base/may";
import { record } from "@/lib/history/record";

/** Which group of the identity provider gives which role, and over which unit; the whole list each time. */
export const MapGroups = z.object({
  groups: z
    .array(z.object({ group: z.string().trim().min(1).max(200), role: z.enum(roles), unit: z.string() }))
    .max(500),
});
export type MapGroups = z.output<typeof MapGroups>;

/** Sets the list anew; it takes effect for each person at their next sign-in. Invalid at a unit that is not the organisation's. */
export async function mapGroups(ctx: Context, { groups }: MapGroups): Promise<void> {
  requireMay(ctx, "person:edit");
  await inTransaction(ctx, async (tx) => {
    const slugs = groups.map(({ unit }) => unit);
    const known = await tx
      .select({ id: units.id, slug: units.slug })
      .from(units)
      .where(inArray(units.slug, [...slugs, ""]));
    const idOf = new Map(known.map(({ id, slug }) => [slug, id]));
    const faults = slugs.flatMap((slug, n) =>
      idOf.has(slug) ? [] : [{ path: `groups.${n}.unit`, key: "people.noSuchUnit" as const }],
    );
    if (faults.length > 0) throw new Invalid(faults);
    const organisationId = ctx.organisation.id;
    await tx.delete(groupMappings).where(eq(groupMappings.organisationId, organisationId));
    const rows = groups.map(({ group: groupName, role, unit }) => {
      return { id: newId(), organisationId, groupName, role, unitId: idOf.get(unit) ?? "" };
    });
    if (rows.length > 0) await tx.insert(groupMappings).values(rows).onConflictDoNothing();
    await record(ctx, tx, "people.groups_mapped", { kind: "organisation", id: organisationId }, { groups });
  });
}

export async function listGroupMappings(ctx: Context): Promise<MapGroups> {
  requireMay(ctx, "person:edit");
  const groups = await read(ctx, (tx) =>
    tx
      .select({ group: groupMappings.groupName, role: groupMappings.role, unit: units.slug })
      .from(groupMappings)
      .innerJoin(units, eq(units.id, groupMappings.unitId))
      .orderBy(asc(groupMappings.groupName)),
  );
  return { groups };
}
