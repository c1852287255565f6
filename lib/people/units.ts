import { and, asc, eq, inArray, or, sql } from "drizzle-orm";
import type { Tx } from "@/db/client";
import { costCentres, units } from "@/db/schema/people";
import { type Context, read } from "@/lib/base/context";
import { NotFound } from "@/lib/base/errors";
import { personOf, unitPathsFor } from "@/lib/base/may";

export type Unit = { id: string; slug: string; name: string; path: string };
export type UnitWithCodes = Unit & { costCentres: { code: string; name: string }[] };

/** The units a person may order for: their own, and everything under a role that orders for others. By path. */
export async function listUnitsFor(ctx: Context): Promise<UnitWithCodes[]> {
  const { unitId } = personOf(ctx);
  const under = unitPathsFor(ctx.actor, "order:placeForOthers").map((path) => sql`starts_with(${units.path}, ${path})`);
  return read(ctx, async (tx) => {
    const { id, slug, name, path } = units;
    const found = await tx
      .select({ id, slug, name, path })
      .from(units)
      .where(and(eq(units.organisationId, ctx.organisation.id), or(eq(units.id, unitId), ...under)))
      .orderBy(asc(path));
    const codes = await codesOf(ctx, tx, found);
    return found.map((unit) => ({ ...unit, costCentres: codes.get(unit.id) ?? [] }));
  });
}

/** A unit by slug, whoever asks; NotFound outside the organisation. */
export function getUnit(ctx: Context, slug: string): Promise<UnitWithCodes> {
  return read(ctx, async (tx) => {
    const { id, name, path } = units;
    const [unit] = await tx
      .select({ id, slug: units.slug, name, path })
      .from(units)
      .where(and(eq(units.organisationId, ctx.organisation.id), eq(units.slug, slug)));
    if (!unit) throw new NotFound("people.noSuchUnit");
    const codes = await codesOf(ctx, tx, [unit]);
    return { ...unit, costCentres: codes.get(unit.id) ?? [] };
  });
}

/** The unit's own list of cost centres, against which an order is checked. */
export async function listCostCentres(ctx: Context, unitId: string): Promise<{ code: string; name: string }[]> {
  const codes = await read(ctx, (tx) => codesOf(ctx, tx, [{ id: unitId }]));
  return codes.get(unitId) ?? [];
}

async function codesOf(ctx: Context, tx: Tx, of: { id: string }[]) {
  const byUnit = new Map<string, { code: string; name: string }[]>();
  const ids = of.map(({ id }) => id);
  const rows = await tx
    .select({ unitId: costCentres.unitId, code: costCentres.code, name: costCentres.name })
    .from(costCentres)
    .where(and(eq(costCentres.organisationId, ctx.organisation.id), inArray(costCentres.unitId, ids)))
    .orderBy(asc(costCentres.code));
  for (const { unitId, code, name } of rows) byUnit.set(unitId, [...(byUnit.get(unitId) ?? []), { code, name }]);
  return byUnit;
}
