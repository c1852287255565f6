import { and, asc, eq, isNull, type SQL, sql } from "drizzle-orm";
import type { Tx } from "@/db/client";
import { queueMembers, ticketCategories } from "@/db/schema/desk";
import { persons, units } from "@/db/schema/people";
import { queues } from "@/db/schema/tickets";
import { type Context, read } from "@/lib/base/context";
import { NotFound } from "@/lib/base/errors";
import { requireMay } from "@/lib/base/may";
import { openStatuses } from "./status";

/** `members`: those whose account is open. `openTickets`: how many it owns now. */
export type QueueSetup = {
  id: string;
  slug: string;
  name: string;
  line: number;
  isClosed: boolean;
  members: number;
  openTickets: number;
  supplier: { name: string; address: string; reference: string | null } | null;
};

/** `isActive`: false once the account is closed; then they count for nothing. */
export type Member = { personId: string; name: string; email: string; unit: string; isActive: boolean };

/** A queue with who works it, and the open categories whose tickets begin there. */
export type QueuePage = QueueSetup & { people: Member[]; categories: { name: string; isConfidential: boolean }[] };

const statuses = sql.join(
  openStatuses.map((status) => sql`${status}`),
  sql`, `,
);

const columns = {
  ...{ id: queues.id, slug: queues.slug, name: queues.name, line: queues.line, closedAt: queues.closedAt },
  ...{ supplierName: queues.supplierName, supplierAddress: queues.supplierAddress },
  supplierReference: queues.supplierReference,
  members: sql<number>`(select count(*)::int from queue_members m join persons p on p.id = m.person_id
    where m.queue_id = queues.id and p.disabled_at is null)`,
  openTickets: sql<number>`(select count(*)::int from tickets t
    where t.organisation_id = queues.organisation_id and t.queue_id = queues.id and t.status in (${statuses}))`,
};

/** Every queue by line and name, closed ones too; for those who set up the desk. */
export function listQueueSetup(ctx: Context): Promise<QueueSetup[]> {
  requireMay(ctx, "desk:edit");
  return read(ctx, (tx) => select(tx, eq(queues.organisationId, ctx.organisation.id)));
}

/** One queue by its slug; NotFound where there is none. */
export function getQueueSetup(ctx: Context, slug: string): Promise<QueuePage> {
  requireMay(ctx, "desk:edit");
  return read(ctx, async (tx) => {
    const [queue] = await select(tx, and(eq(queues.organisationId, ctx.organisation.id), eq(queues.slug, slug)));
    if (!queue) throw new NotFound();
    return { ...queue, people: await peopleOf(tx, queue.id), categories: await categoriesOf(tx, queue.id) };
  });
}

async function select(tx: Tx, where: SQL | undefined): Promise<QueueSetup[]> {
  const rows = await tx.select(columns).from(queues).where(where).orderBy(asc(queues.line), asc(queues.name));
  return rows.map(({ closedAt, supplierName, supplierAddress: address, supplierReference: reference, ...row }) => ({
    ...{ ...row, isClosed: closedAt !== null },
    supplier: address === null ? null : { name: supplierName ?? address, address, reference },
  }));
}

async function peopleOf(tx: Tx, queueId: string): Promise<Member[]> {
  const { id: personId, name, email, disabledAt } = persons;
  const rows = await tx
    .select({ personId, name, email, disabledAt, unit: units.name })
    .from(queueMembers)
    .innerJoin(persons, eq(persons.id, queueMembers.personId))
    .innerJoin(units, eq(units.id, persons.unitId))
    .where(eq(queueMembers.queueId, queueId))
    .orderBy(asc(name), asc(email));
  return rows.map(({ disabledAt: closed, ...row }) => ({ ...row, isActive: closed === null }));
}

/** Confidential where any above it is. */
const isHidden = sql<boolean>`exists (select 1 from ticket_categories c where c.organisation_id = ticket_categories.organisation_id
  and c.is_confidential and starts_with(ticket_categories.path || '/', c.path || '/'))`;

const categoriesOf = (tx: Tx, queueId: string) =>
  tx
    .select({ name: ticketCategories.name, isConfidential: isHidden })
    .from(ticketCategories)
    .where(and(eq(ticketCategories.queueId, queueId), isNull(ticketCategories.closedAt)))
    .orderBy(asc(ticketCategories.path));
