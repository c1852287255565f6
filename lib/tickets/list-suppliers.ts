import { asc, eq } from "drizzle-orm";
import { ticketSuppliers } from "@/db/schema/intake";
import { type Context, read } from "@/lib/base/context";
import { requireMayOnTicket, ticketOrThrow } from "./internal";

export type TicketSupplier = { name: string; supplierReference: string | null; since: Date };

/** To whom outside the house it was handed over, and what they call it; for those who work on it. */
export function listSuppliers(ctx: Context, reference: string): Promise<TicketSupplier[]> {
  return read(ctx, async (tx) => {
    const ticket = await ticketOrThrow(ctx, tx, reference);
    requireMayOnTicket(ctx, "ticket:work", ticket);
    const { name, supplierReference, createdAt } = ticketSuppliers;
    return tx
      .select({ name, supplierReference, since: createdAt })
      .from(ticketSuppliers)
      .where(eq(ticketSuppliers.ticketId, ticket.id))
      .orderBy(asc(createdAt));
  });
}
