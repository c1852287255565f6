import { and, asc, eq } from "drizzle-orm";
import { persons } from "@/db/schema/people";
import { checklists, checklistTicks } from "@/db/schema/ticket-work";
import { type Context, inTransaction, read } from "@/lib/base/context";
import { NotFound } from "@/lib/base/errors";
import { newId } from "@/lib/base/ids";
import { personOf } from "@/lib/base/may";
import { record } from "@/lib/history/record";
import { isFor } from "@/lib/tickets/required-checks";
import { workedTicket } from "./internal";
import type { TickItem } from "./schema";

export type ListedItem = { key: string; text: string; isRequired: boolean; done: { by: string; at: Date } | null };
export type TicketChecklist = { slug: string; name: string; holdsBack: boolean; items: ListedItem[] };

/** What is to be done with tickets of this one's category, and what of it is done, by whom and when. */
export function listTicketChecklists(ctx: Context, reference: string): Promise<TicketChecklist[]> {
  return read(ctx, async (tx) => {
    const { id, category } = await workedTicket(ctx, tx, reference);
    const lists = await tx
      .select()
      .from(checklists)
      .where(and(eq(checklists.organisationId, ctx.organisation.id), isFor(category)))
      .orderBy(asc(checklists.name));
    const { checklistId, item, at } = checklistTicks;
    const ticks = await tx
      .select({ checklistId, item, at, by: persons.name })
      .from(checklistTicks)
      .innerJoin(persons, eq(persons.id, checklistTicks.byId))
      .where(eq(checklistTicks.ticketId, id));
    return lists.map(({ id: own, slug, name, holdsBack, items }) => {
      const tickOf = (key: string) => ticks.find((tick) => tick.checklistId === own && tick.item === key) ?? null;
      return { slug, name, holdsBack, items: items.map((each) => ({ ...each, done: tickOf(each.key) })) };
    });
  });
}

/** Done, or not done after all. Of two who tick the same item at once the first stands there. NotFound for an item that the ticket has not. */
export async function tickItem(ctx: Context, input: TickItem): Promise<void> {
  await inTransaction(ctx, async (tx) => {
    const ticket = await workedTicket(ctx, tx, input.reference);
    const [list] = await tx
      .select()
      .from(checklists)
      .where(
        and(
          eq(checklists.organisationId, ctx.organisation.id),
          eq(checklists.slug, input.checklist),
          isFor(ticket.category),
        ),
      );
    const item = list?.items.find(({ key }) => key === input.item);
    if (!list || !item) throw new NotFound();
    const [moved] = input.isDone
      ? await tx
          .insert(checklistTicks)
          .values({
            ...{ id: newId(), organisationId: ctx.organisation.id, ticketId: ticket.id, checklistId: list.id },
            ...{ item: item.key, words: item.text, byId: personOf(ctx).personId, at: ctx.now },
          })
          .onConflictDoNothing()
          .returning({ id: checklistTicks.id })
      : await tx
          .delete(checklistTicks)
          .where(
            and(
              eq(checklistTicks.ticketId, ticket.id),
              eq(checklistTicks.checklistId, list.id),
              eq(checklistTicks.item, item.key),
            ),
          )
          .returning({ id: checklistTicks.id });
    if (!moved) return;
    const event = input.isDone ? "desk.itemDone" : "desk.itemUndone";
    await record(ctx, tx, event, { kind: "ticket", id: ticket.reference }, { item: item.text });
  });
}
