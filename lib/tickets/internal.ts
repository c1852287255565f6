import { and, eq, sql } from "drizzle-orm";
import type { Tx } from "@/db/client";
import { units } from "@/db/schema/people";
import { tickets } from "@/db/schema/tickets";
import type { Context } from "@/lib/base/context";
import { NotAllowed, NotFound, RuleBroken, VersionMismatch } from "@/lib/base/errors";
import type { Act } from "@/lib/base/may";
import { canMove, type Move } from "./status";
import { isQueueMember, mayOnTicket, readable } from "./visibility";

/** `isMember`: the reader works the queue that owns it. */
export type Ticket = typeof tickets.$inferSelect & { unitPath: string; isMember: boolean };

/** How an act names its ticket; `version` as in `If-Match`. */
export type OnTicket = { reference: string; version?: number };

/** The ticket, if this person may read it; what is hidden and what is absent look the same. Locked when it is to be changed. */
export async function ticketOrThrow(ctx: Context, tx: Tx, reference: string, lock = false): Promise<Ticket> {
  const query = tx
    .select({ ticket: tickets, unitPath: units.path, isMember: isQueueMember(ctx) })
    .from(tickets)
    .innerJoin(units, eq(units.id, tickets.unitId))
    .where(and(eq(tickets.reference, reference), eq(tickets.organisationId, ctx.organisation.id), readable(ctx)));
  const [row] = await (lock ? query.for("update", { of: tickets }) : query);
  if (!row) throw new NotFound();
  const { ticket, ...about } = row;
  return { ...ticket, ...about };
}

/** The ticket, locked, if this person may do this with it as it stands. RuleBroken where its state does not allow the move. */
export async function ticketToMove(ctx: Context, tx: Tx, on: OnTicket, act: Act, move: Move): Promise<Ticket> {
  const ticket = await ticketOrThrow(ctx, tx, on.reference, true);
  requireMayOnTicket(ctx, act, ticket);
  requireVersion(ticket, on.version);
  requireMove(ticket, move);
  return ticket;
}

export function requireMayOnTicket(ctx: Context, act: Act, ticket: Ticket): void {
  if (!mayOnTicket(ctx, act, ticket)) throw new NotAllowed();
}

/** `If-Match`: the version the person read must still stand. */
export function requireVersion(row: { version: number }, version: number | undefined): void {
  if (version !== undefined && version !== row.version) throw new VersionMismatch();
}

export function requireMove(ticket: Ticket, move: Move): void {
  if (canMove(ticket.status, move)) return;
  if (ticket.status === "paused") throw new RuleBroken("tickets.alreadyPaused");
  if (move === "resume") throw new RuleBroken("tickets.notPaused");
  if (move === "reopen" || move === "close" || move === "rate") throw new RuleBroken("tickets.notResolved");
  throw new RuleBroken("tickets.ended");
}

/** An order's ticket ends with its order, and by nothing else. */
export function requireOwnCourse(ticket: Ticket): void {
  if (!ticket.serviceLevelId) throw new RuleBroken("tickets.followsOrder");
}

/** Every change of a ticket counts its version up. */
export async function touch(
  tx: Tx,
  ticket: { id: string },
  changes: Partial<typeof tickets.$inferInsert> = {},
): Promise<void> {
  await tx
    .update(tickets)
    .set({ ...changes, version: nextVersion })
    .where(eq(tickets.id, ticket.id));
}

export const nextVersion = sql`${tickets.version} + 1`;
