import type { Context } from "@/lib/base/context";
import { translator } from "@/lib/base/language";
import { routes } from "@/lib/base/routes";
import { type CatalogueHit, searchCatalogue } from "@/lib/catalogue/search-catalogue";
import type { Service } from "@/lib/catalogue/service";
import { findTopics } from "./find-topics";

/** Where the service descriptions speak of what was searched for, each with the sentence that does. */
export async function SearchHits({ ctx, query, services }: { ctx: Context; query: string; services: Service[] }) {
  const translate = translator(ctx.language);
  const hits = await searchCatalogue(ctx, query);
  const topics = findTopics(query, ctx.language);
  const nameOf = (slug: string) => services.find((service) => service.slug === slug)?.name ?? slug;
  const { phone } = ctx.organisation.settings.servicedesk;
  return (
    <section aria-labelledby="hits" className="mt-8">
      <h2 id="hits" className="text-title">
        {translate("home.search.hits", { count: hits.length + topics.length, query })}
      </h2>
      {hits.length + topics.length === 0 && <p className="mt-3">{translate("home.search.none", { phone })}</p>}
      <ul>
        {topics.map((topic) => (
          <li key={topic} className="mt-5">
            <a href={routes.report({ topic })} className="font-strong">
              {translate("home.search.report", { topic: translate(`report.topic.${topic}.label`) })}
            </a>
            <p className="text-ink-quiet">{translate(`report.topic.${topic}.hint`)}</p>
          </li>
        ))}
        {hits.map((hit) => (
          <li key={addressOf(hit)} className="mt-5" lang={hit.language === ctx.language ? undefined : hit.language}>
            <a href={addressOf(hit)} className="font-strong">
              {hit.section ? `${nameOf(hit.service)}: ${hit.heading}` : hit.heading}
            </a>
            <p className="text-ink-quiet">{hit.excerpt}</p>
          </li>
        ))}
      </ul>
    </section>
  );
}

function addressOf({ service, section }: CatalogueHit): string {
  return section ? `${routes.service(service)}#${section}` : routes.service(service);
}
