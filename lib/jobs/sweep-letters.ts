import { and, eq, isNotNull, lte, or } from "drizzle-orm";
import { letters } from "@/db/schema/history";
import { type Context, inTransaction } from "@/lib/base/context";
import { enqueue } from "@/lib/queue/enqueue";

/** Letters whose pause is over, and letters that a dead worker had claimed, go back in the queue. */
export async function sweepLetters(ctx: Context, isDead: (workerId: string) => Promise<boolean>): Promise<void> {
  await inTransaction(ctx, async (tx) => {
    const found = await tx
      .select({ id: letters.id, claimedBy: letters.claimedBy })
      .from(letters)
      .where(
        and(
          eq(letters.organisationId, ctx.organisation.id),
          eq(letters.status, "queued"),
          or(lte(letters.nextAttemptAt, ctx.now), isNotNull(letters.claimedBy)),
        ),
      )
      .limit(500)
      .for("update", { skipLocked: true });
    for (const letter of found) {
      if (letter.claimedBy && !(await isDead(letter.claimedBy))) continue;
      await tx.update(letters).set({ claimedBy: null, nextAttemptAt: null }).where(eq(letters.id, letter.id));
      await enqueue(ctx, tx, "mail.send", { letterId: letter.id });
    }
  });
}
