import { and, asc, eq, isNull } from "drizzle-orm";
import { persons } from "@/db/schema/people";
import { timeEntries } from "@/db/schema/ticket-work";
import { type Context, inTransaction, read } from "@/lib/base/context";
import { Invalid, NotFound } from "@/lib/base/errors";
import { localDate } from "@/lib/base/format";
import { newId } from "@/lib/base/ids";
import { personOf } from "@/lib/base/may";
import { record } from "@/lib/history/record";
import { workedTicket } from "./internal";
import type { SpendTime } from "./schema";

export type TimeEntry = { id: string; minutes: number; spentOn: string; by: string; isMine: boolean };

/** Time spent on a ticket, by day, and its sum. */
export function listTime(ctx: Context, reference: string): Promise<{ entries: TimeEntry[]; minutes: number }> {
  return read(ctx, async (tx) => {
    const { id } = await workedTicket(ctx, tx, reference);
    const rows = await tx
      .select({ entry: timeEntries, by: persons.name })
      .from(timeEntries)
      .innerJoin(persons, eq(persons.id, timeEntries.personId))
      .where(and(eq(timeEntries.ticketId, id), isNull(timeEntries.removedAt)))
      .orderBy(asc(timeEntries.spentOn), asc(timeEntries.createdAt));
    const me = personOf(ctx).personId;
    const entries = rows.map(({ entry: { id: own, minutes, spentOn, personId }, by }) => {
      return { id: own, minutes, spentOn, by, isMine: personId === me };
    });
    return { entries, minutes: entries.reduce((sum, { minutes }) => sum + minutes, 0) };
  });
}

/** Adds minutes to a ticket, one's own. Invalid at `on` for a day that has not come. */
export async function spendTime(ctx: Context, { reference, minutes, on }: SpendTime): Promise<{ id: string }> {
  return inTransaction(ctx, async (tx) => {
    const ticket = await workedTicket(ctx, tx, reference);
    const today = localDate(ctx.now, ctx.organisation.timeZone);
    if (on && on > today) throw new Invalid([{ path: "on", key: "deskTicket.errors.spentOn" }]);
    const entry = { id: newId(), minutes, spentOn: on ?? today, personId: personOf(ctx).personId };
    const row = { ...entry, organisationId: ctx.organisation.id, ticketId: ticket.id, createdAt: ctx.now };
    await tx.insert(timeEntries).values(row);
    const detail = { minutes, spentOn: entry.spentOn };
    await record(ctx, tx, "desk.timeSpent", { kind: "ticket", id: ticket.reference }, detail);
    return { id: entry.id };
  });
}

/** Takes one's own minutes back; NotFound for another's, and for what is taken back already. */
export async function takeBackTime(ctx: Context, { reference, id }: { reference: string; id: string }): Promise<void> {
  await inTransaction(ctx, async (tx) => {
    const ticket = await workedTicket(ctx, tx, reference);
    const [removed] = await tx
      .update(timeEntries)
      .set({ removedAt: ctx.now })
      .where(
        and(
          eq(timeEntries.id, id),
          eq(timeEntries.ticketId, ticket.id),
          eq(timeEntries.personId, personOf(ctx).personId),
          isNull(timeEntries.removedAt),
        ),
      )
      .returning({ minutes: timeEntries.minutes });
    if (!removed) throw new NotFound();
    await record(ctx, tx, "desk.timeTakenBack", { kind: "ticket", id: ticket.reference }, removed);
  });
}
