import { eq } from "drizzle-orm";
import type { Tx } from "@/db/client";
import { ticketSuppliers } from "@/db/schema/intake";
import { queues } from "@/db/schema/tickets";
import type { Context } from "@/lib/base/context";
import { newId } from "@/lib/base/ids";
import { record } from "@/lib/history/record";
import { type Addressee, type LetterText, writeLetter } from "@/lib/letters/write-letter";
import type { Ticket } from "./internal";
import type { TransferTicket } from "./schema";

/**
 * A queue behind which a supplier works (D4): the hand-over note goes there by mail, and nothing else of the ticket, nor who asked. The
 * answer comes back by the token that is bound to this ticket and this address.
 */
export async function handToSupplier(
  ctx: Context,
  tx: Tx,
  ticket: Ticket,
  queueId: string,
  { note }: Pick<TransferTicket, "note">,
): Promise<void> {
  const { supplierName, supplierAddress, supplierReference } = queues;
  const told = { supplierName, supplierAddress, supplierReference };
  const [queue] = await tx.select(told).from(queues).where(eq(queues.id, queueId));
  if (!queue?.supplierAddress) return;
  const [address, name] = [queue.supplierAddress.toLowerCase(), queue.supplierName ?? queue.supplierAddress];
  await tx
    .insert(ticketSuppliers)
    .values({
      ...{ id: newId(), organisationId: ctx.organisation.id, ticketId: ticket.id, queueId, name, address },
      createdAt: ctx.now,
    })
    .onConflictDoNothing();
  const { id, reference } = ticket;
  const text: LetterText = (t, language) => ({
    language,
    subject: t("letters.supplier.subject", { reference, organisation: ctx.organisation.name }),
    heading: t("letters.supplier.heading"),
    paragraphs: [
      ...[t("letters.supplier.known"), note.known],
      ...(note.tried ? [t("letters.supplier.tried"), note.tried] : []),
      ...(note.asked ? [t("letters.supplier.asked"), note.asked] : []),
    ],
    facts: [
      { label: t("letters.reference"), value: reference },
      ...(queue.supplierReference ? [{ label: t("letters.supplier.knownAs"), value: queue.supplierReference }] : []),
    ],
    footer: t("letters.footerContact", { organisation: ctx.organisation.name }),
    attachments: [],
  });
  const to: Addressee = { id: null, email: address, language: "sv" };
  const key = `ticket.supplier:${id}:${ticket.version}`;
  await writeLetter(ctx, tx, to, "ticket.supplier", key, text, { ticket: { id, reference }, origin: "person" });
  await record(ctx, tx, "tickets.handed_to_supplier", { kind: "ticket", id: reference }, { supplier: name });
}
