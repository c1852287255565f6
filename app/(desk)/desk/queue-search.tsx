import { described, Field } from "@/app/_ui/field";
import { FilterBar } from "@/app/_ui/filter-bar";
import { fieldWords } from "@/app/_ui/ui-words";
import type { Context } from "@/lib/base/context";
import { translator } from "@/lib/base/language";
import { routes } from "@/lib/base/routes";
import { faultOfSearch, type QueueQuery, queueHref } from "./queue-query";

/** Looks among all orders; a mistyped reference is told as such. */
export function QueueSearch({ ctx, query }: { ctx: Context; query: QueueQuery }) {
  const t = translator(ctx.language);
  const fault = faultOfSearch(query.q);
  const error = fault ? t(`desk.search.${fault}`, { query: query.q }) : undefined;
  const active = query.q
    ? [{ label: t("desk.search.hits", { query: query.q }), removeHref: queueHref(query, { q: "", view: "open" }) }]
    : [];
  return (
    <FilterBar language={ctx.language} action={routes.desk()} active={active}>
      <Field id="q" label={t("desk.search.label")} words={fieldWords(ctx.language)} error={error}>
        <input
          {...described("q", { name: "q", error, isOptional: true })}
          type="search"
          className="control"
          defaultValue={query.q}
          autoComplete="off"
        />
      </Field>
    </FilterBar>
  );
}
