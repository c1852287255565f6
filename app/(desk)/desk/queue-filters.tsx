import { described, Field, SelectField, TextField } from "@/app/_ui/field";
import { FilterBar } from "@/app/_ui/filter-bar";
import { fieldWords } from "@/app/_ui/ui-words";
import type { Context } from "@/lib/base/context";
import { translator } from "@/lib/base/language";
import { routes } from "@/lib/base/routes";
import type { Category } from "@/lib/tickets/categories";
import { queueSorts } from "@/lib/tickets/queue-sort";
import { filterWords } from "./filter-words";
import { type FilterName, faultOfSearch, filterNames, listFilters, type QueueQuery, queueHref } from "./queue-query";

/** What the filters can be set to; asked for only where they are unfolded, for there may be five hundred queues. */
export type FilterChoices = {
  queues: readonly { slug: string; name: string; line: number }[];
  categories: readonly Category[];
  assignees: readonly { email: string; name: string }[];
};
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
        {choices && <Unfolded ctx={ctx} query={query} choices={choices} />}
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
        label: t("queue.filter.active", { name: t(`queue.filter.${name}`), value: filterWords(ctx, name, value) }),
        removeHref: queueHref(query, { filters: { ...query.filters, [name]: others }, saved: undefined }),
      };
    }),
  );
  return [...searched, ...filtered];
}

function Unfolded({ ctx, query, choices }: QueueFiltersProps & { choices: FilterChoices }) {
  const t = translator(ctx.language);
  const words = fieldWords(ctx.language);
  const chosen = (name: FilterName) => query.filters[name]?.[0] ?? "";
  const select = (name: FilterName, options: { value: string; label: string }[]) => (
    <SelectField
      key={name}
      name={name}
      id={`filter-${name}`}
      label={t(`queue.filter.${name}`)}
      words={words}
      options={options}
      emptyLabel={t("queue.filter.any")}
      defaultValue={chosen(name)}
      aria-required={undefined}
    />
  );
  const closed = (Object.keys(listFilters) as (keyof typeof listFilters)[]).map((name) =>
    select(
      name,
      listFilters[name].map((value) => ({ value, label: filterWords(ctx, name, value) })),
    ),
  );
  const nobody = { value: "nobody", label: t("queue.filter.nobody") };
  return (
    <>
      <input type="hidden" name="filters" value="1" />
      {closed}
      {select(
        "queue",
        choices.queues.map(({ slug, name }) => ({ value: slug, label: name })),
      )}
      {select(
        "category",
        choices.categories.map(({ path, name }) => ({
          value: path,
          label: `${"– ".repeat(path.split("/").length - 1)}${name}`,
        })),
      )}
      {select("assignee", [nobody, ...choices.assignees.map(({ email, name }) => ({ value: email, label: name }))])}
      {(["requester", "device"] as const).map((name) => (
        <TextField
          key={name}
          name={name}
          id={`filter-${name}`}
          label={t(`queue.filter.${name}`)}
          words={words}
          defaultValue={chosen(name)}
          aria-required={undefined}
        />
      ))}
      {(["from", "to"] as const).map((name) => (
        <TextField
          key={name}
          name={name}
          id={`filter-${name}`}
          type="date"
          width="short"
          label={t(`queue.filter.${name}`)}
          words={words}
          defaultValue={chosen(name)}
          aria-required={undefined}
        />
      ))}
      <SelectField
        name="sort"
        id="filter-sort"
        label={t("queue.sort.label")}
        words={words}
        options={queueSorts.map((sort) => ({ value: sort, label: t(`queue.sort.${sort}`) }))}
        defaultValue={query.sort}
      />
    </>
  );
}
