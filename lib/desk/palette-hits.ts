import type { Context } from "@/lib/base/context";
import { requireMay } from "@/lib/base/may";
import { readReference } from "@/lib/base/reference";
import { routes } from "@/lib/base/routes";
import { listTickets } from "@/lib/tickets/list-tickets";

export type PaletteHit = { label: string; detail: string; href: string };

const atMost = 6;

/** Tickets by number or words, for the command palette: what this person may see, with where to find it. */
export async function paletteHits(ctx: Context, q: string): Promise<PaletteHit[]> {
  requireMay(ctx, "ticket:work");
  const typed = readReference(q);
  const words = typed.ok ? typed.reference : q.trim();
  if (words.length < 2) return [];
  const { items } = await listTickets(ctx, { q: words }, { limit: atMost });
  return items.map(({ ticket: { reference, title }, requester }) => {
    return { label: `${reference} ${title}`, detail: requester, href: routes.deskTicket(reference) };
  });
}
