import { DueClock } from "@/app/_ui/due-clock";
import { PromiseStrip } from "@/app/_ui/promise-strip";
import { stripDays } from "@/app/_ui/strip-days";
import type { Context } from "@/lib/base/context";
import { formatDay, localDate } from "@/lib/base/format";
import { translator } from "@/lib/base/language";
import { clockInWords } from "@/lib/orders/clock-words";
import type { OrderView } from "@/lib/orders/queries";

/** The promised day with every day until it; kept or broken once it has been delivered. Nothing for an order that ended before. */
export function OrderPromise({ ctx, shown: { order, clock } }: { ctx: Context; shown: OrderView }) {
  if (order.status === "declined" || order.status === "cancelled") return null;
  const { language, now } = ctx;
  const { timeZone } = ctx.organisation;
  const t = translator(language);
  const day = formatDay(clock.dueAt, { language, timeZone });
  const isEnded = order.deliveredAt !== null;
  const isAsked = order.status === "awaiting_approval";
  const { words, due, tone } = clockInWords(clock, { language, timeZone, now, isEnded });
  const verdict = clock.state === "met" ? "kept" : clock.state === "breached" ? "broken" : undefined;
  return (
    <section aria-labelledby="promise" className="mt-12">
      <h2 id="promise" className="text-title">
        {t("order.promise.heading", { day })}
      </h2>
      <div className="mt-2 mb-6">
        {isAsked ? (
          <p>{t("order.promise.ifApproved", { date: due })}</p>
        ) : (
          <DueClock tone={tone} words={words} date="" />
        )}
      </div>
      <PromiseStrip
        ledger={stripDays(clock.ledger, language)}
        dueAt={day}
        today={localDate(now, timeZone)}
        language={language}
        {...(verdict ? { verdict } : {})}
        {...(order.deliveredAt ? { endedOn: localDate(order.deliveredAt, timeZone) } : {})}
      />
    </section>
  );
}
