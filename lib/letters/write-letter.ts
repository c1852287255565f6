import type { Tx } from "@/db/client";
import { letters } from "@/db/schema/history";
import type { HoldReason, Language, LetterOrigin } from "@/db/words";
import type { Context } from "@/lib/base/context";
import { newId } from "@/lib/base/ids";
import { type Translate, translator } from "@/lib/base/language";
import { enqueue } from "@/lib/queue/enqueue";
import type { LetterContent } from "./schema";

/** `id` is null for an address that is nobody's in the organisation: a supplier's, our own. */
export type Addressee = { id: string | null; email: string; language: Language };

/** What a letter says, in the addressee's language: built by the room that has something to tell. */
export type LetterText = (t: Translate, language: Language) => LetterContent;

/** The ticket a letter is about, who wrote it, and why it is kept and not sent, where there is a reason from the start. */
export type About = {
  ticket?: { id: string; reference: string };
  origin?: LetterOrigin;
  holdBecause?: HoldReason | undefined;
};

/**
 * Puts a letter in the outbox, in the same transaction as what it tells of. `dedupeKey` names the event: the same event told twice
 * writes one letter. One that is held from the start stands in the log with its reason. Where the context holds letters back, it is
 * laid there. The letter's id, or null where it was there or is laid by.
 */
export async function writeLetter(
  ctx: Context,
  tx: Tx,
  to: Addressee,
  kind: string,
  dedupeKey: string,
  text: LetterText,
  { ticket, origin = "notice", holdBecause }: About = {},
): Promise<string | null> {
  if (ctx.heldLetters && to.id && !holdBecause) {
    ctx.heldLetters.push({
      to: { ...to, id: to.id },
      kind,
      dedupeKey,
      content: text(translator(to.language), to.language),
      about: { origin, ...(ticket ? { ticket: { id: ticket.id, reference: ticket.reference } } : {}) },
    });
    return null;
  }
  const [row] = await tx
    .insert(letters)
    .values({
      id: newId(),
      organisationId: ctx.organisation.id,
      dedupeKey: `${dedupeKey}:${to.id ?? to.email}`,
      kind,
      toAddress: to.email,
      personId: to.id,
      content: text(translator(to.language), to.language),
      status: holdBecause ? "held" : "queued",
      heldBecause: holdBecause ?? null,
      ...{ origin, ticketId: ticket?.id ?? null, reference: ticket?.reference ?? null },
      createdAt: ctx.now,
    })
    .onConflictDoNothing()
    .returning({ id: letters.id });
  if (row && !holdBecause) await enqueue(ctx, tx, "mail.send", { letterId: row.id });
  return row?.id ?? null;
}
