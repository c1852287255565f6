import type { Context } from "@/lib/base/context";
import { RuleBroken } from "@/lib/base/errors";
import { currentCalendar, currentPolicy } from "@/lib/calendars/queries";
import { getService } from "@/lib/catalogue/queries";
import { quote } from "@/lib/sla/evaluate";
import type { LedgerDay } from "@/lib/sla/schema";

/** `workingDays` is null under a policy of minutes. */
export type Quote = {
  service: string;
  receivedAt: Date;
  workingDays: number | null;
  dueAt: Date;
  ledger: LedgerDay[];
};

/**
 * The promise that an order of the service would get if it was received then (default: now), by the calendar and policy that new
 * clocks start under. RuleBroken `orders.notOrderable` for a service without a promise.
 */
export async function quoteOrder(
  ctx: Context,
  input: { service: string; receivedAt?: Date | undefined },
): Promise<Quote> {
  const service = await getService(ctx, input.service);
  const { calendarSlug, policySlug } = service;
  if (!calendarSlug || !policySlug) throw new RuleBroken("orders.notOrderable", { service: service.name });
  const { calendar } = await currentCalendar(ctx, calendarSlug);
  const { policy } = await currentPolicy(ctx, policySlug);
  const receivedAt = input.receivedAt ?? ctx.now;
  const { dueAt, ledger } = quote(receivedAt, calendar, policy);
  const workingDays = "workingDays" in policy.amount ? policy.amount.workingDays : null;
  return { service: service.slug, receivedAt, workingDays, dueAt, ledger };
}
