import { and, asc, desc, eq, isNull, ne, or, sql } from "drizzle-orm";
import type { Tx } from "@/db/client";
import { letters } from "@/db/schema/history";
import type { HoldReason } from "@/db/words";
import { type Context, inTransaction } from "@/lib/base/context";
import { holdReasonFor } from "./letter-budget";

export type LetterRow = typeof letters.$inferSelect;

/** Notices to one person about one ticket that come this close upon each other leave as one letter. */
export const groupMs = 10_000;
/** A notice over its budget is not lost: it is looked at again, and leaves with what has come since. */
const overBudgetMs = 10 * 60_000;

/**
 * A letter claimed by this worker, with those that leave in it; null where there is nothing to send now: another has it, it goes with
 * another, it is held, or waits for company. Budgets are counted one letter at a time.
 */
export async function claimLetter(
  ctx: Context,
  letterId: string,
  workerId: string,
): Promise<{ letter: LetterRow; company: LetterRow[] } | null> {
  return inTransaction(ctx, async (tx) => {
    await tx.execute(sql`select pg_advisory_xact_lock(hashtextextended(${ctx.organisation.id}, 11))`);
    const [letter] = await tx
      .update(letters)
      .set({ claimedBy: workerId, nextAttemptAt: null, heldBecause: null, attempts: sql`${letters.attempts} + 1` })
      .where(
        and(
          eq(letters.id, letterId),
          eq(letters.status, "queued"),
          isNull(letters.claimedBy),
          isNull(letters.sentWithId),
        ),
      )
      .returning();
    if (!letter) return null;
    if (letter.attempts > 1) return { letter, company: await companyOf(tx, letter) };
    const hold = await holdReasonFor(ctx, tx, letter);
    if (hold) await putBack(ctx, tx, letter, hold);
    const waitUntil = hold ? null : await nextInGroup(ctx, tx, letter);
    if (waitUntil) await wait(tx, letter, { nextAttemptAt: waitUntil });
    if (hold || waitUntil) return null;
    await gather(tx, letter);
    return { letter, company: await companyOf(tx, letter) };
  });
}

const isGrouped = (letter: LetterRow): boolean => letter.origin === "notice" && letter.ticketId !== null;

/** What is muted or an answer too many stays where it is, for good. */
async function putBack(ctx: Context, tx: Tx, letter: LetterRow, heldBecause: HoldReason): Promise<void> {
  const isForGood = heldBecause === "muted" || letter.origin === "answer";
  if (!isForGood) {
    const nextAttemptAt = new Date(ctx.now.getTime() + overBudgetMs);
    return wait(tx, letter, { nextAttemptAt, heldBecause });
  }
  await tx
    .update(letters)
    .set({ status: "held", heldBecause, claimedBy: null, attempts: 0 })
    .where(eq(letters.id, letter.id));
}

async function wait(tx: Tx, letter: LetterRow, until: Partial<LetterRow>): Promise<void> {
  await tx
    .update(letters)
    .set({ ...until, claimedBy: null, attempts: 0 })
    .where(eq(letters.id, letter.id));
}

const sameGroup = (letter: LetterRow) =>
  and(
    eq(letters.organisationId, letter.organisationId),
    eq(letters.toAddress, letter.toAddress),
    eq(letters.ticketId, letter.ticketId ?? ""),
    eq(letters.origin, "notice"),
    ne(letters.id, letter.id),
  );

/** The first leaves at once; what follows close upon it waits for the end of the window. */
async function nextInGroup(ctx: Context, tx: Tx, letter: LetterRow): Promise<Date | null> {
  if (!isGrouped(letter)) return null;
  const [last] = await tx
    .select({ sentAt: letters.sentAt, claimedBy: letters.claimedBy })
    .from(letters)
    .where(
      and(
        sameGroup(letter),
        or(eq(letters.status, "sent"), and(eq(letters.status, "queued"), sql`${letters.claimedBy} is not null`)),
      ),
    )
    .orderBy(sql`${letters.sentAt} desc nulls first`)
    .limit(1);
  if (!last) return null;
  const end = new Date((last.sentAt ?? ctx.now).getTime() + groupMs);
  return end > ctx.now ? end : null;
}

/** What else waits leaves with it, and from then on only with it: a letter sent again after a crash says the same. */
async function gather(tx: Tx, letter: LetterRow): Promise<void> {
  if (!isGrouped(letter)) return;
  await tx
    .update(letters)
    .set({ sentWithId: letter.id, nextAttemptAt: null, heldBecause: null })
    .where(
      and(
        sameGroup(letter),
        eq(letters.status, "queued"),
        isNull(letters.claimedBy),
        isNull(letters.sentWithId),
        eq(letters.attempts, 0),
      ),
    );
}

function companyOf(tx: Tx, letter: LetterRow): Promise<LetterRow[]> {
  return tx
    .select()
    .from(letters)
    .where(and(eq(letters.organisationId, letter.organisationId), eq(letters.sentWithId, letter.id)))
    .orderBy(asc(letters.createdAt), desc(letters.id));
}
