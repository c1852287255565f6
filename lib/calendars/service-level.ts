import { and, desc, eq } from "drizzle-orm";
import { type LevelPromise, serviceLevels } from "@/db/schema/calendars";
import { type Context, read } from "@/lib/base/context";
import { NotFound } from "@/lib/base/errors";

export type ServiceLevel = { id: string; slug: string; version: number; name: string; promises: LevelPromise[] };

/** The newest version, by which new tickets start. NotFound: `calendars.noSuchLevel`. */
export function currentServiceLevel(ctx: Context, slug: string): Promise<ServiceLevel> {
  return read(ctx, async (tx) => {
    const { id, version, name, promises } = serviceLevels;
    const [level] = await tx
      .select({ id, slug: serviceLevels.slug, version, name, promises })
      .from(serviceLevels)
      .where(and(eq(serviceLevels.organisationId, ctx.organisation.id), eq(serviceLevels.slug, slug)))
      .orderBy(desc(serviceLevels.version))
      .limit(1);
    if (!level) throw new NotFound("calendars.noSuchLevel");
    return level;
  });
}
