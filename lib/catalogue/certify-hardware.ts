import { asc, eq, sql } from "drizzle-orm";
import type { Tx } from "@/db/client";
import { hardwareCertifications } from "@/db/schema/catalogue";
import { type Context, inTransaction } from "@/lib/base/context";
import { Conflict, RuleBroken } from "@/lib/base/errors";
import { newId } from "@/lib/base/ids";
import { translator } from "@/lib/base/language";
import { personOf, requireMay } from "@/lib/base/may";
import { record } from "@/lib/history/record";
import { type Certification, certificationOf } from "./certification";
import { lockedModelOrThrow } from "./internal";
import type { CertifyHardware } from "./schema";

/**
 * Writes the outcome of one certification step (C8). RuleBroken `catalogue.stepTooEarly` where a step before it has not passed; a step
 * that has passed may only be failed again, so a second "passed" is a Conflict.
 */
export async function certifyHardware(ctx: Context, input: CertifyHardware): Promise<Certification> {
  requireMay(ctx, "catalogue:edit");
  const { model, step, passed, note } = input;
  return inTransaction(ctx, async (tx) => {
    const row = await lockedModelOrThrow(ctx, tx, model);
    const before = await outcomesOf(tx, row.id);
    const standing = certificationOf(before);
    const isPassed = standing.passed.includes(step);
    if (isPassed && passed) throw new Conflict("catalogue.stepAlreadyPassed");
    if (!isPassed && step !== standing.next) throw new RuleBroken("catalogue.stepTooEarly", stepNamed(ctx, standing));
    const at = new Date(Math.max(ctx.now.getTime(), (before.at(-1)?.at.getTime() ?? 0) + 1));
    const id = newId();
    const of = { organisationId: ctx.organisation.id, modelId: row.id, byId: personOf(ctx).personId };
    await tx.insert(hardwareCertifications).values({ id, ...of, step, passed, note, at });
    await record(ctx, tx, "catalogue.certifyHardware", { kind: "hardware", id: row.id }, { model, step, passed });
    return certificationOf([...before, { step, passed }]);
  });
}

function outcomesOf(tx: Tx, modelId: string) {
  return tx
    .select()
    .from(hardwareCertifications)
    .where(eq(hardwareCertifications.modelId, modelId))
    .orderBy(
      asc(hardwareCertifications.at),
      sql`array_position(array['general', 'technical', 'business'], ${hardwareCertifications.step})`,
    );
}

function stepNamed(ctx: Context, { next }: Certification): Record<string, string> {
  return { step: next ? translator(ctx.language)(`catalogue.step.${next}`) : "" };
}
