import { asc, eq } from "drizzle-orm";
import { alias } from "drizzle-orm/pg-core";
import { ticketTransfers } from "@/db/schema/desk";
import { persons } from "@/db/schema/people";
import { queues } from "@/db/schema/tickets";
import { type Context, read } from "@/lib/base/context";
import { requireMayOnTicket, ticketOrThrow } from "./internal";

/** `from`, `to`: names of queues. `by` is null where the portal moved it. */
export type Transfer = {
  at: Date;
  from: string;
  to: string;
  fromLine: number;
  line: number;
  reason: string;
  known: string;
  tried: string;
  asked: string;
  by: string | null;
};

/** A ticket's way through queues and lines, with the hand-over notes, oldest first; for those who work on it. */
export function listTransfers(ctx: Context, reference: string): Promise<Transfer[]> {
  return read(ctx, async (tx) => {
    const ticket = await ticketOrThrow(ctx, tx, reference);
    requireMayOnTicket(ctx, "ticket:work", ticket);
    const [from, to] = [alias(queues, "from_queue"), alias(queues, "to_queue")];
    const { at, fromLine, line, reason, known, tried, asked } = ticketTransfers;
    return tx
      .select({ at, fromLine, line, reason, known, tried, asked, from: from.name, to: to.name, by: persons.name })
      .from(ticketTransfers)
      .innerJoin(from, eq(from.id, ticketTransfers.fromQueueId))
      .innerJoin(to, eq(to.id, ticketTransfers.toQueueId))
      .leftJoin(persons, eq(persons.id, ticketTransfers.byId))
      .where(eq(ticketTransfers.ticketId, ticket.id))
      .orderBy(asc(ticketTransfers.id));
  });
}
