import { and, eq, isNull } from "drizzle-orm";
import * as z from "zod";
import type { Tx } from "@/db/client";
import { visits } from "@/db/schema/desk-work";
import { units } from "@/db/schema/people";
import { tickets } from "@/db/schema/tickets";
import { identityDocuments } from "@/db/words";
import { type Context, inTransaction } from "@/lib/base/context";
import { Conflict, NotAllowed, NotFound, RuleBroken } from "@/lib/base/errors";
import { personOf } from "@/lib/base/may";
import { record } from "@/lib/history/record";
import { isQueueMember, mayOnTicket, readable } from "@/lib/tickets/visibility";
import { visitMoveNames, visitMoves } from "./status";

export const MoveVisit = z.object({ visitId: z.uuid(), move: z.enum(visitMoveNames) });
export type MoveVisit = z.output<typeof MoveVisit>;

export const CheckIdentity = z.object({
  visitId: z.uuid(),
  identityBy: z.enum(identityDocuments, "visits.errors.identityBy"),
});
export type CheckIdentity = z.output<typeof CheckIdentity>;

/** Arrived, done, did not come, called off. Its requester may call it off; the rest is the desk's. Conflict where another was first. */
export async function moveVisit(ctx: Context, { visitId, move }: MoveVisit): Promise<void> {
  const { from, to } = visitMoves[move];
  await inTransaction(ctx, async (tx) => {
    const { visit, ticket } = await visitOrThrow(ctx, tx, visitId);
    if (!mayOnTicket(ctx, move === "cancel" ? "ticket:comment" : "ticket:work", ticket)) throw new NotAllowed();
    if (move === "miss" && visit.startsAt > ctx.now) throw new RuleBroken("visits.notYet");
    const at = move === "arrive" ? { arrivedAt: ctx.now } : { endedAt: ctx.now };
    const isThere = and(eq(visits.id, visitId), eq(visits.status, from));
    const [moved] = await tx
      .update(visits)
      .set({ status: to, ...at })
      .where(isThere)
      .returning({ id: visits.id });
    if (!moved) throw new Conflict("visits.moved");
    await record(ctx, tx, "desk.visit_moved", { kind: "ticket", id: ticket.reference }, { move });
  });
}

/**
 * The agent has seen who it is (B7): which kind of document, by whom and when, never its number. Once a visit, while the person is
 * there, and never of oneself.
 */
export async function checkIdentity(ctx: Context, { visitId, identityBy }: CheckIdentity): Promise<void> {
  await inTransaction(ctx, async (tx) => {
    const { ticket } = await visitOrThrow(ctx, tx, visitId);
    const { personId } = personOf(ctx);
    if (!mayOnTicket(ctx, "ticket:work", ticket) || ticket.requesterId === personId) throw new NotAllowed();
    const isHere = and(eq(visits.id, visitId), eq(visits.status, "arrived"), isNull(visits.identityCheckedAt));
    const seen = { identityBy, identityCheckedById: personId, identityCheckedAt: ctx.now };
    const [checked] = await tx.update(visits).set(seen).where(isHere).returning({ id: visits.id });
    if (!checked) throw new Conflict("visits.moved");
    await record(ctx, tx, "desk.identity_checked", { kind: "ticket", id: ticket.reference }, { identityBy });
  });
}

async function visitOrThrow(ctx: Context, tx: Tx, visitId: string) {
  const { reference, requesterId, assigneeId, isConfidential } = tickets;
  const asked = {
    reference,
    requesterId,
    assigneeId,
    isConfidential,
    unitPath: units.path,
    isMember: isQueueMember(ctx),
  };
  const [row] = await tx
    .select({ visit: visits, ticket: asked })
    .from(visits)
    .innerJoin(tickets, eq(tickets.id, visits.ticketId))
    .innerJoin(units, eq(units.id, tickets.unitId))
    .where(and(eq(visits.id, visitId), eq(visits.organisationId, ctx.organisation.id), readable(ctx)));
  if (!row) throw new NotFound();
  return row;
}
