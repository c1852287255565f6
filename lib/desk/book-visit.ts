import { and, eq, inArray, sql } from "drizzle-orm";
import * as z from "zod";
import type { Tx } from "@/db/client";
import { visits } from "@/db/schema/desk-work";
import type { VisitKind } from "@/db/words";
import { type Context, inTransaction } from "@/lib/base/context";
import { Invalid, NotAllowed, RuleBroken } from "@/lib/base/errors";
import { localDate } from "@/lib/base/format";
import { newId } from "@/lib/base/ids";
import { personOf } from "@/lib/base/may";
import { openingNow } from "@/lib/calendars/opening-now";
import { findCalendar } from "@/lib/calendars/queries";
import { record } from "@/lib/history/record";
import { getTicket } from "@/lib/tickets/queries";
import { isOpen } from "@/lib/tickets/status";
import { mayOnTicket } from "@/lib/tickets/visibility";
import { slotCapacity, slotsOfDay } from "./visit-slots";

/** Without an instant: dropping in, now where the walk-in is open, else when it next opens. */
export const BookVisit = z.object({ reference: z.string(), startsAt: z.coerce.date("visits.errors.slot").optional() });
export type BookVisit = z.output<typeof BookVisit>;

export type BookedVisit = { id: string; kind: VisitKind; startsAt: Date };

/**
 * A visit to the desk about an open ticket, so that it always has a reference (B1): by its requester or whoever works it. Invalid at
 * `startsAt` where it is no slot to come, RuleBroken where the slot is full, the walk-in never opens or a visit is booked already.
 */
export async function bookVisit(ctx: Context, input: BookVisit): Promise<BookedVisit> {
  return inTransaction(ctx, async (tx) => {
    const within = { ...ctx, tx };
    const { ticket } = await getTicket(within, input.reference);
    if (!mayOnTicket(ctx, "ticket:comment", ticket)) throw new NotAllowed();
    if (!isOpen(ticket.status)) throw new RuleBroken("tickets.ended");
    const kind: VisitKind = input.startsAt ? "booked" : "drop_in";
    const startsAt = input.startsAt ? await freeSlot(within, tx, input.startsAt) : await nextDropIn(within);
    const row = {
      ...{ id: newId(), organisationId: ctx.organisation.id, ticketId: ticket.id, kind, startsAt, createdAt: ctx.now },
      ...{ bookedById: personOf(ctx).personId, status: "booked" as const },
    } as const;
    const [booked] = await tx.insert(visits).values(row).onConflictDoNothing().returning({ id: visits.id });
    if (!booked) throw new RuleBroken("visits.alreadyBooked");
    const detail = { kind, startsAt: startsAt.toISOString() };
    await record(ctx, tx, "desk.visit_booked", { kind: "ticket", id: ticket.reference }, detail);
    return { id: row.id, kind, startsAt };
  });
}

/** The slots to come on a day that still have room. */
export async function freeSlots(ctx: Context, tx: Tx, date: string): Promise<Date[]> {
  const { calendar, dropIn } = ctx.organisation.settings.servicedesk;
  const [hours, walkIn] = [await findCalendar({ ...ctx, tx }, calendar), await findCalendar({ ...ctx, tx }, dropIn)];
  if (!hours) return [];
  const coming = slotsOfDay(hours.calendar, walkIn?.calendar ?? null, date).filter((slot) => slot > ctx.now);
  if (coming.length === 0) return [];
  const isTaking = inArray(visits.status, ["booked", "arrived", "done"]);
  const taken = await tx
    .select({ startsAt: visits.startsAt, count: sql<number>`count(*)::int` })
    .from(visits)
    .where(
      and(
        eq(visits.organisationId, ctx.organisation.id),
        eq(visits.kind, "booked"),
        isTaking,
        inArray(visits.startsAt, coming),
      ),
    )
    .groupBy(visits.startsAt);
  const full = taken.filter(({ count }) => count >= slotCapacity).map(({ startsAt }) => startsAt.getTime());
  return coming.filter((slot) => !full.includes(slot.getTime()));
}

async function freeSlot(ctx: Context, tx: Tx, wanted: Date): Promise<Date> {
  // Two who take the last place at once take turns here.
  await tx.execute(
    sql`select pg_advisory_xact_lock(hashtextextended(${`visit ${ctx.organisation.id} ${wanted.toISOString()}`}, 0))`,
  );
  const date = localDate(wanted, ctx.organisation.timeZone);
  const free = await freeSlots(ctx, tx, date);
  const slot = free.find((each) => each.getTime() === wanted.getTime());
  if (!slot) throw new Invalid([{ path: "startsAt", key: "visits.errors.slot" }]);
  return slot;
}

async function nextDropIn(ctx: Context): Promise<Date> {
  const calendar = await findCalendar(ctx, ctx.organisation.settings.servicedesk.dropIn);
  const opening = calendar ? openingNow(calendar.calendar, ctx.now) : undefined;
  if (!opening) throw new RuleBroken("visits.noDropIn");
  return opening.isOpen ? ctx.now : opening.from;
}
