import { described, Field } from "@/app/_ui/field";
import { FilterBar } from "@/app/_ui/filter-bar";
import { fieldWords } from "@/app/_ui/ui-words";
import type { Context } from "@/lib/base/context";
import { translator } from "@/lib/base/language";
import { routes } from "@/lib/base/routes";
import { filterWords } from "./filter-words";
import { type FilterName, faultOfSearch, filterNames, type QueueQuery, queueHref } from "./queue-query";
import { type FilterChoices, UnfoldedFilters } from "./unfolded-filters";

type QueueFiltersProps = { ctx: Context; query: QueueQuery; choices: FilterChoices | null };

/** Search and filters as one form that the address bar keeps, so that what one sees can be sent to a colleague. */
export function QueueFilters({ ctx, query, choices }: QueueFiltersProps) {
  const t = translator(ctx.language);
  const fault = faultOfSearch(query.q);
  const error = fault ? t(`queue.search.${fault}`, { query: query.q }) : undefined;
  const kept = choices ? [] : filterNames.flatMap((name) => (query.filters[name] ?? []).map((value) => [name, value]));
  return (
    <div className="queue-filters" data-unfolded={choices ? true : undefined}>
      <FilterBar
        language={ctx.language}
        action={routes.desk()}
        active={activeOf(ctx, query)}
        clearHref={queueHref(query, { q: "", filters: {}, saved: undefined })}
      >
        {query.view !== "open" && !query.q && <input type="hidden" name="view" value={query.view} />}
        {kept.map(([name, value]) => (
          <input key={`${name} ${value}`} type="hidden" name={name} value={value} />
        ))}
        <Field id="q" label={t("queue.search.label")} words={fieldWords(ctx.language)} error={error}>
          <input
            {...described("q", { name: "q", error, isOptional: true })}
            type="search"
            className="control"
            defaultValue={query.q}
            autoComplete="off"
          />
        </Field>
        {choices && <UnfoldedFilters ctx={ctx} query={query} choices={choices} />}
      </FilterBar>
      <a href={queueHref(query, { isFiltering: !choices })} className="queue-filters-toggle">
        {t(choices ? "queue.filter.close" : "queue.filter.open")}
      </a>
    </div>
  );
}

function activeOf(ctx: Context, query: QueueQuery) {
  const t = translator(ctx.language);
  const searched = query.q
    ? [{ label: t("queue.search.hits", { query: query.q }), removeHref: queueHref(query, { q: "", view: "open" }) }]
    : [];
  const filtered = filterNames.flatMap((name) =>
    (query.filters[name] ?? []).map((value) => {
      const others = (query.filters[name] ?? []).filter((each) => each !== value);
      return {
        label: chipOf(ctx, name, value),
        removeHref: queueHref(query, { filters: { ...query.filters, [name]: others }, saved: undefined }),
      };
    }),
  );
  return [...searched, ...filtered];
}

/** "Linje 2" says what it is by itself; a name or an address does not. */
function chipOf(ctx: Context, name: FilterName, value: string): string {
  const t = translator(ctx.language);
  const words = filterWords(ctx, name, value);
  const isPlain = name === "line" || name === "priority" || name === "status" || name === "type";
  return isPlain ? words : t("queue.filter.active", { name: t(`queue.filter.${name}`), value: words });
}
