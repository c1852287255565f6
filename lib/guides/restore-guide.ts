import { and, eq } from "drizzle-orm";
import { guides, guideVersions } from "@/db/schema/guides";
import { type Context, inTransaction } from "@/lib/base/context";
import { NotFound, RuleBroken } from "@/lib/base/errors";
import { newId } from "@/lib/base/ids";
import { personOf, requireMay } from "@/lib/base/may";
import { record } from "@/lib/history/record";
import { findDraft, guideToChange, nextNumber, versionColumns } from "./internal";
import type { RestoreGuide } from "./schema";

/** Brings an earlier version back, as a new one that says which: what was published in between stays to be read. */
export async function restoreGuide(ctx: Context, input: RestoreGuide): Promise<{ slug: string; number: number }> {
  requireMay(ctx, "guide:publish");
  return inTransaction(ctx, async (tx) => {
    const guide = await guideToChange(ctx, tx, input);
    if (await findDraft(tx, guide)) throw new RuleBroken("guides.draftInTheWay");
    if (guide.publishedNumber === input.number) throw new RuleBroken("guides.holdsAlready");
    const [earlier] = await tx
      .select(versionColumns)
      .from(guideVersions)
      .where(and(eq(guideVersions.guideId, guide.id), eq(guideVersions.number, input.number)));
    if (!earlier) throw new NotFound();
    const number = await nextNumber(tx, guide);
    await tx.insert(guideVersions).values({
      ...earlier,
      ...{ id: newId(), organisationId: ctx.organisation.id, number, restoredFrom: earlier.number },
      ...{ publishedById: personOf(ctx).personId, publishedAt: ctx.now },
    });
    await tx.update(guides).set({ publishedNumber: number }).where(eq(guides.id, guide.id));
    await record(ctx, tx, "guides.restored", { kind: "guide", id: guide.slug }, { number, from: earlier.number });
    return { slug: guide.slug, number };
  });
}
