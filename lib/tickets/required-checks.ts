import { and, eq, isNull, or, sql } from "drizzle-orm";
import type { Tx } from "@/db/client";
import { checklists, checklistTicks } from "@/db/schema/ticket-work";
import type { Context } from "@/lib/base/context";
import { RuleBroken } from "@/lib/base/errors";
import type { Ticket } from "./internal";

/** RuleBroken where a checklist of the ticket's category that holds it back has a required item that nobody has ticked. */
export async function requireChecked(ctx: Context, tx: Tx, { id, category }: Ticket): Promise<void> {
  const holding = await tx
    .select({ id: checklists.id, items: checklists.items })
    .from(checklists)
    .where(and(eq(checklists.organisationId, ctx.organisation.id), checklists.holdsBack, isFor(category)));
  if (holding.length === 0) return;
  const ticks = await tx.select().from(checklistTicks).where(eq(checklistTicks.ticketId, id));
  const isTicked = (checklist: string, item: string) =>
    ticks.some((tick) => tick.checklistId === checklist && tick.item === item);
  for (const { id: checklist, items } of holding) {
    const left = items.find(({ key, isRequired }) => isRequired && !isTicked(checklist, key));
    if (left) throw new RuleBroken("tickets.uncheckedItem", { item: left.text });
  }
}

/** Open checklists for tickets of this category: its own, those of the categories above it, and those of all. */
export const isFor = (category: string) =>
  and(
    isNull(checklists.closedAt),
    or(isNull(checklists.category), sql`starts_with(${`${category}/`}, ${checklists.category} || '/')`),
  );
