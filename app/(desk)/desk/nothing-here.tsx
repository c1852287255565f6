import { ButtonLink } from "@/app/_ui/button";
import { EmptyState } from "@/app/_ui/empty-state";
import type { Context } from "@/lib/base/context";
import { translator } from "@/lib/base/language";
import { workingDayNow } from "@/lib/calendars/working-day";
import { dayInWords } from "./due-words";
import { type QueueQuery, queueHref } from "./queue-query";

/** What a view is for where it holds nothing, and where to go from here. */
export async function NothingHere({ ctx, query }: { ctx: Context; query: QueueQuery }) {
  const t = translator(ctx.language);
  const isFiltered = Object.values(query.filters).some((values) => values.length > 0);
  const about = query.q ? "search" : isFiltered ? "filtered" : query.view;
  const values = { query: query.q, view: t(`queue.views.${query.view}`), day: await dayOf(ctx, query) };
  return (
    <EmptyState
      heading={t(`queue.empty.${about}.heading`, values)}
      action={<Away ctx={ctx} query={query} about={about} />}
    >
      {t(`queue.empty.${about}.text`, values)}
    </EmptyState>
  );
}

async function dayOf(ctx: Context, { view }: QueueQuery): Promise<string> {
  const day = view === "today" ? await workingDayNow(ctx) : null;
  return !day || day.isToday
    ? translator(ctx.language)("queue.empty.today_day")
    : dayInWords(ctx, new Date(`${day.date}T12:00:00Z`));
}

function Away({ ctx, query, about }: { ctx: Context; query: QueueQuery; about: string }) {
  const t = translator(ctx.language);
  const plain = { q: "", filters: {}, saved: undefined };
  if (about === "filtered") {
    return (
      <ButtonLink kind="quiet" href={queueHref(query, { filters: {}, saved: undefined })}>
        {t("queue.empty.toClear")}
      </ButtonLink>
    );
  }
  const view = about === "mine" ? "unassigned" : about === "open" ? "all" : "open";
  const label = {
    unassigned: "queue.empty.toUnassigned",
    all: "queue.empty.toAll",
    open: "queue.empty.toOpen",
  } as const;
  return (
    <ButtonLink kind="quiet" href={queueHref(query, { ...plain, view })}>
      {t(label[view])}
    </ButtonLink>
  );
}
