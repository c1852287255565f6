import { eq } from "drizzle-orm";
import { guideVersions } from "@/db/schema/guides";
import { type Context, inTransaction } from "@/lib/base/context";
import { RuleBroken } from "@/lib/base/errors";
import { requireMay } from "@/lib/base/may";
import { record } from "@/lib/history/record";
import { findDraft, guideToChange } from "./internal";
import type { OnGuide } from "./schema";

/** Throws a draft away; what is published stays. RuleBroken where there is none, or nothing else. */
export async function discardDraft(ctx: Context, input: OnGuide): Promise<void> {
  requireMay(ctx, "guide:write");
  await inTransaction(ctx, async (tx) => {
    const guide = await guideToChange(ctx, tx, input);
    const draft = await findDraft(tx, guide);
    if (!draft) throw new RuleBroken("guides.nothingToPublish");
    if (guide.publishedNumber === null) throw new RuleBroken("guides.onlyDraft");
    await tx.delete(guideVersions).where(eq(guideVersions.id, draft.id));
    await record(ctx, tx, "guides.discarded", { kind: "guide", id: guide.slug }, { number: draft.number });
  });
}
