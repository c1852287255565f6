import { sql } from "drizzle-orm";
import { guideShowings } from "@/db/schema/guides";
import { type Context, inTransaction } from "@/lib/base/context";
import { localDate } from "@/lib/base/format";
import { newId } from "@/lib/base/ids";
import { guideOrThrow } from "./internal";
import { getGuide } from "./queries";

/** Counts that a guide was shown, a row a day and no person. NotFound for one that may not be read. */
export async function countShown(ctx: Context, { slug }: { slug: string }): Promise<void> {
  await inTransaction(ctx, async (tx) => {
    await getGuide({ ...ctx, tx }, slug);
    const guide = await guideOrThrow(ctx, tx, slug);
    const day = localDate(ctx.now, ctx.organisation.timeZone);
    await tx
      .insert(guideShowings)
      .values({ id: newId(), organisationId: ctx.organisation.id, guideId: guide.id, day, count: 1 })
      .onConflictDoUpdate({
        target: [guideShowings.organisationId, guideShowings.guideId, guideShowings.day],
        set: { count: sql`${guideShowings.count} + 1` },
      });
  });
}
