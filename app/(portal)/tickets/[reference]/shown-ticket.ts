import { redirect } from "next/navigation";
import { cache } from "react";
import type { Context } from "@/lib/base/context";
import { routes } from "@/lib/base/routes";
import { getOwnTicket } from "@/lib/tickets/own-tickets";
import type { TicketView } from "@/lib/tickets/queries";
import { orNotFound } from "../../or-not-found";

/** One of one's own tickets, asked once a request. Hidden and absent are alike; an order's is followed where the order is. */
export const shownTicket = cache(async (ctx: Context, reference: string): Promise<TicketView> => {
  const view = await orNotFound(getOwnTicket(ctx, reference));
  if (!view.ticket.serviceLevelId) redirect(routes.order(reference));
  return view;
});
