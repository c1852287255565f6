import { and, eq } from "drizzle-orm";
import type { Tx } from "@/db/client";
import { idempotencyKeys } from "@/db/schema/history";
import { systemNow } from "@/lib/base/clock";
import { type Context, inTransaction } from "@/lib/base/context";
import { Conflict, Invalid } from "@/lib/base/errors";
import { newId } from "@/lib/base/ids";
import { personOf } from "@/lib/base/may";
import { seal, unseal } from "@/lib/base/seal";

/** An answer as it went out, so that it can go out again. */
export type KeptAnswer = { status: number; headers: Record<string, string>; body: string };

/**
 * Runs `run` at most once for this person and key, in the transaction that also keeps the answer: whoever comes with the same key
 * meanwhile waits at the unique index, and gets the first answer, or runs itself if the first was rolled back. Conflict when the
 * key was used for another request. The verb joins the transaction through `ctx.tx`.
 */
export function once(
  ctx: Context,
  { key, requestHash, isSecret = false }: { key: string; requestHash: string; isSecret?: boolean },
  run: (ctx: Context) => Promise<KeptAnswer>,
): Promise<KeptAnswer & { isReplay: boolean }> {
  if (!/^[\x21-\x7e]{1,200}$/.test(key)) {
    throw new Invalid([{ path: "Idempotency-Key", key: "errors.idempotencyKey" }]);
  }
  const { personId } = personOf(ctx);
  return inTransaction(ctx, async (tx) => {
    const row = {
      id: newId(),
      organisationId: ctx.organisation.id,
      personId,
      key,
      requestHash,
      createdAt: systemNow(),
    };
    const [claimed] = await tx
      .insert(idempotencyKeys)
      .values(row)
      .onConflictDoNothing()
      .returning({ id: idempotencyKeys.id });
    if (!claimed) return { ...(await firstAnswer(ctx, tx, key, requestHash)), isReplay: true };
    const answer = await run({ ...ctx, tx });
    // As one text: jsonb would sort the keys, and the first answer is to go out again byte for byte.
    const text = JSON.stringify(answer);
    const kept = { status: answer.status, answer: isSecret ? { sealed: seal(text, purposeOf(row.id)) } : { text } };
    await tx.update(idempotencyKeys).set(kept).where(eq(idempotencyKeys.id, claimed.id));
    return { ...answer, isReplay: false };
  });
}

async function firstAnswer(ctx: Context, tx: Tx, key: string, requestHash: string): Promise<KeptAnswer> {
  const [first] = await tx
    .select({ id: idempotencyKeys.id, hash: idempotencyKeys.requestHash, answer: idempotencyKeys.answer })
    .from(idempotencyKeys)
    .where(
      and(
        eq(idempotencyKeys.organisationId, ctx.organisation.id),
        eq(idempotencyKeys.personId, personOf(ctx).personId),
        eq(idempotencyKeys.key, key),
      ),
    );
  if (!first || first.hash !== requestHash) throw new Conflict("errors.idempotencyOther");
  const kept = first.answer as { text: string } | { sealed: string };
  return JSON.parse("text" in kept ? kept.text : unseal(kept.sealed, purposeOf(first.id))) as KeptAnswer;
}

const purposeOf = (id: string): string => `idempotency:${id}`;
