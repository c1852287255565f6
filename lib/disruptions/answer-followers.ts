import { eq } from "drizzle-orm";
import type { Tx } from "@/db/client";
import {
  disruptionAnswers,
  disruptionDeliveries,
  disruptionFollowers,
  disruptionTickets,
} from "@/db/schema/disruptions";
import { tickets } from "@/db/schema/tickets";
import { type Context, inTransaction } from "@/lib/base/context";
import { newId } from "@/lib/base/ids";
import { personOf, requireMay } from "@/lib/base/may";
import { enqueue } from "@/lib/queue/enqueue";
import { disruptionOrThrow, plain, say, write } from "./internal";
import type { AnswerFollowers } from "./schema";

/**
 * One reply to everyone concerned: in each linked ticket, and by letter to the followers who have none. They are written down here and
 * delivered by a job, each in a transaction of its own by the answerer's rights. The same `key` twice is one answer.
 */
export async function answerFollowers(ctx: Context, input: AnswerFollowers): Promise<{ id: string; isNew: boolean }> {
  requireMay(ctx, "disruption:work");
  return inTransaction(ctx, async (tx) => {
    const { id } = await disruptionOrThrow(ctx, tx, input.id, true);
    const isNew = await writeAnswer(ctx, tx, input);
    if (isNew) await say(ctx, tx, id, "answered", input.text);
    return { id, isNew };
  });
}

/** The answer and to whom it goes; false where the form was sent before. */
export async function writeAnswer(ctx: Context, tx: Tx, input: AnswerFollowers): Promise<boolean> {
  const { id: disruptionId, key, resolvesTickets } = input;
  const organisationId = ctx.organisation.id;
  const answer = { id: newId(), organisationId, disruptionId, key, text: plain(input.text), resolvesTickets };
  const [made] = await tx
    .insert(disruptionAnswers)
    .values({ ...answer, byId: personOf(ctx).personId, createdAt: ctx.now })
    .onConflictDoNothing()
    .returning({ id: disruptionAnswers.id });
  if (!made) return false;
  const to = await concerned(tx, disruptionId);
  const of = () => ({ id: newId(), organisationId, answerId: answer.id });
  const rows = [
    ...to.tickets.map((ticketId) => ({ ...of(), ticketId })),
    ...to.persons.map((personId) => ({ ...of(), personId })),
  ];
  if (rows.length > 0) {
    await tx.insert(disruptionDeliveries).values(rows);
    await enqueue(ctx, tx, "disruptions.deliver", { answerId: answer.id });
  }
  const counts = { tickets: to.tickets.length, followers: to.persons.length };
  await write(ctx, tx, disruptionId, "disruptions.answered", { text: input.text.sv, ...counts, resolvesTickets });
  return true;
}

/** Who asked by a ticket is answered there, and not by a letter besides. */
async function concerned(tx: Tx, disruptionId: string): Promise<{ tickets: string[]; persons: string[] }> {
  const linked = await tx
    .select({ id: tickets.id, requesterId: tickets.requesterId })
    .from(disruptionTickets)
    .innerJoin(tickets, eq(tickets.id, disruptionTickets.ticketId))
    .where(eq(disruptionTickets.disruptionId, disruptionId));
  const followers = await tx
    .select({ personId: disruptionFollowers.personId })
    .from(disruptionFollowers)
    .where(eq(disruptionFollowers.disruptionId, disruptionId));
  const answered = new Set(linked.map(({ requesterId }) => requesterId));
  const rest = followers.map(({ personId }) => personId).filter((id) => !answered.has(id));
  return { tickets: linked.map(({ id }) => id), persons: rest };
}
