import { eq } from "drizzle-orm";
import { alias } from "drizzle-orm/pg-core";
import { persons, units } from "@/db/schema/people";
import { queues, tickets } from "@/db/schema/tickets";
import type { Language } from "@/db/words";
import { type Context, read } from "@/lib/base/context";
import { seesNames } from "./conversation";
import { requireMayOnTicket, ticketOrThrow } from "./internal";

/** Null fields where the name is not for this reader. */
export type Requester = {
  personId: string;
  name: string | null;
  email: string | null;
  phone: string | null;
  account: string | null;
  language: Language;
  isProtected: boolean;
};

export type Parties = {
  requester: Requester;
  unit: string;
  queue: { slug: string; name: string };
  assignee: { personId: string; name: string; email: string } | null;
};

/** Who a ticket is about and who has it, by name; for those who work on it. */
export function getParties(ctx: Context, reference: string): Promise<Parties> {
  return read(ctx, async (tx) => {
    const ticket = await ticketOrThrow(ctx, tx, reference);
    requireMayOnTicket(ctx, "ticket:work", ticket);
    const assignee = alias(persons, "assignee");
    const [row] = await tx
      .select({ requester: persons, assignee, unit: units.name, queue: { slug: queues.slug, name: queues.name } })
      .from(tickets)
      .innerJoin(persons, eq(persons.id, tickets.requesterId))
      .innerJoin(units, eq(units.id, tickets.unitId))
      .innerJoin(queues, eq(queues.id, tickets.queueId))
      .leftJoin(assignee, eq(assignee.id, tickets.assigneeId))
      .where(eq(tickets.id, ticket.id));
    if (!row) throw new Error("a ticket lost its parties");
    const { id: personId, name, email, phone, account, language, hasProtectedIdentity } = row.requester;
    const shown = { name, email, phone, account };
    const hidden = { name: null, email: null, phone: null, account: null };
    const words = hasProtectedIdentity && !seesNames(ctx, ticket) ? hidden : shown;
    const held = row.assignee && { personId: row.assignee.id, name: row.assignee.name, email: row.assignee.email };
    return {
      requester: { personId, ...words, language, isProtected: hasProtectedIdentity },
      ...{ unit: row.unit, queue: row.queue, assignee: held },
    };
  });
}
