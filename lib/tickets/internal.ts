import { and, eq, sql } from "drizzle-orm";
import type { Tx } from "@/db/client";
import { units } from "@/db/schema/people";
import { tickets } from "@/db/schema/tickets";
import type { Context } from "@/lib/base/context";
import { NotAllowed, NotFound, VersionMismatch } from "@/lib/base/errors";
import { type Act, may } from "@/lib/base/may";

export type Ticket = typeof tickets.$inferSelect & { unitPath: string };

/** The ticket, if this person may read it; what is hidden and what is absent look the same. Locked when it is to be changed. */
export async function ticketOrThrow(ctx: Context, tx: Tx, reference: string, lock = false): Promise<Ticket> {
  const query = tx
    .select({ ticket: tickets, unitPath: units.path })
    .from(tickets)
    .innerJoin(units, eq(units.id, tickets.unitId))
    .where(and(eq(tickets.reference, reference), eq(tickets.organisationId, ctx.organisation.id)));
  const [row] = await (lock ? query.for("update", { of: tickets }) : query);
  if (!row) throw new NotFound();
  const ticket = { ...row.ticket, unitPath: row.unitPath };
  if (!may(ctx.actor, "ticket:read", ticket)) throw new NotFound();
  return ticket;
}

export function requireMayOnTicket(ctx: Context, act: Act, ticket: Ticket): void {
  if (!may(ctx.actor, act, ticket)) throw new NotAllowed();
}

/** `If-Match`: the version the person read must still stand. */
export function requireVersion(row: { version: number }, version: number | undefined): void {
  if (version !== undefined && version !== row.version) throw new VersionMismatch();
}

export const nextVersion = sql`${tickets.version} + 1`;
