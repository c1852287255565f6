import { and, asc, eq, isNull, sql } from "drizzle-orm";
import { queueMembers } from "@/db/schema/desk";
import { persons } from "@/db/schema/people";
import { queues } from "@/db/schema/tickets";
import { type Context, read } from "@/lib/base/context";
import { requireMayOnTicket, ticketOrThrow } from "./internal";

export type Colleague = { personId: string; name: string; email: string };

/** Who may be given the ticket: those who work its queue, by name. For those who work on it. */
export function listColleagues(ctx: Context, reference: string): Promise<Colleague[]> {
  return read(ctx, async (tx) => {
    const ticket = await ticketOrThrow(ctx, tx, reference);
    requireMayOnTicket(ctx, "ticket:work", ticket);
    return tx
      .select({ personId: persons.id, name: persons.name, email: persons.email })
      .from(queueMembers)
      .innerJoin(persons, eq(persons.id, queueMembers.personId))
      .where(and(eq(queueMembers.queueId, ticket.queueId), isNull(persons.disabledAt)))
      .orderBy(asc(persons.name));
  });
}

export type Destination = { slug: string; name: string; line: number };

/** Where the ticket may be transferred: every other queue that is open and has someone who works it. */
export function listDestinations(ctx: Context, reference: string): Promise<Destination[]> {
  return read(ctx, async (tx) => {
    const ticket = await ticketOrThrow(ctx, tx, reference);
    requireMayOnTicket(ctx, "ticket:work", ticket);
    const isStaffed = sql`exists (select 1 from queue_members m join persons p on p.id = m.person_id
      where m.queue_id = ${queues.id} and p.disabled_at is null)`;
    return tx
      .select({ slug: queues.slug, name: queues.name, line: queues.line })
      .from(queues)
      .where(
        and(
          eq(queues.organisationId, ctx.organisation.id),
          isNull(queues.closedAt),
          sql`${queues.id} <> ${ticket.queueId}`,
          isStaffed,
        ),
      )
      .orderBy(asc(queues.line), asc(queues.name));
  });
}
