import * as z from "zod";
import { ticketRatings } from "@/db/schema/requests";
import { ratings } from "@/db/words";
import { type Context, inTransaction } from "@/lib/base/context";
import { RuleBroken } from "@/lib/base/errors";
import { newId } from "@/lib/base/ids";
import { record } from "@/lib/history/record";
import { type OnTicket, requireOwnCourse, ticketToMove } from "./internal";

/** "Blev det bra?" */
export const RateTicket = z.object({
  rating: z.enum(ratings, "report.errors.rating"),
  text: z.string().trim().max(1000, "report.errors.ratingLong").default(""),
});
export type RateTicket = z.output<typeof RateTicket>;

/**
 * What the requester thinks of the solution: one answer each time that the ticket is resolved, theirs alone, to change until it is
 * closed. It moves no clock and no version: an agent who writes meanwhile is not stopped by it.
 */
export async function rateTicket(ctx: Context, input: RateTicket & OnTicket): Promise<void> {
  await inTransaction(ctx, async (tx) => {
    const ticket = await ticketToMove(ctx, tx, input, "ticket:rate", "rate");
    requireOwnCourse(ticket);
    if (!ticket.resolvedAt) throw new RuleBroken("tickets.notResolved");
    const { rating, text } = input;
    const answer = { rating, text, ratedAt: ctx.now };
    const { organisationId, ticketId, resolvedAt } = ticketRatings;
    await tx
      .insert(ticketRatings)
      .values({
        ...{ id: newId(), organisationId: ctx.organisation.id, ticketId: ticket.id },
        ...{ resolvedAt: ticket.resolvedAt, ...answer },
      })
      .onConflictDoUpdate({ target: [organisationId, ticketId, resolvedAt], set: answer });
    await record(ctx, tx, "tickets.rated", { kind: "ticket", id: ticket.reference }, { rating });
  });
}
