import { and, eq, inArray, isNull, or } from "drizzle-orm";
import type { Tx } from "@/db/client";
import { ticketLinks } from "@/db/schema/desk";
import { type Context, inTransaction } from "@/lib/base/context";
import { RuleBroken } from "@/lib/base/errors";
import { record } from "@/lib/history/record";
import { type OnTicket, requireMayOnTicket, requireVersion, type Ticket, ticketOrThrow, touch } from "./internal";
import { link } from "./links";
import type { LinkTickets } from "./schema";

/**
 * Ties two tickets together: related, or one a part of the other. Both go on by themselves. RuleBroken where they are tied already,
 * where a part would have two parents, or be above its own parent.
 */
export async function linkTickets(ctx: Context, input: LinkTickets & OnTicket): Promise<void> {
  await inTransaction(ctx, async (tx) => {
    const { ticket, other } = await bothOrThrow(ctx, tx, input);
    requireVersion(ticket, input.version);
    if (await tieOf(tx, ticket, other)) throw new RuleBroken("tickets.alreadyLinked");
    const [from, to] = input.as === "child" ? [other, ticket] : [ticket, other];
    if (input.as !== "related") await requireTree(tx, from, to);
    await link(ctx, tx, input.as === "related" ? "related" : "part_of", from.id, to.id);
    await tell(ctx, tx, "tickets.linked", { ticket, other, as: input.as });
  });
}

/** Unties what linkTickets has tied. RuleBroken where nothing ties them. */
export async function unlinkTickets(ctx: Context, input: { other: string } & OnTicket): Promise<void> {
  await inTransaction(ctx, async (tx) => {
    const { ticket, other } = await bothOrThrow(ctx, tx, input);
    requireVersion(ticket, input.version);
    const tie = await tieOf(tx, ticket, other);
    if (!tie) throw new RuleBroken("tickets.notLinked");
    await tx.update(ticketLinks).set({ undoneAt: ctx.now }).where(eq(ticketLinks.id, tie.id));
    await tell(ctx, tx, "tickets.unlinked", { ticket, other, as: tie.kind });
  });
}

type Both = { ticket: Ticket; other: Ticket };

/** Locked in one order, so that two who tie them at once wait for one another and not for ever. */
async function bothOrThrow(ctx: Context, tx: Tx, on: { reference: string; other: string }): Promise<Both> {
  if (on.reference === on.other) throw new RuleBroken("tickets.linkedToItself");
  const found = new Map<string, Ticket>();
  for (const reference of [on.reference, on.other].sort()) {
    const ticket = await ticketOrThrow(ctx, tx, reference, true);
    requireMayOnTicket(ctx, "ticket:work", ticket);
    found.set(reference, ticket);
  }
  const [ticket, other] = [found.get(on.reference), found.get(on.other)];
  if (!ticket || !other) throw new Error("a locked ticket is gone");
  return { ticket, other };
}

async function tieOf(tx: Tx, a: Ticket, b: Ticket) {
  const between = (from: Ticket, to: Ticket) => and(eq(ticketLinks.fromId, from.id), eq(ticketLinks.toId, to.id));
  const [tie] = await tx
    .select({ id: ticketLinks.id, kind: ticketLinks.kind })
    .from(ticketLinks)
    .where(
      and(
        or(between(a, b), between(b, a)),
        inArray(ticketLinks.kind, ["related", "part_of"]),
        isNull(ticketLinks.undoneAt),
      ),
    );
  return tie;
}

/** One parent each, and nobody above themselves. */
async function requireTree(tx: Tx, child: Ticket, parent: Ticket): Promise<void> {
  if (await parentOf(tx, child.id)) throw new RuleBroken("tickets.hasParent", { reference: child.reference });
  for (let above = await parentOf(tx, parent.id); above; above = await parentOf(tx, above)) {
    if (above === child.id) throw new RuleBroken("tickets.aboveItself");
  }
}

async function parentOf(tx: Tx, id: string): Promise<string | null> {
  const [found] = await tx
    .select({ id: ticketLinks.toId })
    .from(ticketLinks)
    .where(and(eq(ticketLinks.fromId, id), eq(ticketLinks.kind, "part_of"), isNull(ticketLinks.undoneAt)));
  return found?.id ?? null;
}

async function tell(ctx: Context, tx: Tx, event: "tickets.linked" | "tickets.unlinked", { ticket, other, as }: Tie) {
  const seenFromOther = as === "parent" ? "child" : as === "child" ? "parent" : as;
  await record(ctx, tx, event, { kind: "ticket", id: ticket.reference }, { other: other.reference, as });
  await record(ctx, tx, event, { kind: "ticket", id: other.reference }, { other: ticket.reference, as: seenFromOther });
  await touch(tx, ticket);
  await touch(tx, other);
}

type Tie = Both & { as: string };
