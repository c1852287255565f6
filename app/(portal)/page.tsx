import type { Metadata } from "next";
import { ButtonLink, ButtonRow } from "@/app/_ui/button";
import { EmptyState } from "@/app/_ui/empty-state";
import { PageHeading } from "@/app/_ui/page-heading";
import type { Context } from "@/lib/base/context";
import { translator } from "@/lib/base/language";
import { routes } from "@/lib/base/routes";
import { listServices } from "@/lib/catalogue/queries";
import { pageContext } from "@/lib/web/session";
import { DeskBand } from "./desk-band";
import { DisruptionBanner } from "./disruption-banner";
import { MunicipalityChoice } from "./municipality-choice";
import { MyThings } from "./my-things";
import { pageTitle } from "./page-title";
import { PortalFrame } from "./portal-frame";
import { SearchBox } from "./search-box";
import { SearchHits } from "./search-hits";
import { ServiceRows } from "./services/service-rows";

type Query = { searchParams: Promise<{ q?: string | string[] }> };

export async function generateMetadata({ searchParams }: Query): Promise<Metadata> {
  const { language } = await pageContext();
  const query = await queryOf({ searchParams });
  const translate = translator(language);
  return pageTitle(query ? translate("home.search.title", { query }) : translate("home.nav.start"));
}

export default async function FrontPage({ searchParams }: Query) {
  const ctx = await pageContext();
  const translate = translator(ctx.language);
  const [services, query] = [await listServices(ctx), await queryOf({ searchParams })];
  const { actor, organisation } = ctx;
  const isPerson = actor.kind === "person";
  return (
    <PortalFrame current={routes.home()}>
      <PageHeading lead={isPerson ? undefined : translate("home.lead", { municipality: organisation.name })}>
        {isPerson ? translate("home.greeting", { name: actor.name.split(" ")[0] ?? "" }) : translate("home.welcome")}
      </PageHeading>
      <DisruptionBanner ctx={ctx} />
      <SearchBox language={ctx.language} query={query} isMainAct={isPerson} />
      {query && <SearchHits ctx={ctx} query={query} services={services} />}
      {isPerson && <AskForHelp ctx={ctx} />}
      {isPerson && <MyThings ctx={ctx} />}
      <section aria-labelledby="services" className="mt-12">
        <h2 id="services" className="mb-4 text-title">
          {translate("home.services")}
        </h2>
        {services.length > 0 ? (
          <ServiceRows ctx={ctx} services={services} />
        ) : (
          <EmptyState heading={translate("service.list.emptyHeading")}>{translate("service.list.empty")}</EmptyState>
        )}
      </section>
      <DeskBand ctx={ctx} />
      {!isPerson && <MunicipalityChoice ctx={ctx} />}
    </PortalFrame>
  );
}

function AskForHelp({ ctx }: { ctx: Context }) {
  const translate = translator(ctx.language);
  return (
    <section aria-labelledby="help" className="mt-12">
      <h2 id="help" className="text-title">
        {translate("home.report.heading")}
      </h2>
      <ButtonRow>
        <ButtonLink kind="quiet" href={routes.report()}>
          {translate("report.open.incident")}
        </ButtonLink>
        <ButtonLink kind="quiet" href={routes.report({ type: "question" })}>
          {translate("report.open.question")}
        </ButtonLink>
      </ButtonRow>
    </section>
  );
}

async function queryOf({ searchParams }: Query): Promise<string> {
  const { q } = await searchParams;
  return (typeof q === "string" ? q : "").trim().slice(0, 200);
}
