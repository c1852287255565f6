import { and, eq, inArray, isNull, or } from "drizzle-orm";
import { alias } from "drizzle-orm/pg-core";
import type { Tx } from "@/db/client";
import { ticketLinks } from "@/db/schema/desk";
import { units } from "@/db/schema/people";
import { tickets } from "@/db/schema/tickets";
import type { TicketLinkKind, TicketStatus } from "@/db/words";
import { type Context, read } from "@/lib/base/context";
import { newId } from "@/lib/base/ids";
import { ticketOrThrow } from "./internal";
import { isOpen, openStatuses } from "./status";
import { readable } from "./visibility";

export type Linked = {
  kind: TicketLinkKind;
  direction: "from" | "to";
  reference: string;
  title: string;
  status: TicketStatus;
};

/** The tickets that this one came of, repeats or went into (`to`), and those that did so with it (`from`), as far as one may see them. */
export function listLinks(ctx: Context, reference: string): Promise<Linked[]> {
  return read(ctx, async (tx) => {
    const ticket = await ticketOrThrow(ctx, tx, reference);
    const links = await tx
      .select({ kind: ticketLinks.kind, fromId: ticketLinks.fromId, of: tickets })
      .from(ticketLinks)
      .innerJoin(
        tickets,
        or(
          and(eq(ticketLinks.fromId, ticket.id), eq(tickets.id, ticketLinks.toId)),
          and(eq(ticketLinks.toId, ticket.id), eq(tickets.id, ticketLinks.fromId)),
        ),
      )
      .innerJoin(units, eq(units.id, tickets.unitId))
      .where(and(isNull(ticketLinks.undoneAt), readable(ctx)))
      .orderBy(ticketLinks.createdAt);
    return links.map(({ kind, fromId, of: { reference: other, title, status } }) => {
      return { kind, direction: fromId === ticket.id ? "to" : "from", reference: other, title, status };
    });
  });
}

export async function link(
  ctx: Context,
  tx: Tx,
  kind: TicketLinkKind,
  fromId: string,
  toId: string,
  statusBefore: TicketStatus | null = null,
): Promise<void> {
  await tx.insert(ticketLinks).values({
    ...{ id: newId(), organisationId: ctx.organisation.id, kind, fromId, toId, statusBefore, createdAt: ctx.now },
    byId: ctx.actor.kind === "person" ? ctx.actor.personId : null,
  });
}

/** References of the open tickets that are parts of this one, as far as one may see them. */
export async function openParts(ctx: Context, tx: Tx, parentId: string): Promise<string[]> {
  const parts = await tx
    .select({ reference: tickets.reference })
    .from(ticketLinks)
    .innerJoin(tickets, eq(tickets.id, ticketLinks.fromId))
    .innerJoin(units, eq(units.id, tickets.unitId))
    .where(
      and(
        eq(ticketLinks.toId, parentId),
        eq(ticketLinks.kind, "part_of"),
        isNull(ticketLinks.undoneAt),
        inArray(tickets.status, [...openStatuses]),
        readable(ctx),
      ),
    )
    .orderBy(tickets.reference);
  return parts.map(({ reference }) => reference);
}

type GoesOn = {
  linkId: string;
  id: string;
  reference: string;
  requesterId: string;
  status: TicketStatus;
  at: Date;
  statusBefore: TicketStatus | null;
};

/** Where a ticket that was merged, or is a duplicate, goes on; null for any other. */
export async function goesOnIn(tx: Tx, ticket: { id: string }): Promise<GoesOn | null> {
  const target = alias(tickets, "target");
  const [found] = await tx
    .select({
      linkId: ticketLinks.id,
      id: target.id,
      reference: target.reference,
      requesterId: target.requesterId,
      status: target.status,
      at: ticketLinks.createdAt,
      statusBefore: ticketLinks.statusBefore,
    })
    .from(ticketLinks)
    .innerJoin(target, eq(target.id, ticketLinks.toId))
    .where(
      and(
        eq(ticketLinks.fromId, ticket.id),
        isNull(ticketLinks.undoneAt),
        or(eq(ticketLinks.kind, "merged"), eq(ticketLinks.kind, "duplicate")),
      ),
    );
  return found ?? null;
}

/**
 * Where a reply to such a ticket stands: in the last of those that it went into. null: in the ticket itself, also where the other is
 * somebody else's and has ended, for nobody would read it there.
 */
export async function repliesGoTo(tx: Tx, ticket: { id: string; requesterId: string }): Promise<GoesOn | null> {
  let last: GoesOn | null = null;
  for (let next = await goesOnIn(tx, ticket); next; next = await goesOnIn(tx, next)) last = next;
  const isLost = last !== null && last.requesterId !== ticket.requesterId && !isOpen(last.status);
  return isLost ? null : last;
}
