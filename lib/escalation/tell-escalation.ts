import { and, eq, isNull } from "drizzle-orm";
import type { Tx } from "@/db/client";
import { escalations } from "@/db/schema/desk";
import { units } from "@/db/schema/people";
import { tickets } from "@/db/schema/tickets";
import { type Context, inTransaction } from "@/lib/base/context";
import { tellOne } from "./letters";
import { whoIsTold } from "./who-is-told";

export type Escalation = typeof escalations.$inferSelect;
export type EscalatedTicket = typeof tickets.$inferSelect & { unitPath: string };

/**
 * Tells one escalation to those it concerns: at 75 % the assignee, or the leads where there is none; at the breach both. Claimed by a
 * conditional update, so whoever comes second tells nobody.
 */
export async function tellEscalation(ctx: Context, escalationId: string): Promise<void> {
  await inTransaction(ctx, async (tx) => {
    const [claimed] = await tx
      .update(escalations)
      .set({ toldAt: ctx.now })
      .where(and(eq(escalations.id, escalationId), isNull(escalations.toldAt)))
      .returning();
    if (!claimed) return;
    const ticket = await ticketOf(tx, claimed.ticketId);
    const told = await whoIsTold(tx, ticket, claimed.step);
    for (const to of told) await tellOne(ctx, tx, ticket, claimed, to);
    await tx
      .update(escalations)
      .set({ toldTo: told.flatMap(({ id }) => id ?? []) })
      .where(eq(escalations.id, claimed.id));
  });
}

async function ticketOf(tx: Tx, id: string): Promise<EscalatedTicket> {
  const [row] = await tx
    .select({ ticket: tickets, unitPath: units.path })
    .from(tickets)
    .innerJoin(units, eq(units.id, tickets.unitId))
    .where(eq(tickets.id, id));
  if (!row) throw new Error("an escalated ticket is gone");
  return { ...row.ticket, unitPath: row.unitPath };
}
