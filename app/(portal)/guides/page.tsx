import "./guide.css";
import type { Metadata } from "next";
import { Button } from "@/app/_ui/button";
import { EmptyState } from "@/app/_ui/empty-state";
import { PageHeading } from "@/app/_ui/page-heading";
import type { Context } from "@/lib/base/context";
import { translator } from "@/lib/base/language";
import { routes } from "@/lib/base/routes";
import { guidesBySubject, type Subject } from "@/lib/guides/queries";
import { SuggestGuides } from "@/lib/guides/schema";
import { suggestGuides } from "@/lib/guides/suggest-guides";
import { pageContext } from "@/lib/web/session";
import { pageTitle } from "../page-title";
import { PortalFrame } from "../portal-frame";
import { GuideRows } from "./guide-rows";

type Query = { searchParams: Promise<{ q?: string | string[] }> };

export async function generateMetadata({ searchParams }: Query): Promise<Metadata> {
  const { language } = await pageContext();
  const [query, t] = [await queryOf({ searchParams }), translator(language)];
  return pageTitle(query ? t("home.search.title", { query }) : t("guides.title"));
}

/** What people most often ask, by search and by subject. */
export default async function GuidesPage({ searchParams }: Query) {
  const ctx = await pageContext();
  const t = translator(ctx.language);
  const query = await queryOf({ searchParams });
  const subjects = query ? [] : await guidesBySubject(ctx);
  return (
    <PortalFrame current={routes.guides()}>
      <PageHeading lead={t("guides.lead")}>{t("guides.title")}</PageHeading>
      <Search ctx={ctx} query={query} />
      {query && <Hits ctx={ctx} query={query} />}
      {subjects.map((subject) => (
        <SubjectSection key={subject.path} ctx={ctx} subject={subject} />
      ))}
      {!query && subjects.length === 0 && (
        <div className="mt-8">
          <EmptyState heading={t("guides.emptyHeading")}>{t("guides.empty")}</EmptyState>
        </div>
      )}
    </PortalFrame>
  );
}

function Search({ ctx, query }: { ctx: Context; query: string }) {
  const t = translator(ctx.language);
  return (
    <search>
      <form action={routes.guides()} className="rounded-corner bg-accent-wash p-5 tablet:p-6">
        <label htmlFor="q" className="mb-1 block font-strong">
          {t("guides.search.label")}
        </label>
        <p id="q-hint" className="mb-3 text-plain text-ink-quiet">
          {t("guides.search.hint")}
        </p>
        <div className="flex flex-wrap gap-3">
          <input
            {...{ id: "q", name: "q", type: "search", defaultValue: query, maxLength: 200 }}
            aria-describedby="q-hint"
            className="control min-w-0 flex-1 basis-64"
            data-width="full"
          />
          <Button type="submit" icon="search">
            {t("guides.search.button")}
          </Button>
        </div>
      </form>
    </search>
  );
}

async function Hits({ ctx, query }: { ctx: Context; query: string }) {
  const t = translator(ctx.language);
  const found = await suggestGuides(ctx, SuggestGuides.parse({ text: query, audience: "internal", limit: 20 }));
  return (
    <section aria-labelledby="hits" className="mt-10">
      <h2 id="hits" className="mb-3 text-title">
        {t("guides.search.hits", { query, count: found.length })}
      </h2>
      {found.length > 0 ? <GuideRows ctx={ctx} guides={found} level={3} /> : <p>{t("guides.search.none")}</p>}
      <p className="mt-5">
        <a href={routes.guides()}>{t("guides.search.all")}</a>
      </p>
    </section>
  );
}

function SubjectSection({ ctx, subject }: { ctx: Context; subject: Subject }) {
  const id = `subject-${subject.path || "other"}`;
  return (
    <section aria-labelledby={id} className="mt-10">
      <h2 id={id} className="mb-3 text-title" lang={subject.name && ctx.language !== "sv" ? "sv" : undefined}>
        {subject.name || translator(ctx.language)("guides.otherSubject")}
      </h2>
      <GuideRows ctx={ctx} guides={subject.guides} level={3} />
    </section>
  );
}

async function queryOf({ searchParams }: Query): Promise<string> {
  const { q } = await searchParams;
  return (typeof q === "string" ? q : "").trim().slice(0, 200);
}
