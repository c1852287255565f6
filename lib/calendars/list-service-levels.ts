import { asc, desc, eq } from "drizzle-orm";
import { serviceLevels } from "@/db/schema/calendars";
import { type Context, read } from "@/lib/base/context";

/** Every service level by its newest name, to choose among. */
export function listServiceLevels(ctx: Context): Promise<{ slug: string; name: string }[]> {
  const { slug, name, version } = serviceLevels;
  return read(ctx, (tx) =>
    tx
      .selectDistinctOn([slug], { slug, name })
      .from(serviceLevels)
      .where(eq(serviceLevels.organisationId, ctx.organisation.id))
      .orderBy(asc(slug), desc(version)),
  );
}
