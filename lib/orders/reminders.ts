import { and, eq, isNotNull, isNull, lte } from "drizzle-orm";
import { approvals, orders } from "@/db/schema/orders";
import { type Context, inTransaction, read } from "@/lib/base/context";
import { getCalendar } from "@/lib/calendars/queries";
import { type Approver, listApprovers } from "@/lib/people/queries";
import { quote } from "@/lib/sla/evaluate";
import type { Calendar } from "@/lib/sla/schema";
import { openingHoursOf } from "@/lib/sla/working-time";
import type { OrderContent } from "./content";
import { openRound, orderOrThrow } from "./internal";
import { tellApprovers } from "./letters";

/** The opening of the nth working day after `from`: reminders go out when people are at work. */
export function addWorkingDays(calendar: Calendar, from: Date, days: number): Date {
  const { dueAt, ledger } = quote(from, calendar, { target: "response", amount: { workingDays: days } });
  return openingHoursOf(calendar, ledger.at(-1)?.date ?? "").spans[0]?.opensAt ?? dueAt;
}

/** Who is asked: those nearest above the unit, and who stands in for them; never the requester, nor who stands in for the requester. */
export async function nearestApprovers(
  ctx: Context,
  order: { unitPath: string; requesterId: string },
): Promise<Approver[]> {
  const all = await listApprovers(ctx, order.unitPath, order.requesterId);
  return all.filter((each) => each.unitPath === all[0]?.unitPath);
}

/** Reminds approvers who have not answered, by working time, until somebody does. */
export async function remindApprovers(ctx: Context): Promise<number> {
  const due = await read(ctx, (tx) =>
    tx
      .select({ reference: orders.reference })
      .from(approvals)
      .innerJoin(orders, eq(orders.id, approvals.orderId))
      .where(
        and(
          eq(approvals.organisationId, ctx.organisation.id),
          isNotNull(approvals.remindAt),
          isNull(approvals.decidedAt),
          lte(approvals.remindAt, ctx.now),
        ),
      )
      .limit(200),
  );
  for (const { reference } of due) await remindOne(ctx, reference);
  return due.length;
}

async function remindOne(ctx: Context, reference: string): Promise<void> {
  await inTransaction(ctx, async (tx) => {
    const order = await orderOrThrow(ctx, tx, reference, true);
    const round = await openRound(tx, order);
    if (!round?.remindAt || round.remindAt > ctx.now) return;
    const { calendar } = await getCalendar({ ...ctx, tx }, order.ticket.calendarId);
    const remindAt = addWorkingDays(calendar, ctx.now, ctx.organisation.settings.approvalReminderWorkingDays);
    await tx.update(approvals).set({ remindAt }).where(eq(approvals.id, round.id));
    const approvers = await nearestApprovers({ ...ctx, tx }, order);
    const content = round.content as OrderContent;
    await tellApprovers(ctx, tx, { order, round, content, changes: [], approvers, kind: "reminded" });
  });
}
