import type { Tx } from "@/db/client";
import type { HoldReason } from "@/db/words";
import type { Context } from "@/lib/base/context";
import { translator } from "@/lib/base/language";
import { type Message, splitReply } from "@/lib/mail";
import { openTicket } from "@/lib/tickets/open-ticket";
import { keepTexts, type MailOf } from "./keep-texts";
import { titleOf, wordsOf } from "./plain-text";

/** A mail that opens a ticket is an incident until somebody sorts it; its words are the description, what it quotes is folded beside. */
export async function openFromMail(
  ctx: Context,
  tx: Tx,
  from: MailOf,
  requester: string,
  holdBecause: HoldReason | undefined,
): Promise<{ id: string; reference: string }> {
  const { message } = from;
  const { body, quoted } = wordsOf(splitReply(message.text), message.text, noTextOf(message));
  const words = { title: titleOf(message.subject, translator("sv")("intake.noSubject")), description: body };
  const opened = await openTicket(
    { ...ctx, tx },
    { type: "incident", ...words, channel: "email", impact: 3, urgency: 3, requester },
    { holdBecause },
  );
  await keepTexts(ctx, tx, from, { ticketId: opened.id, commentId: null, quoted, supplier: null, isInternal: false });
  return opened;
}

export const noTextOf = ({ parts }: Message): string =>
  translator("sv")(parts.length > 0 ? "intake.onlyAttachments" : "intake.noText");
