import { DueClock } from "@/app/_ui/due-clock";
import type { Context } from "@/lib/base/context";
import { formatDay, formatLongDay } from "@/lib/base/format";
import { translator } from "@/lib/base/language";
import { clockInWords } from "@/lib/orders/clock-words";
import type { OrderView } from "@/lib/orders/queries";

type OrderClockProps = { ctx: Context; view: OrderView; hasReason?: boolean };

/** The delivery clock in words, with why on demand; nothing where the promise fell away. */
export function OrderClock({ ctx, view, hasReason }: OrderClockProps) {
  const { order, clock } = view;
  if (order.status === "cancelled" || order.status === "declined") return null;
  const { language, now, organisation } = ctx;
  const zoned = { language, timeZone: organisation.timeZone };
  const { words, left, tone } = clockInWords(clock, { ...zoned, now, isEnded: order.status === "delivered" });
  const t = translator(language);
  const days = clock.ledger.filter((day) => day.counted).length;
  const text = t("desk.clock.counted", { days, from: formatLongDay(clock.startedAt, zoned) });
  return (
    <DueClock
      tone={tone}
      words={left}
      date={words === left ? "" : formatDay(clock.dueAt, zoned)}
      {...(hasReason ? { reason: { label: t("desk.clock.reason"), text } } : {})}
    />
  );
}
