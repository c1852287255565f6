import { PromiseSpark } from "@/app/_ui/promise-spark";
import { stripDays } from "@/app/_ui/strip-days";
import type { Context } from "@/lib/base/context";
import { localDate } from "@/lib/base/format";
import { type ClockTone, clockInWords } from "@/lib/orders/clock-words";
import type { OrderSummary } from "@/lib/orders/queries";

const endedStatuses = ["delivered", "cancelled", "declined"];

/** How a row's clock reads; null where nothing was promised in the end. */
export function clockOfRow(ctx: Context, { clock, status }: Pick<OrderSummary, "clock" | "status">) {
  if (status === "cancelled" || status === "declined") return null;
  const { language, now, organisation } = ctx;
  return clockInWords(clock, {
    language,
    now,
    timeZone: organisation.timeZone,
    isEnded: endedStatuses.includes(status),
  });
}

const states = { kept: "kept", broken: "broken", waiting: "paused", soon: "soon", information: "running" } as const;

/** The promise as fourteen cells: days that do not count are left out, and so are those that waited. */
export function RowSpark({ ctx, row }: { ctx: Context; row: OrderSummary }) {
  const clock = clockOfRow(ctx, row);
  if (!clock) return null;
  const tone: ClockTone = clock.tone;
  const at = row.status === "delivered" ? (row.deliveredAt ?? ctx.now) : ctx.now;
  return (
    <PromiseSpark
      ledger={stripDays(row.clock.ledger, ctx.language).filter((day) => !day.isPaused)}
      dueAt={clock.due}
      today={localDate(at, ctx.organisation.timeZone)}
      language={ctx.language}
      state={states[tone]}
    />
  );
}
