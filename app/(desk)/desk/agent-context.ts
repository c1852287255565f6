import { notFound } from "next/navigation";
import { orNotFound } from "@/app/(portal)/or-not-found";
import type { Context } from "@/lib/base/context";
import { type Act, may, unitPathsFor } from "@/lib/base/may";
import { getOrder, type OrderView } from "@/lib/orders/queries";
import { worksDesk } from "@/lib/tickets/works-desk";
import { signedInContext } from "@/lib/web/session";

/** Who works at the desk, by a role or as a member of a queue (B3), or may do `act` there; to everyone else the desk is not there. */
export async function agentContext(act?: Act): Promise<Context> {
  const ctx = await signedInContext();
  const isTheirs = act ? unitPathsFor(ctx.actor, act).length > 0 : await worksDesk(ctx);
  if (!isTheirs) notFound();
  return ctx;
}

/** An order as those who work on it see it; to others, its own requester too, the page is not there. */
export async function orderForAgent(reference: string): Promise<{ ctx: Context; view: OrderView }> {
  const ctx = await agentContext();
  const view = await orNotFound(getOrder(ctx, reference));
  if (!may(ctx.actor, "order:work", view.order)) notFound();
  return { ctx, view };
}
