import { and, eq, isNull } from "drizzle-orm";
import { letters } from "@/db/schema/history";
import { type Context, inTransaction } from "@/lib/base/context";
import { Unavailable } from "@/lib/base/errors";
import { log } from "@/lib/base/log";
import { mailerFor } from "@/lib/connections/adapters";
import { LetterContent } from "@/lib/letters/schema";
import { layOut } from "@/lib/mail";

/** Minutes between attempts; after the last the letter is marked failed and stays to be seen. */
const pauses = [0.5, 2, 10, 30, 60, 240] as const;

type LetterRow = typeof letters.$inferSelect;

/**
 * Sends a letter once: claimed, sent outside the transaction, confirmed. Its Message-ID follows from its row, so that the one letter
 * which a killed worker may send again is recognised as the same by every mail system.
 */
export async function sendLetter(ctx: Context, letterId: string, workerId: string): Promise<void> {
  const [letter] = await inTransaction(ctx, (tx) =>
    tx
      .update(letters)
      .set({ claimedBy: workerId, nextAttemptAt: null })
      .where(and(eq(letters.id, letterId), eq(letters.status, "queued"), isNull(letters.claimedBy)))
      .returning(),
  );
  if (!letter) return;
  const outcome = await attempt(ctx, letter);
  await inTransaction(ctx, (tx) =>
    tx
      .update(letters)
      .set({ ...outcome, claimedBy: null, attempts: letter.attempts + 1 })
      .where(and(eq(letters.id, letterId), eq(letters.claimedBy, workerId))),
  );
}

async function attempt(ctx: Context, letter: LetterRow): Promise<Partial<LetterRow>> {
  const content = LetterContent.parse(letter.content);
  try {
    const mailer = await mailerFor(ctx);
    const sent = await mailer.send({
      id: letter.id,
      to: letter.toAddress,
      subject: content.subject,
      ...layOut(content),
      attachments: content.attachments,
    });
    return { status: "sent", sentAt: ctx.now, messageId: sent.messageId, lastError: null };
  } catch (fault) {
    if (!(fault instanceof Unavailable)) throw fault;
    const pause = pauses[letter.attempts];
    log().warn({ letter: letter.id, detail: fault.detail }, "a letter could not be sent");
    if (!fault.retry || pause === undefined) return { status: "failed", lastError: fault.detail };
    return { lastError: fault.detail, nextAttemptAt: new Date(ctx.now.getTime() + pause * 60_000) };
  }
}
