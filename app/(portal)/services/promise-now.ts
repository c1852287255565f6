import { type Context, read } from "@/lib/base/context";
import { currentCalendar, currentPolicy } from "@/lib/calendars/queries";
import type { Service } from "@/lib/catalogue/service";
import { quote } from "@/lib/sla/evaluate";
import type { Clock } from "@/lib/sla/schema";

/** What would be promised for an order placed at `receivedAt`; null for a service without calendar or policy. */
export function promiseNow(
  ctx: Context,
  { calendarSlug, policySlug }: Pick<Service, "calendarSlug" | "policySlug">,
  receivedAt: Date = ctx.now,
): Promise<Clock | null> {
  if (!calendarSlug || !policySlug) return Promise.resolve(null);
  return read(ctx, async (tx) => {
    const { calendar } = await currentCalendar({ ...ctx, tx }, calendarSlug);
    const { policy } = await currentPolicy({ ...ctx, tx }, policySlug);
    return quote(receivedAt, calendar, policy);
  });
}

/** The least that the service costs a month, in öre, among what can be ordered. */
export function lowestRentOre({ hardware }: Pick<Service, "hardware">): number | undefined {
  const rents = hardware.filter((model) => model.orderable).map((model) => model.rentPerMonthOre);
  return rents.length > 0 ? Math.min(...rents) : undefined;
}
