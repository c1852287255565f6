import { eq } from "drizzle-orm";
import { guides, guideVersions } from "@/db/schema/guides";
import { type Context, inTransaction } from "@/lib/base/context";
import { RuleBroken } from "@/lib/base/errors";
import { personOf, requireMay } from "@/lib/base/may";
import { record } from "@/lib/history/record";
import { findDraft, guideToChange } from "./internal";
import type { OnGuide } from "./schema";

/** Makes the draft the version that holds, with who and when. RuleBroken where there is no draft; VersionMismatch where it was rewritten meanwhile. */
export async function publishGuide(ctx: Context, input: OnGuide): Promise<{ slug: string; number: number }> {
  requireMay(ctx, "guide:publish");
  return inTransaction(ctx, async (tx) => {
    const guide = await guideToChange(ctx, tx, input);
    const draft = await findDraft(tx, guide);
    if (!draft) throw new RuleBroken("guides.nothingToPublish");
    const { number } = draft;
    await tx
      .update(guideVersions)
      .set({ status: "published", publishedById: personOf(ctx).personId, publishedAt: ctx.now })
      .where(eq(guideVersions.id, draft.id));
    await tx.update(guides).set({ publishedNumber: number }).where(eq(guides.id, guide.id));
    await record(ctx, tx, "guides.published", { kind: "guide", id: guide.slug }, { number });
    return { slug: guide.slug, number };
  });
}
