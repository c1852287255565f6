import type { Metadata } from "next";
import { Banner } from "@/app/_ui/banner";
import { PageHeading } from "@/app/_ui/page-heading";
import { pageTitle } from "@/app/(portal)/page-title";
import { PortalFrame } from "@/app/(portal)/portal-frame";
import { translator } from "@/lib/base/language";
import { routes } from "@/lib/base/routes";
import { queueArrangement } from "@/lib/desk/list-views";
import { columnNames } from "@/lib/desk/queue-column-names";
import { agentContext } from "../agent-context";
import { DeskForm } from "../desk-form";
import { deskFormWords } from "../desk-form-words";
import { filterWords } from "../filter-words";
import { filterNames, listParams, type QueueQuery, readQueueQuery, withParams } from "../queue-query";
import { chooseColumnsAction, saveViewAction } from "./actions";
import { OwnViews } from "./own-views";

type Query = { searchParams: Promise<Record<string, string | string[] | undefined>> };

const done = ["saved", "renamed", "deleted", "moved", "columnsSaved"] as const;

export async function generateMetadata(): Promise<Metadata> {
  const { language } = await agentContext();
  return pageTitle(translator(language)("queue.arrange.title"));
}

/** How the queue looks to one person: views under a name, and what a row shows. */
export default async function DeskViewsPage({ searchParams }: Query) {
  const ctx = await agentContext();
  const t = translator(ctx.language);
  const params = await searchParams;
  const query = readQueueQuery(params);
  const said = done.find((each) => each === params.done);
  const { views, columns } = await queueArrangement(ctx);
  const words = deskFormWords(ctx.language);
  const kept = listParams(query);
  const options = columnNames.map((name) => ({ value: name, label: t(`queue.column.${name}`) }));
  return (
    <PortalFrame current={routes.desk()} density="desk">
      <PageHeading lead={t("queue.arrange.lead")} back={{ href: withParams(kept), label: t("queue.arrange.back") }}>
        {t("queue.arrange.title")}
      </PageHeading>
      {said && <Banner tone="success" heading={t(`queue.arrange.${said}`)} />}
      <div className="desk-columns">
        <div>
          <section className="desk-section" aria-labelledby="save-view">
            <h2 id="save-view" className="desk-heading">
              {t("queue.arrange.save")}
            </h2>
            <p>{t("queue.arrange.saves", { what: whatIsSaved(ctx, query) })}</p>
            <DeskForm
              id="save"
              action={saveViewAction}
              hidden={{ query: kept.toString(), columns }}
              fields={[
                { kind: "text", name: "name", label: t("queue.arrange.name"), hint: t("queue.arrange.saveHint") },
              ]}
              submit={{ label: t("queue.arrange.saveSubmit") }}
              words={words}
            />
          </section>
          <section className="desk-section" aria-labelledby="own-views">
            <h2 id="own-views" className="desk-heading">
              {t("queue.arrange.own")}
            </h2>
            {views.length > 0 ? <OwnViews ctx={ctx} views={views} /> : <p>{t("queue.arrange.ownNone")}</p>}
          </section>
        </div>
        <section className="desk-section" aria-labelledby="columns">
          <h2 id="columns" className="desk-heading">
            {t("queue.arrange.columns")}
          </h2>
          <DeskForm
            id="choose-columns"
            action={chooseColumnsAction}
            hidden={{}}
            fields={[
              {
                ...{ kind: "choice", isMultiple: true, name: "columns", isOptional: true, options, chosen: columns },
                ...{ label: t("queue.arrange.columnsLegend"), hint: t("queue.arrange.columnsHint") },
              },
            ]}
            submit={{ label: t("queue.arrange.columnsSubmit"), kind: "quiet" }}
            words={words}
          />
        </section>
      </div>
    </PortalFrame>
  );
}

function whatIsSaved(ctx: Parameters<typeof filterWords>[0], { view, q, filters }: QueueQuery): string {
  const t = translator(ctx.language);
  const said = filterNames.flatMap((name) => (filters[name] ?? []).map((value) => filterWords(ctx, name, value)));
  const narrowed = [...(q ? [t("queue.search.hits", { query: q })] : []), ...said];
  return [t(`queue.views.${view}`), ...(narrowed.length > 0 ? narrowed : [t("queue.arrange.savesAll")])].join(", ");
}
