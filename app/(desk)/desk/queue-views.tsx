import type { Context } from "@/lib/base/context";
import { translator } from "@/lib/base/language";
import type { OrderCounts } from "@/lib/orders/count-orders";
import { type QueueQuery, queueHref, queueViews } from "./queue-query";

/** The queue's views, each with how many it holds. */
export function QueueViews({ ctx, query, counts }: { ctx: Context; query: QueueQuery; counts: OrderCounts }) {
  const t = translator(ctx.language);
  return (
    <nav className="desk-views" aria-label={t("desk.views.label")}>
      <ul>
        {queueViews.map((view) => {
          const count = view === "all" ? undefined : counts[view];
          const isAlarming = (view === "failed" || view === "broken") && count !== undefined && count > 0;
          return (
            <li key={view}>
              <a
                href={queueHref(query, { view, q: "" })}
                aria-current={view === query.view && !query.q ? "page" : undefined}
                data-alarming={isAlarming || undefined}
              >
                {t(`desk.views.${view}`)}
                {count !== undefined && (
                  <>
                    <span className="desk-count" aria-hidden="true">
                      {count}
                    </span>
                    <span className="sr-only">, {t("desk.views.count", { count })}</span>
                  </>
                )}
              </a>
            </li>
          );
        })}
      </ul>
    </nav>
  );
}
