import type { Tx } from "@/db/client";
import type { Context } from "@/lib/base/context";
import { publicUrl } from "@/lib/base/env";
import { formatInstant } from "@/lib/base/format";
import { routes } from "@/lib/base/routes";
import { type Addressee, type LetterText, writeLetter } from "@/lib/letters/write-letter";
import type { EscalatedTicket, Escalation } from "./tell-escalation";

/** Of a confidential ticket a letter says the number alone; what it is about is read by those who may. */
export async function tellOne(
  ctx: Context,
  tx: Tx,
  ticket: EscalatedTicket,
  { id, step, target, dueAt }: Escalation,
  to: Addressee,
): Promise<void> {
  const { timeZone } = ctx.organisation;
  const open = ticket.serviceLevelId ? routes.deskTicket : routes.deskOrder;
  const text: LetterText = (t, language) => ({
    language,
    subject: t(`letters.${step}.subject`, { reference: ticket.reference }),
    heading: t(`letters.${step}.heading`),
    paragraphs: [t(`letters.${step}.body`, { due: formatInstant(dueAt, { language, timeZone }) })],
    facts: [
      { label: t("letters.reference"), value: ticket.reference },
      ...(ticket.isConfidential ? [] : [{ label: t("letters.about"), value: ticket.title }]),
      ...(ticket.serviceLevelId ? [{ label: t("letters.promiseOf"), value: t(`words.clockTarget.${target}`) }] : []),
    ],
    action: { label: t("letters.openAtDesk"), url: publicUrl() + open(ticket.reference) },
    footer: t("letters.footer", { organisation: ctx.organisation.name }),
    attachments: [],
  });
  await writeLetter(ctx, tx, to, `ticket.${step}`, `ticket.${step}:${id}`, text, { ticket });
}
