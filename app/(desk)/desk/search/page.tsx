import type { Metadata } from "next";
import { EmptyState } from "@/app/_ui/empty-state";
import { described, Field } from "@/app/_ui/field";
import { FilterBar } from "@/app/_ui/filter-bar";
import { PageHeading } from "@/app/_ui/page-heading";
import { Pagination } from "@/app/_ui/pagination";
import { fieldWords } from "@/app/_ui/ui-words";
import { pageTitle } from "@/app/(portal)/page-title";
import { PortalFrame } from "@/app/(portal)/portal-frame";
import { TicketHits } from "@/app/(portal)/ticket-hits";
import { translator } from "@/lib/base/language";
import { routes } from "@/lib/base/routes";
import { searchTickets } from "@/lib/tickets/search-tickets";
import { agentContext } from "../agent-context";
import { placeIn, placeQuery } from "./search-place";

type Asked = { searchParams: Promise<Record<"q" | "after", string | string[] | undefined>> };

const pageSize = 25;
const one = (value: string | string[] | undefined) => (typeof value === "string" ? value.slice(0, 200) : "");

export async function generateMetadata({ searchParams }: Asked): Promise<Metadata> {
  const t = translator((await agentContext()).language);
  const q = one((await searchParams).q);
  return pageTitle(q ? t("search.titleOf", { query: q }) : t("search.title"));
}

/** Everything an agent may see, by what it says. */
export default async function DeskSearchPage({ searchParams }: Asked) {
  const ctx = await agentContext();
  const t = translator(ctx.language);
  const asked = await searchParams;
  const q = one(asked.q).trim();
  const { items, next } = await searchTickets(ctx, { q, limit: pageSize, cursor: placeIn(one(asked.after)) });
  return (
    <PortalFrame current={routes.desk()} density="desk">
      <PageHeading back={{ href: routes.desk(), label: t("search.back") }}>{t("search.title")}</PageHeading>
      <FilterBar language={ctx.language} action={routes.deskSearch()}>
        <Field id="q" label={t("search.label")} hint={t("search.hint")} words={fieldWords(ctx.language)}>
          <input
            {...described("q", { name: "q", hint: true, isOptional: true })}
            type="search"
            className="control"
            defaultValue={q}
            autoComplete="off"
          />
        </Field>
      </FilterBar>
      {q !== "" && items.length === 0 && (
        <EmptyState heading={t("search.none.heading", { query: q })}>{t("search.none.text")}</EmptyState>
      )}
      <TicketHits ctx={ctx} hits={items} hrefOf={routes.deskTicket} />
      <Pagination
        language={ctx.language}
        nextHref={next ? `${routes.deskSearch()}?${placeQuery(q, next)}` : undefined}
      />
    </PortalFrame>
  );
}
