import { and, eq, gt, inArray, lt, or, type SQL, sql } from "drizzle-orm";
import * as z from "zod";
import type { Tx } from "@/db/client";
import { ticketPresence } from "@/db/schema/desk-work";
import { persons, units } from "@/db/schema/people";
import { tickets } from "@/db/schema/tickets";
import { systemNow } from "@/lib/base/clock";
import { type Context, inTransaction, read } from "@/lib/base/context";
import { NotAllowed, NotFound } from "@/lib/base/errors";
import { personOf, unitPathsFor } from "@/lib/base/may";
import { signal } from "@/lib/live/signals";
import { isQueueMember, readable } from "@/lib/tickets/visibility";

/** A ticket's page says it every fifteen seconds; who has not said it for forty is gone. */
export const forgottenAfterMs = 40_000;

export const NotePresence = z.object({
  reference: z.string().max(20),
  isWriting: z.boolean(),
  /** The page was closed or hidden. */
  isLeaving: z.boolean().default(false),
});
export type NotePresence = z.output<typeof NotePresence>;

/**
 * Says that one has a ticket open, and whether one writes in it: for those who may work it, and never for its requester. Told to the
 * others only when something changes. NotFound where the ticket is hidden.
 */
export async function notePresence(ctx: Context, input: NotePresence, at: Date = systemNow()): Promise<void> {
  const { personId } = personOf(ctx);
  await inTransaction(ctx, async (tx) => {
    const ticketId = await workedTicket(ctx, tx, input.reference);
    const mine = and(eq(ticketPresence.ticketId, ticketId), eq(ticketPresence.personId, personId));
    const [before] = await tx.select().from(ticketPresence).where(mine);
    const wasHere = before !== undefined && !isForgotten(before.seenAt, at);
    if (input.isLeaving) await tx.delete(ticketPresence).where(mine);
    else await noteHere(ctx, tx, { ticketId, personId, isWriting: input.isWriting, seenAt: at });
    const isSame = input.isLeaving ? !wasHere : wasHere && before.isWriting === input.isWriting;
    if (!isSame) await signal(tx, { organisation: ctx.organisation.id, kind: "presence", id: ticketId });
  });
}

async function workedTicket(ctx: Context, tx: Tx, reference: string): Promise<string> {
  const [ticket] = await tx
    .select({ id: tickets.id, mayWork: mayBePresent(ctx) })
    .from(tickets)
    .innerJoin(units, eq(units.id, tickets.unitId))
    .where(and(eq(tickets.organisationId, ctx.organisation.id), eq(tickets.reference, reference), readable(ctx)));
  if (!ticket) throw new NotFound();
  if (!ticket.mayWork) throw new NotAllowed();
  return ticket.id;
}

async function noteHere(
  ctx: Context,
  tx: Tx,
  row: { ticketId: string; personId: string; isWriting: boolean; seenAt: Date },
): Promise<void> {
  const { isWriting, seenAt } = row;
  await tx
    .insert(ticketPresence)
    .values({ ...row, organisationId: ctx.organisation.id })
    .onConflictDoUpdate({ target: [ticketPresence.ticketId, ticketPresence.personId], set: { isWriting, seenAt } });
  const gone = new Date(seenAt.getTime() - forgottenAfterMs * 10);
  await tx
    .delete(ticketPresence)
    .where(and(eq(ticketPresence.organisationId, ctx.organisation.id), lt(ticketPresence.seenAt, gone)));
}

const isForgotten = (seenAt: Date, at: Date) => at.getTime() - seenAt.getTime() >= forgottenAfterMs;

/** `mayKnow` in the order of those asked for; `seenAt` of whoever was seen longest ago. */
export type Present = {
  ticketId: string;
  reference: string;
  persons: { personId: string; name: string; isWriting: boolean }[];
  mayKnow: boolean[];
  seenAt: Date | null;
};

/** Who has these tickets open (without `ids`: any), and which of those asked for may know. Tickets that all have left come empty. */
export function listPresent(
  of: readonly [Context, ...Context[]],
  ids: readonly string[] | null,
  at: Date = systemNow(),
): Promise<Present[]> {
  const [ctx] = of;
  const since = new Date(at.getTime() - forgottenAfterMs);
  const mayKnow = of.map(
    (each): SQL => sql`coalesce((${readable(each) ?? sql`true`}) and ${mayBePresent(each)}, false)`,
  );
  const here = and(eq(ticketPresence.ticketId, tickets.id), gt(ticketPresence.seenAt, since));
  return read(ctx, async (tx) => {
    const rows = await tx
      .select({
        ticketId: tickets.id,
        reference: tickets.reference,
        mayKnow: sql<boolean[]>`array[${sql.join(mayKnow, sql`, `)}]`,
        seenAt: sql<string | null>`(select min(seen_at) from ticket_presence where ${here})`,
        persons: sql<Present["persons"]>`(select coalesce(json_agg(json_build_object(
          'personId', ${persons.id}, 'name', ${persons.name}, 'isWriting', ${ticketPresence.isWriting}) order by ${persons.name}), '[]')
          from ${ticketPresence} join ${persons} on ${persons.id} = ${ticketPresence.personId} where ${here})`,
      })
      .from(tickets)
      .innerJoin(units, eq(units.id, tickets.unitId))
      .where(
        and(
          eq(tickets.organisationId, ctx.organisation.id),
          ids === null
            ? sql`${tickets.id} in (select ticket_id from ticket_presence where seen_at > ${since.toISOString()})`
            : inArray(tickets.id, [...ids]),
        ),
      );
    return rows.map((row) => ({ ...row, seenAt: row.seenAt === null ? null : new Date(row.seenAt) }));
  });
}

/** May the person work the ticket, by role or as a member of its queue, and did somebody else ask for it? */
function mayBePresent(ctx: Context): SQL<boolean> {
  if (ctx.actor.kind !== "person") return sql<boolean>`false`;
  const byRole = unitPathsFor(ctx.actor, "ticket:work").map((path) => sql`starts_with(${units.path}, ${path})`);
  const mayWork = or(isQueueMember(ctx), ...byRole) ?? sql`false`;
  return sql<boolean>`((${mayWork}) and ${tickets.requesterId} <> ${ctx.actor.personId})`;
}
