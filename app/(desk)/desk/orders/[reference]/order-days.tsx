import { PromiseStrip } from "@/app/_ui/promise-strip";
import { stripDays } from "@/app/_ui/strip-days";
import type { Context } from "@/lib/base/context";
import { formatDay, localDate } from "@/lib/base/format";
import { translator } from "@/lib/base/language";
import type { OrderView } from "@/lib/orders/queries";

/** The ledger behind the clock, day by day, on demand. */
export function OrderDays({ ctx, view }: { ctx: Context; view: OrderView }) {
  const { order, clock } = view;
  if (order.status === "cancelled" || order.status === "declined") return null;
  const { language, organisation } = ctx;
  const { timeZone } = organisation;
  const { deliveredAt } = order;
  const verdict = clock.state === "breached" ? "broken" : deliveredAt ? "kept" : undefined;
  return (
    <details className="desk-days">
      <summary>{translator(language)("desk.clock.days")}</summary>
      <PromiseStrip
        ledger={stripDays(clock.ledger, language)}
        dueAt={formatDay(clock.dueAt, { language, timeZone })}
        today={localDate(ctx.now, timeZone)}
        language={language}
        {...(verdict ? { verdict } : {})}
        {...(deliveredAt ? { endedOn: localDate(deliveredAt, timeZone) } : {})}
      />
    </details>
  );
}
