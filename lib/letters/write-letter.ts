import type { Tx } from "@/db/client";
import { letters } from "@/db/schema/history";
import type { Language } from "@/db/words";
import type { Context } from "@/lib/base/context";
import { newId } from "@/lib/base/ids";
import { type Translate, translator } from "@/lib/base/language";
import { enqueue } from "@/lib/queue/enqueue";
import type { LetterContent } from "./schema";

export type Addressee = { id: string; email: string; language: Language };

/** What a letter says, in the addressee's language: built by the room that has something to tell. */
export type LetterText = (t: Translate, language: Language) => LetterContent;

/**
 * Puts a letter in the outbox, in the same transaction as what it tells of. `dedupeKey` names the event: the same event told twice
 * writes one letter. Where the context holds letters back, it is laid there.
 */
export async function writeLetter(
  ctx: Context,
  tx: Tx,
  to: Addressee,
  kind: string,
  dedupeKey: string,
  text: LetterText,
): Promise<void> {
  if (ctx.heldLetters) {
    ctx.heldLetters.push({ to, kind, dedupeKey, content: text(translator(to.language), to.language) });
    return;
  }
  const [row] = await tx
    .insert(letters)
    .values({
      id: newId(),
      organisationId: ctx.organisation.id,
      dedupeKey: `${dedupeKey}:${to.id}`,
      kind,
      toAddress: to.email,
      personId: to.id,
      content: text(translator(to.language), to.language),
      status: "queued",
      createdAt: ctx.now,
    })
    .onConflictDoNothing()
    .returning({ id: letters.id });
  if (row) await enqueue(ctx, tx, "mail.send", { letterId: row.id });
}
