import { eq } from "drizzle-orm";
import type { Tx } from "@/db/client";
import { mailedTexts } from "@/db/schema/intake";
import { tickets } from "@/db/schema/tickets";
import type { Context } from "@/lib/base/context";
import { newId } from "@/lib/base/ids";
import { record } from "@/lib/history/record";
import { cleanHtml, type Message, type Verdict } from "@/lib/mail";
import { keepAttachments } from "./keep-attachments";
import { keepable } from "./plain-text";

export type MailOf = { mail: { id: string }; message: Message; verdict: Verdict };

type Place = {
  ticketId: string;
  commentId: string | null;
  quoted: string;
  supplier: string | null;
  isInternal: boolean;
};

/** What a mail brings beside its words: who it says it is from, the history it quotes, its HTML cleaned, and its attachments. */
export async function keepTexts(ctx: Context, tx: Tx, from: MailOf, place: Place): Promise<void> {
  const { mail, message, verdict } = from;
  const { isInternal, ticketId, commentId, quoted, supplier } = place;
  const html = message.html === null ? null : cleanHtml(keepable(message.html));
  await tx.insert(mailedTexts).values({
    ...{ id: newId(), organisationId: ctx.organisation.id, mailId: mail.id, createdAt: ctx.now },
    ...{ ticketId, commentId, quoted, supplier, html },
    ...{ sender: message.from?.address ?? "", senderName: keepable(message.from?.name ?? "") },
    isProven: verdict.kind === "person" && verdict.sender === "proven",
  });
  const left = await keepAttachments(ctx, tx, { ticketId, commentId, isInternal }, message.parts);
  if (left.length === 0) return;
  const [ticket] = await tx.select({ reference: tickets.reference }).from(tickets).where(eq(tickets.id, ticketId));
  const detail = { names: left.join(", "), visibility: "internal" };
  await record(ctx, tx, "intake.files_left", { kind: "ticket", id: ticket?.reference ?? "" }, detail);
}
