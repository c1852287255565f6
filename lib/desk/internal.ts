import type { Tx } from "@/db/client";
import type { Context } from "@/lib/base/context";
import { NotAllowed } from "@/lib/base/errors";
import { getTicket, type TicketView } from "@/lib/tickets/queries";
import { mayOnTicket } from "@/lib/tickets/visibility";

/** The ticket, if this person works on it. NotFound where it is hidden or absent, NotAllowed where it is only theirs to read. */
export async function workedTicket(ctx: Context, tx: Tx, reference: string): Promise<TicketView["ticket"]> {
  const { ticket } = await getTicket({ ...ctx, tx }, reference);
  if (!mayOnTicket(ctx, "ticket:work", ticket)) throw new NotAllowed();
  return ticket;
}
