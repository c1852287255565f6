import { and, eq, max } from "drizzle-orm";
import type { Tx } from "@/db/client";
import { calendars, policies, serviceLevels } from "@/db/schema/calendars";
import type { Context } from "@/lib/base/context";

/** The newest version's number, 0 where the slug is new. */
export async function latestCalendarVersion(ctx: Context, tx: Tx, slug: string): Promise<number> {
  const own = and(eq(calendars.organisationId, ctx.organisation.id), eq(calendars.slug, slug));
  const [row] = await tx
    .select({ newest: max(calendars.version) })
    .from(calendars)
    .where(own);
  return row?.newest ?? 0;
}

/** The newest version's number, 0 where the slug is new. */
export async function latestPolicyVersion(ctx: Context, tx: Tx, slug: string): Promise<number> {
  const own = and(eq(policies.organisationId, ctx.organisation.id), eq(policies.slug, slug));
  const [row] = await tx
    .select({ newest: max(policies.version) })
    .from(policies)
    .where(own);
  return row?.newest ?? 0;
}

/** The newest version's number, 0 where the slug is new. */
export async function latestLevelVersion(ctx: Context, tx: Tx, slug: string): Promise<number> {
  const own = and(eq(serviceLevels.organisationId, ctx.organisation.id), eq(serviceLevels.slug, slug));
  const [row] = await tx
    .select({ newest: max(serviceLevels.version) })
    .from(serviceLevels)
    .where(own);
  return row?.newest ?? 0;
}
