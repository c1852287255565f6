import type { Metadata } from "next";
import { ButtonLink } from "@/app/_ui/button";
import { EmptyState } from "@/app/_ui/empty-state";
import { PageHeading } from "@/app/_ui/page-heading";
import { Pagination } from "@/app/_ui/pagination";
import { pageTitle } from "@/app/(portal)/page-title";
import { PortalFrame } from "@/app/(portal)/portal-frame";
import type { Context } from "@/lib/base/context";
import { translator } from "@/lib/base/language";
import { routes } from "@/lib/base/routes";
import { countOrders } from "@/lib/orders/count-orders";
import { listOrders } from "@/lib/orders/queries";
import { agentContext } from "./agent-context";
import { OrderPanel } from "./order-panel";
import { Orphans } from "./orphans";
import { filterOf, type QueueQuery, queueHref, readQueueQuery } from "./queue-query";
import { QueueSearch } from "./queue-search";
import { QueueTable } from "./queue-table";
import { QueueViews } from "./queue-views";

type Query = { searchParams: Promise<Record<string, string | string[] | undefined>> };

const pageSize = 50;

export async function generateMetadata({ searchParams }: Query): Promise<Metadata> {
  const { language } = await agentContext();
  const { view, open } = readQueueQuery(await searchParams);
  const t = translator(language);
  const words = `${t("desk.title")}: ${t(`desk.views.${view}`)}`;
  return pageTitle(open ? `${open}, ${words}` : words);
}

/** Everything the desk has before it, what is due next first. */
export default async function DeskPage({ searchParams }: Query) {
  const ctx = await agentContext();
  const t = translator(ctx.language);
  const query = readQueueQuery(await searchParams);
  const [counts, { items, next }] = await Promise.all([
    countOrders(ctx),
    listOrders(ctx, filterOf(query), { cursor: query.cursor, limit: pageSize }),
  ]);
  return (
    <PortalFrame current={routes.desk()} density="desk">
      <PageHeading beside={<QueueSearch ctx={ctx} query={query} />}>{t("desk.heading")}</PageHeading>
      <Orphans ctx={ctx} />
      <div className="desk-bar">
        <QueueViews ctx={ctx} query={query} counts={counts} />
      </div>
      <div className="desk-split" data-open={query.open ? true : undefined}>
        {query.open && (
          <OrderPanel ctx={ctx} reference={query.open} closeHref={queueHref(query, { open: undefined })} />
        )}
        <div className="desk-list">
          {items.length > 0 ? (
            <QueueTable ctx={ctx} query={query} rows={items} />
          ) : (
            <NothingHere ctx={ctx} query={query} />
          )}
          {query.cursor && (
            <p className="mt-4">
              <a href={queueHref(query, { cursor: undefined })}>{t("desk.queue.first")}</a>
            </p>
          )}
          <Pagination
            language={ctx.language}
            nextHref={next ? queueHref(query, { cursor: next, open: undefined }) : undefined}
          />
        </div>
      </div>
    </PortalFrame>
  );
}

function NothingHere({ ctx, query }: { ctx: Context; query: QueueQuery }) {
  const t = translator(ctx.language);
  const about = query.q ? "search" : query.view;
  const action =
    query.view === "open" && !query.q ? (
      <ButtonLink kind="quiet" href={queueHref(query, { view: "all", q: "" })}>
        {t("desk.empty.toAll")}
      </ButtonLink>
    ) : (
      <ButtonLink kind="quiet" href={queueHref(query, { view: "open", q: "" })}>
        {t("desk.empty.toOpen")}
      </ButtonLink>
    );
  return (
    <EmptyState heading={t(`desk.empty.${about}.heading`, { query: query.q })} action={action}>
      {t(`desk.empty.${about}.text`)}
    </EmptyState>
  );
}
