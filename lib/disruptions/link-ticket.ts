import { and, eq } from "drizzle-orm";
import { disruptionTickets } from "@/db/schema/disruptions";
import { type Context, inTransaction } from "@/lib/base/context";
import { NotFound, RuleBroken } from "@/lib/base/errors";
import { newId } from "@/lib/base/ids";
import { personOf, requireMay } from "@/lib/base/may";
import { getTicket } from "@/lib/tickets/queries";
import { disruptionOrThrow, write } from "./internal";
import type { LinkTicket } from "./schema";

/** A ticket about the same thing, that the agent may read; RuleBroken where it is linked already. */
export async function linkTicket(ctx: Context, { id, reference }: LinkTicket): Promise<{ id: string }> {
  requireMay(ctx, "disruption:work");
  return inTransaction(ctx, async (tx) => {
    const disruption = await disruptionOrThrow(ctx, tx, id);
    const { ticket } = await getTicket({ ...ctx, tx }, reference);
    const of = { organisationId: ctx.organisation.id, disruptionId: disruption.id, ticketId: ticket.id };
    const [made] = await tx
      .insert(disruptionTickets)
      .values({ id: newId(), ...of, linkedById: personOf(ctx).personId, createdAt: ctx.now })
      .onConflictDoNothing()
      .returning({ id: disruptionTickets.id });
    if (!made) throw new RuleBroken("disruptions.alreadyLinked");
    await write(ctx, tx, id, "disruptions.linked", { reference: ticket.reference });
    return { id };
  });
}

/** It was about something else; NotFound where it is not linked. */
export async function unlinkTicket(ctx: Context, { id, reference }: LinkTicket): Promise<{ id: string }> {
  requireMay(ctx, "disruption:work");
  return inTransaction(ctx, async (tx) => {
    const disruption = await disruptionOrThrow(ctx, tx, id);
    const { ticket } = await getTicket({ ...ctx, tx }, reference);
    const gone = await tx
      .delete(disruptionTickets)
      .where(and(eq(disruptionTickets.disruptionId, disruption.id), eq(disruptionTickets.ticketId, ticket.id)))
      .returning({ id: disruptionTickets.id });
    if (gone.length === 0) throw new NotFound();
    await write(ctx, tx, id, "disruptions.unlinked", { reference: ticket.reference });
    return { id };
  });
}
