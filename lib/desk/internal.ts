import { and, eq } from "drizzle-orm";
import type { Tx } from "@/db/client";
import { bulkRuns, ticketViews } from "@/db/schema/desk-work";
import type { Context } from "@/lib/base/context";
import { NotAllowed, NotFound } from "@/lib/base/errors";
import { getTicket, type TicketView } from "@/lib/tickets/queries";
import { mayOnTicket } from "@/lib/tickets/visibility";
import { requireDesk } from "@/lib/tickets/works-desk";

export type BulkRun = typeof bulkRuns.$inferSelect;

/** The ticket, if this person works on it. NotFound where it is hidden or absent, NotAllowed where it is only theirs to read. */
export async function workedTicket(ctx: Context, tx: Tx, reference: string): Promise<TicketView["ticket"]> {
  const { ticket } = await getTicket({ ...ctx, tx }, reference);
  if (!mayOnTicket(ctx, "ticket:work", ticket)) throw new NotAllowed();
  return ticket;
}

/** A view of the person's own, locked; another's is not there. */
export async function viewOrThrow(ctx: Context, tx: Tx, id: string): Promise<typeof ticketViews.$inferSelect> {
  const { personId } = await requireDesk(ctx, tx);
  const isOwn = and(eq(ticketViews.organisationId, ctx.organisation.id), eq(ticketViews.personId, personId));
  const [view] = await tx
    .select()
    .from(ticketViews)
    .where(and(isOwn, eq(ticketViews.id, id)))
    .for("update");
  if (!view) throw new NotFound();
  return view;
}

/** A run of the person's own; another's is not there. */
export async function runOrThrow(ctx: Context, tx: Tx, id: string): Promise<BulkRun> {
  const { personId } = await requireDesk(ctx, tx);
  const isOwn = and(eq(bulkRuns.organisationId, ctx.organisation.id), eq(bulkRuns.personId, personId));
  const [run] = await tx
    .select()
    .from(bulkRuns)
    .where(and(isOwn, eq(bulkRuns.id, id)));
  if (!run) throw new NotFound();
  return run;
}
