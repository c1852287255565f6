import { guideAnswers } from "@/db/schema/guides";
import { type Context, inTransaction } from "@/lib/base/context";
import { NotFound } from "@/lib/base/errors";
import { newId } from "@/lib/base/ids";
import { personOf, requireMay } from "@/lib/base/may";
import { guideOrThrow } from "./internal";
import { getGuide } from "./queries";
import type { AnswerGuide } from "./schema";

/** "Hjälpte detta?": one answer a person and guide; a later one takes its place. NotFound for a guide that the person may not read. */
export async function answerGuide(ctx: Context, input: AnswerGuide): Promise<void> {
  requireMay(ctx, "guide:answer");
  const { personId } = personOf(ctx);
  await inTransaction(ctx, async (tx) => {
    await getGuide({ ...ctx, tx }, input.slug);
    const guide = await guideOrThrow(ctx, tx, input.slug);
    if (guide.publishedNumber === null) throw new NotFound();
    const said = {
      ...{ versionNumber: guide.publishedNumber, hasHelped: input.answer === "yes", text: input.text, at: ctx.now },
      isInsteadOfTicket: input.answer === "yes" && input.from === "report",
    };
    await tx
      .insert(guideAnswers)
      .values({ id: newId(), organisationId: ctx.organisation.id, guideId: guide.id, personId, ...said })
      .onConflictDoUpdate({
        target: [guideAnswers.organisationId, guideAnswers.guideId, guideAnswers.personId],
        set: said,
      });
  });
}
