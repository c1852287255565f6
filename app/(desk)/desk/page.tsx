import type { Metadata } from "next";
import { PageHeading } from "@/app/_ui/page-heading";
import { Pagination } from "@/app/_ui/pagination";
import { pageTitle } from "@/app/(portal)/page-title";
import { PortalFrame } from "@/app/(portal)/portal-frame";
import { translator } from "@/lib/base/language";
import { routes } from "@/lib/base/routes";
import { queueArrangement } from "@/lib/desk/list-views";
import { listCategories } from "@/lib/tickets/categories";
import { queueCounts } from "@/lib/tickets/count-queue";
import { listQueue } from "@/lib/tickets/list-queue";
import { agentContext } from "./agent-context";
import { BulkBar } from "./bulk-bar";
import { filterChoices } from "./filter-choices";
import { NothingHere } from "./nothing-here";
import { Orphans } from "./orphans";
import { QueueFilters } from "./queue-filters";
import { QueuePanel } from "./queue-panel";
import { filterOf, queueHref, readQueueQuery } from "./queue-query";
import { QueueTable } from "./queue-table";
import { QueueViews } from "./queue-views";

type Query = { searchParams: Promise<Record<string, string | string[] | undefined>> };

const pageSize = 50;

export async function generateMetadata({ searchParams }: Query): Promise<Metadata> {
  const { language } = await agentContext();
  const { view, open } = readQueueQuery(await searchParams);
  const t = translator(language);
  const words = `${t("queue.title")}: ${t(`queue.views.${view}`)}`;
  return pageTitle(open ? `${open}, ${words}` : words);
}

/** Everything the desk has before it, orders among it, what is due next first. */
export default async function DeskPage({ searchParams }: Query) {
  const ctx = await agentContext();
  const t = translator(ctx.language);
  const query = readQueueQuery(await searchParams);
  const asked = { view: query.view, sort: query.sort, filter: filterOf(query, ctx.organisation.timeZone) };
  const [counted, { items, next }, { views, columns }, categories, choices] = await Promise.all([
    queueCounts(ctx),
    listQueue(ctx, asked, { cursor: query.cursor, limit: pageSize }),
    queueArrangement(ctx),
    listCategories(ctx),
    query.isFiltering ? filterChoices(ctx) : null,
  ]);
  const filters = <QueueFilters ctx={ctx} query={query} choices={choices} />;
  const saved = views.find(({ id }) => id === query.saved);
  return (
    <PortalFrame current={routes.desk()} density="desk">
      <PageHeading beside={choices ? undefined : filters}>{t("queue.heading")}</PageHeading>
      {choices && filters}
      <Orphans ctx={ctx} />
      <div className="desk-bar">
        <QueueViews ctx={ctx} query={query} counted={counted} own={views} />
      </div>
      <div className="desk-split" data-open={query.open ? true : undefined}>
        {query.open && (
          <QueuePanel ctx={ctx} reference={query.open} closeHref={queueHref(query, { open: undefined })} />
        )}
        <div className="desk-list">
          {items.length > 0 ? (
            <QueueTable
              {...{ ctx, query, rows: items, columns: saved?.columns ?? columns }}
              categories={new Map(categories.map(({ path, name }) => [path, name]))}
            />
          ) : (
            <NothingHere ctx={ctx} query={query} />
          )}
          {items.length > 0 && <BulkBar ctx={ctx} query={query} count={items.length} />}
          {query.cursor && (
            <p className="mt-4">
              <a href={queueHref(query, { cursor: undefined })}>{t("queue.row.first")}</a>
            </p>
          )}
          <Pagination
            language={ctx.language}
            nextHref={next ? queueHref(query, { cursor: next, open: undefined, isAll: false }) : undefined}
          />
        </div>
      </div>
    </PortalFrame>
  );
}
