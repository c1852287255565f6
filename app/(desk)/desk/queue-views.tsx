import { Icon } from "@/app/_ui/icon";
import type { Context } from "@/lib/base/context";
import { translator } from "@/lib/base/language";
import { routes } from "@/lib/base/routes";
import type { TicketViewRow } from "@/lib/desk/list-views";
import type { queueCounts } from "@/lib/tickets/count-queue";
import { orderViewNames, type QueueViewName, ticketViewNames } from "@/lib/tickets/queue-views";
import { listParams, type QueueQuery, queueHref } from "./queue-query";

type QueueViewsProps = {
  ctx: Context;
  query: QueueQuery;
  counted: Awaited<ReturnType<typeof queueCounts>>;
  own: readonly TicketViewRow[];
};

const alarming: readonly QueueViewName[] = ["broken", "failed"];

/** The queue's views with how many each holds, the orders' own, and the person's. */
export function QueueViews({ ctx, query, counted, own }: QueueViewsProps) {
  const t = translator(ctx.language);
  const age = counted ? t("queue.views.counted", { seconds: counted.ageSeconds }) : t("queue.views.uncounted");
  return (
    <nav className="desk-views" aria-label={t("queue.views.label")} title={age}>
      <ul>
        {ticketViewNames.map((view) => (
          <ViewLink key={view} {...{ ctx, query, counted, view }} />
        ))}
      </ul>
      <div className="desk-views-more">
        <span aria-hidden="true">{t("queue.views.orders")}</span>
        <ul aria-label={t("queue.views.orders")}>
          {orderViewNames.map((view) => (
            <ViewLink key={view} {...{ ctx, query, counted, view }} />
          ))}
        </ul>
        {own.length > 0 && (
          <>
            <span aria-hidden="true">{t("queue.views.own")}</span>
            <ul aria-label={t("queue.views.own")}>
              {own.map(({ id, name, query: asked }) => (
                <li key={id}>
                  <a
                    href={`${routes.desk()}?${asked}${asked ? "&" : ""}saved=${id}`}
                    aria-current={query.saved === id ? "page" : undefined}
                  >
                    {name}
                  </a>
                </li>
              ))}
            </ul>
          </>
        )}
        <a href={routes.deskViews(listParams(query).toString())} className="desk-views-arrange">
          <Icon name="list-checks" />
          {t("queue.views.arrange")}
        </a>
      </div>
    </nav>
  );
}

function ViewLink({ ctx, query, counted, view }: Omit<QueueViewsProps, "own"> & { view: QueueViewName }) {
  const t = translator(ctx.language);
  const count = view === "all" ? undefined : counted?.counts[view];
  const isCurrent = view === query.view && !query.q && !query.saved;
  return (
    <li>
      <a
        href={queueHref(query, { view, q: "", filters: {}, saved: undefined, isFiltering: false })}
        aria-current={isCurrent ? "page" : undefined}
        data-alarming={(alarming.includes(view) && count !== undefined && count > 0) || undefined}
      >
        {t(`queue.views.${view}`)}
        {count !== undefined && (
          <>
            <span className="desk-count" aria-hidden="true">
              {count}
            </span>
            <span className="sr-only">, {t("queue.views.count", { count })}</span>
          </>
        )}
      </a>
    </li>
  );
}
