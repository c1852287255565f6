import { eq } from "drizzle-orm";
import type { Tx } from "@/db/client";
import { ticketSuppliers } from "@/db/schema/intake";
import { tickets } from "@/db/schema/tickets";
import type { HoldReason } from "@/db/words";
import type { Context } from "@/lib/base/context";
import { isThanksOnly, type Message, splitReply, type Verdict } from "@/lib/mail";
import { findOrMakeContact } from "@/lib/people/find-or-make-contact";
import { type ReceivedReply, receiveReply } from "@/lib/tickets/receive-reply";
import type { Decided, Judged } from "./decide";
import { floodOf } from "./flood";
import { keepTexts } from "./keep-texts";
import { noTextOf, openFromMail } from "./open-from-mail";
import { wordsOf } from "./plain-text";
import { supplierReferenceIn } from "./supplier-reference";
import { findThread, type Supplier, type Thread } from "./thread";

type Person = Extract<Verdict, { kind: "person" }>;
export type FromPerson = Omit<Judged, "verdict"> & { verdict: Person };

/** A reply in its thread, or else a new ticket, with the ticket it names as a hint. Too much at once waits for an agent. */
export async function fileFromPerson(ctx: Context, tx: Tx, from: FromPerson): Promise<Decided> {
  const sender = from.message.from?.address ?? "";
  const thread = await findThread(ctx, tx, from.message);
  const flood = await floodOf(ctx, tx, sender, thread?.as ? thread.ticket.id : null);
  if (flood) return { outcome: "quarantined", reason: flood, because: sender, suggestedId: thread?.ticket.id ?? null };
  if (thread?.as) return fileReply(ctx, tx, from, { ...thread, as: thread.as });
  const who = await findOrMakeContact(ctx, { address: sender, name: from.message.from?.name ?? "" });
  const suggestedId = thread?.ticket.id ?? null;
  if (who.kind === "disabled")
    return { outcome: "quarantined", reason: "disabledSender", because: sender, suggestedId };
  const { id, reference } = await openFromMail(ctx, tx, from, who.email, holdOf(from.verdict));
  const reason = from.verdict.sender === "proven" ? "new" : "newUnconfirmed";
  return { outcome: "opened", reason, because: reference, ticketId: id, suggestedId };
}

export const holdOf = ({ mayBeAnswered }: Person): HoldReason | undefined =>
  mayBeAnswered ? undefined : "notAnswered";

type Joined = Thread & { as: NonNullable<Thread["as"]> };

async function fileReply(ctx: Context, tx: Tx, from: FromPerson, { ticket, as }: Joined): Promise<Decided> {
  const { message } = from;
  const split = splitReply(message.text);
  const { body, quoted } = wordsOf(split, message.text, noTextOf(message));
  const isThanks = isThanksOnly(split.fresh, null, message.from?.name) && message.parts.length === 0;
  const reply: ReceivedReply = {
    ...{ reference: ticket.reference, by: as.kind, body, isThanks, holdBecause: holdOf(from.verdict) },
    authorId: as.kind === "supplier" ? null : as.personId,
  };
  const received = await receiveReply(ctx, reply);
  const supplier = as.kind === "supplier" ? as.supplier.name : null;
  await keepTexts(ctx, tx, from, { ...received, quoted, supplier });
  if (as.kind === "supplier") await keepReference(tx, as.supplier, message);
  if (received.outcome !== "linked") {
    const reason = reasonOf(as.kind, received.outcome, isThanks);
    return { outcome: "appended", reason, because: ticket.reference, ticketId: received.ticketId };
  }
  const [opened] = await tx.select({ id: tickets.id }).from(tickets).where(eq(tickets.reference, received.writtenTo));
  if (!opened) throw new Error("a linked ticket was not opened");
  await keepTexts(ctx, tx, from, { ticketId: opened.id, commentId: null, quoted, supplier: null, isInternal: false });
  return { outcome: "opened", reason: "afterClosing", because: ticket.reference, ticketId: opened.id };
}

function reasonOf(kind: Joined["as"]["kind"], outcome: string, isThanks: boolean): string {
  if (kind === "supplier") return "supplierReply";
  if (kind === "agent") return "agentByMail";
  if (outcome === "filed") return isThanks ? "thanks" : "reply";
  return outcome;
}

/** What they call it: kept when they first say so. */
async function keepReference(tx: Tx, supplier: Supplier, message: Message): Promise<void> {
  const supplierReference = supplier.supplierReference ?? supplierReferenceIn(message);
  if (supplierReference === null || supplierReference === supplier.supplierReference) return;
  await tx.update(ticketSuppliers).set({ supplierReference }).where(eq(ticketSuppliers.id, supplier.id));
}
