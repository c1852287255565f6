import { and, eq, or, sql } from "drizzle-orm";
import type { Tx } from "@/db/client";
import { ticketSuppliers } from "@/db/schema/intake";
import { persons } from "@/db/schema/people";
import { tickets } from "@/db/schema/tickets";
import type { Context } from "@/lib/base/context";
import { readReference } from "@/lib/base/reference";
import { type Message, readThreadToken, threadTokensIn } from "@/lib/mail";

export type Supplier = typeof ticketSuppliers.$inferSelect;

/** `as`: how the sender takes part; null: they name the ticket and have no right to, which is a hint for an agent and no more. */
export type Thread = {
  ticket: { id: string; reference: string };
  as: { kind: "requester" | "agent"; personId: string } | { kind: "supplier"; supplier: Supplier } | null;
};

/**
 * The ticket a mail answers. By a token of ours alone, in the hands of whom the letter was written to, and they must still take part.
 * A token in other hands, or a reference in the subject, is a hint. null: it names none.
 */
export async function findThread(ctx: Context, tx: Tx, message: Message): Promise<Thread | null> {
  const sender = message.from?.address ?? "";
  let hint: Thread | null = null;
  for (const token of threadTokensIn(message)) {
    const read = readThreadToken(token, { organisation: ctx.organisation.slug, sender });
    const ticket = read && (await ticketBy(ctx, tx, read.ticket));
    if (!read || !ticket) continue;
    const as = read.isRecipient ? await participation(ctx, tx, ticket, sender) : null;
    if (as) return { ticket, as };
    hint ??= { ticket, as: null };
  }
  return hint ?? (await namedIn(ctx, tx, message.subject));
}

type Found = Thread["ticket"] & { requesterId: string };

async function ticketBy(ctx: Context, tx: Tx, reference: string): Promise<Found | null> {
  const { id, requesterId } = tickets;
  const [ticket] = await tx
    .select({ id, reference: tickets.reference, requesterId })
    .from(tickets)
    .where(and(eq(tickets.organisationId, ctx.organisation.id), eq(tickets.reference, reference)));
  return ticket ?? null;
}

/** Whoever asked, the supplier it was handed over to, or who works on it now. */
async function participation(ctx: Context, tx: Tx, ticket: Found, sender: string): Promise<Thread["as"]> {
  const [supplier] = await tx
    .select()
    .from(ticketSuppliers)
    .where(and(eq(ticketSuppliers.ticketId, ticket.id), eq(ticketSuppliers.address, sender)));
  if (supplier) return { kind: "supplier", supplier };
  const [person] = await tx
    .select({ id: persons.id })
    .from(persons)
    .innerJoin(tickets, eq(tickets.id, ticket.id))
    .where(
      and(
        eq(persons.organisationId, ctx.organisation.id),
        eq(persons.email, sender),
        or(eq(persons.id, tickets.requesterId), and(sql`${persons.disabledAt} is null`, worksOnIt)),
      ),
    );
  if (!person) return null;
  return { kind: person.id === ticket.requesterId ? "requester" : "agent", personId: person.id };
}

const worksOnIt = or(
  eq(tickets.assigneeId, persons.id),
  sql`exists (select 1 from queue_members m where m.queue_id = ${tickets.queueId} and m.person_id = ${persons.id})`,
);

/** `#123-4567` in a subject can be written by anybody. */
async function namedIn(ctx: Context, tx: Tx, subject: string): Promise<Thread | null> {
  for (const [typed] of subject.matchAll(/(?<!\d)\d{3}-?\d{4}(?!\d)/g)) {
    const read = readReference(typed);
    const ticket = read.ok ? await ticketBy(ctx, tx, read.reference) : null;
    if (ticket) return { ticket, as: null };
  }
  return null;
}
