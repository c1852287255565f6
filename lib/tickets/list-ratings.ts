import { asc, eq } from "drizzle-orm";
import { ticketRatings } from "@/db/schema/requests";
import type { Rating } from "@/db/words";
import { type Context, read } from "@/lib/base/context";
import { ticketOrThrow } from "./internal";

/** `isCurrent`: of the solution that stands now. */
export type RatingRow = { rating: Rating; text: string; ratedAt: Date; isCurrent: boolean };

/** What the requester thought of each solution, oldest first. NotFound when the ticket is hidden or absent. */
export function listRatings(ctx: Context, reference: string): Promise<RatingRow[]> {
  return read(ctx, async (tx) => {
    const ticket = await ticketOrThrow(ctx, tx, reference);
    const rows = await tx
      .select()
      .from(ticketRatings)
      .where(eq(ticketRatings.ticketId, ticket.id))
      .orderBy(asc(ticketRatings.resolvedAt));
    return rows.map(({ rating, text, ratedAt, resolvedAt }) => {
      return { rating, text, ratedAt, isCurrent: resolvedAt.getTime() === ticket.resolvedAt?.getTime() };
    });
  });
}
