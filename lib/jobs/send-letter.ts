import { and, eq } from "drizzle-orm";
import { letters } from "@/db/schema/history";
import { type Context, inTransaction } from "@/lib/base/context";
import { Unavailable } from "@/lib/base/errors";
import { translator } from "@/lib/base/language";
import { log } from "@/lib/base/log";
import { mailerFor } from "@/lib/connections/adapters";
import { LetterContent } from "@/lib/letters/schema";
import { layOut, makeThreadToken } from "@/lib/mail";
import { claimLetter, type LetterRow } from "./claim-letter";

/** Minutes between attempts; after the last the letter is marked failed and stays to be seen. */
const pauses = [0.5, 2, 10, 30, 60, 240] as const;

/**
 * Sends a letter once: claimed, sent outside the transaction, confirmed. Its Message-ID follows from its row, so that the one letter
 * which a killed worker may send again is recognised as the same by every mail system.
 */
export async function sendLetter(ctx: Context, letterId: string, workerId: string): Promise<void> {
  const claimed = await claimLetter(ctx, letterId, workerId);
  if (!claimed) return;
  const { letter } = claimed;
  const outcome = await attempt(ctx, letter, claimed.company);
  await inTransaction(ctx, async (tx) => {
    const [confirmed] = await tx
      .update(letters)
      .set({ ...outcome, claimedBy: null })
      .where(and(eq(letters.id, letterId), eq(letters.claimedBy, workerId)))
      .returning({ id: letters.id });
    if (!confirmed || !outcome.status) return;
    const { status, sentAt = null, lastError = null } = outcome;
    await tx
      .update(letters)
      .set({ status, sentAt, lastError })
      .where(and(eq(letters.organisationId, ctx.organisation.id), eq(letters.sentWithId, letterId)));
  });
}

async function attempt(ctx: Context, letter: LetterRow, company: LetterRow[]): Promise<Partial<LetterRow>> {
  try {
    const content = together(letter, company);
    const mailer = await mailerFor(ctx);
    const sent = await mailer.send({
      id: letter.id,
      to: letter.toAddress,
      subject: content.subject,
      ...layOut(content),
      attachments: content.attachments,
      origin: letter.origin,
      ...threadOf(ctx, letter),
    });
    return { status: "sent", sentAt: ctx.now, messageId: sent.messageId, lastError: null };
  } catch (fault) {
    // Whatever it was, the letter is let go of: one that its worker held on to would wait until that worker ends.
    const { detail, retry } = fault instanceof Unavailable ? fault : { detail: String(fault), retry: true };
    const pause = pauses[letter.attempts - 1];
    if (fault instanceof Unavailable) log().warn({ letter: letter.id, detail }, "a letter could not be sent");
    else
      log().error({ letter: letter.id, err: fault }, "a letter could not be sent, and not for want of a mail server");
    if (!retry || pause === undefined) return { status: "failed", lastError: detail };
    return { lastError: detail, nextAttemptAt: new Date(ctx.now.getTime() + pause * 60_000) };
  }
}

/** The token is bound to the ticket and to whom the letter is for: in other hands it opens nothing. */
function threadOf(ctx: Context, { reference, toAddress }: LetterRow) {
  if (reference === null) return {};
  const token = makeThreadToken({ organisation: ctx.organisation.slug, ticket: reference, recipient: toAddress });
  return { thread: { token, reference } };
}

/** Several notices as one letter: each under its own heading, the oldest first. */
function together(letter: LetterRow, company: LetterRow[]): LetterContent {
  const own = LetterContent.parse(letter.content);
  if (company.length === 0) return own;
  const inOrder = [letter, ...company].sort((a, b) => a.createdAt.getTime() - b.createdAt.getTime());
  const all = inOrder.map(({ content }) => LetterContent.parse(content));
  const [first = own, ...later] = all;
  const subject = translator(own.language)("letters.grouped", { reference: letter.reference ?? "", count: all.length });
  return {
    ...{ ...own, subject, heading: first.heading },
    paragraphs: [...first.paragraphs, ...later.flatMap(({ heading, paragraphs }) => [heading, ...paragraphs])],
    attachments: all.flatMap(({ attachments }) => attachments),
  };
}
