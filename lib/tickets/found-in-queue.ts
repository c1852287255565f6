import { and, eq } from "drizzle-orm";
import type { Tx } from "@/db/client";
import { orderLines, orders } from "@/db/schema/orders";
import type { Context } from "@/lib/base/context";
import { readReference } from "@/lib/base/reference";
import { matchingTickets } from "./matching-tickets";

/** Of what a search finds a queue shows the newest so many, and looks through so many for them. */
const [mostShown, mostLooked] = [1_000, 20_000];

/**
 * Ids of the tickets that hold these words and that `narrow` leaves: a reference however it is typed, words anywhere in them, or the
 * serial number of something that was ordered.
 */
export async function foundInQueue(
  ctx: Context,
  tx: Tx,
  words: string,
  narrow: (ids: string[]) => Promise<string[]>,
): Promise<string[]> {
  const whole = readReference(words);
  const q = whole.ok ? whole.reference : words;
  const found = await matchingTickets(ctx, tx, { q, narrow, limit: mostShown, byRank: false, most: mostLooked });
  return [...found.map(({ id }) => id), ...(await ordered(ctx, tx, words))];
}

async function ordered(ctx: Context, tx: Tx, words: string): Promise<string[]> {
  const rows = await tx
    .select({ id: orders.ticketId })
    .from(orders)
    .innerJoin(orderLines, eq(orderLines.orderId, orders.id))
    .where(and(eq(orders.organisationId, ctx.organisation.id), eq(orderLines.serialNumber, words.toUpperCase())));
  return rows.flatMap(({ id }) => (id ? [id] : []));
}
