import { and, asc, eq, isNull } from "drizzle-orm";
import type { Tx } from "@/db/client";
import { disruptionAnswers, disruptionDeliveries, disruptions } from "@/db/schema/disruptions";
import { persons } from "@/db/schema/people";
import { tickets } from "@/db/schema/tickets";
import { type Context, inTransaction, read } from "@/lib/base/context";
import { RuleBroken } from "@/lib/base/errors";
import { inLanguage, type MessageKey } from "@/lib/base/language";
import { contextOfPerson } from "@/lib/people/context-of-person";
import { resolveTicket } from "@/lib/tickets/resolve-ticket";
import { isOpen } from "@/lib/tickets/status";
import { writeComment } from "@/lib/tickets/write-comment";
import { tellFollower } from "./letters";

type Answer = typeof disruptionAnswers.$inferSelect;

/** What of an answer is still to be delivered. */
export async function undelivered(ctx: Context, answerId: string): Promise<string[]> {
  const rows = await read(ctx, (tx) =>
    tx
      .select({ id: disruptionDeliveries.id })
      .from(disruptionDeliveries)
      .where(and(eq(disruptionDeliveries.answerId, answerId), isNull(disruptionDeliveries.doneAt)))
      .orderBy(asc(disruptionDeliveries.id)),
  );
  return rows.map(({ id }) => id);
}

/**
 * One of them, claimed by a conditional update in the transaction that does it: once. A ticket is answered, or resolved, by the rights
 * that the answerer has now; RuleBroken and NotFound where those or its state do not allow it.
 */
export async function deliverAnswer(ctx: Context, deliveryId: string): Promise<void> {
  await inTransaction(ctx, async (tx) => {
    const [claimed] = await tx
      .update(disruptionDeliveries)
      .set({ doneAt: ctx.now })
      .where(and(eq(disruptionDeliveries.id, deliveryId), isNull(disruptionDeliveries.doneAt)))
      .returning();
    if (!claimed) return;
    const [answer] = await tx.select().from(disruptionAnswers).where(eq(disruptionAnswers.id, claimed.answerId));
    if (!answer) throw new Error("a delivery lost its answer");
    if (claimed.ticketId) await inTicket(ctx, tx, answer, claimed.ticketId);
    if (claimed.personId) await byLetter(ctx, tx, answer, claimed.personId);
  });
}

/** It could not be done: why, for whoever answered. */
export async function skipDelivery(ctx: Context, deliveryId: string, because: MessageKey): Promise<void> {
  await inTransaction(ctx, (tx) =>
    tx
      .update(disruptionDeliveries)
      .set({ doneAt: ctx.now, skippedBecause: because })
      .where(and(eq(disruptionDeliveries.id, deliveryId), isNull(disruptionDeliveries.doneAt))),
  );
}

async function inTicket(ctx: Context, tx: Tx, answer: Answer, ticketId: string): Promise<void> {
  const [about] = await tx
    .select({ ticket: tickets, language: persons.language })
    .from(tickets)
    .innerJoin(persons, eq(persons.id, tickets.requesterId))
    .where(eq(tickets.id, ticketId));
  const [by] = await tx.select({ email: persons.email }).from(persons).where(eq(persons.id, answer.byId));
  if (!about || !by) throw new Error("an answer lost its ticket");
  const { reference, status, serviceLevelId } = about.ticket;
  if (!isOpen(status)) throw new RuleBroken("disruptions.skipped.notOpen");
  const agent = { ...(await contextOfPerson(by.email, ctx.request, ctx.organisation.slug)), now: ctx.now, tx };
  const { text } = inLanguage(answer.text, about.language);
  // An order's ticket ends with its order; its requester is answered all the same.
  if (answer.resolvesTickets && serviceLevelId)
    await resolveTicket(agent, { reference, resolution: text, code: "fixed" });
  else await writeComment(agent, { reference, body: text, visibility: "public" });
}

async function byLetter(ctx: Context, tx: Tx, answer: Answer, personId: string): Promise<void> {
  const [to] = await tx
    .select({ id: persons.id, email: persons.email, language: persons.language })
    .from(persons)
    .where(and(eq(persons.id, personId), isNull(persons.disabledAt)));
  const [disruption] = await tx.select().from(disruptions).where(eq(disruptions.id, answer.disruptionId));
  if (!to || !disruption) throw new RuleBroken("disruptions.skipped.gone");
  await tellFollower(ctx, tx, disruption, answer, to);
}
