import { notFound } from "next/navigation";
import { cache } from "react";
import { orNotFound } from "@/app/(portal)/or-not-found";
import type { Context } from "@/lib/base/context";
import { getTicket, type TicketView } from "@/lib/tickets/queries";
import { getParties, type Parties } from "@/lib/tickets/ticket-parties";
import { mayOnTicket } from "@/lib/tickets/visibility";
import { signedInContext } from "@/lib/web/session";

export type DeskTicket = { ctx: Context; view: TicketView; parties: Parties };

/** A ticket as those who work on it see it, by role or as members of its queue; to others, its own requester too, the page is not there. */
export const ticketForAgent = cache(async (reference: string): Promise<DeskTicket> => {
  const ctx = await signedInContext();
  const view = await orNotFound(getTicket(ctx, reference));
  if (!mayOnTicket(ctx, "ticket:work", view.ticket)) notFound();
  return { ctx, view, parties: await getParties(ctx, reference) };
});
