import { and, desc, eq, isNull } from "drizzle-orm";
import type { Tx } from "@/db/client";
import { approvals } from "@/db/schema/orders";
import type { Context } from "@/lib/base/context";
import { RuleBroken } from "@/lib/base/errors";
import { newId } from "@/lib/base/ids";
import { getCalendar } from "@/lib/calendars/queries";
import { changesBetween, hashOfContent, type OrderContent } from "./content";
import { tellApprovers } from "./letters";
import { addWorkingDays, nearestApprovers } from "./reminders";

type Asked = { id: string; reference: string; requesterId: string; unitPath: string; calendarId: string };

/**
 * Opens a round bound to the content and asks the nearest approvers. An earlier round is superseded, and what changed since is
 * shown. RuleBroken `orders.noApprover`: nobody but the requester could approve, so the order cannot be placed.
 */
export async function requestApproval(ctx: Context, tx: Tx, order: Asked, content: OrderContent): Promise<void> {
  const approvers = await nearestApprovers({ ...ctx, tx }, order);
  if (approvers.length === 0) throw new RuleBroken("orders.noApprover");
  const [before] = await tx
    .select()
    .from(approvals)
    .where(eq(approvals.orderId, order.id))
    .orderBy(desc(approvals.round))
    .limit(1);
  await tx
    .update(approvals)
    .set({ supersededAt: ctx.now, remindAt: null })
    .where(and(eq(approvals.orderId, order.id), isNull(approvals.supersededAt)));
  const { calendar } = await getCalendar({ ...ctx, tx }, order.calendarId);
  const round = {
    id: newId(),
    organisationId: ctx.organisation.id,
    orderId: order.id,
    round: (before?.round ?? 0) + 1,
    contentHash: hashOfContent(content),
    content: { ...content },
    requestedAt: ctx.now,
    remindAt: addWorkingDays(calendar, ctx.now, ctx.organisation.settings.approvalReminderWorkingDays),
  };
  await tx.insert(approvals).values(round);
  const changes = before ? changesBetween(before.content as OrderContent, content) : [];
  await tellApprovers(ctx, tx, { order, round, content, changes, approvers, kind: "asked" });
}
