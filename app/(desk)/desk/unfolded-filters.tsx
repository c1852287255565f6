import type { ComponentProps } from "react";
import { described, Field } from "@/app/_ui/field";
import { Icon } from "@/app/_ui/icon";
import { fieldWords } from "@/app/_ui/ui-words";
import type { Context } from "@/lib/base/context";
import { translator } from "@/lib/base/language";
import { queueSorts } from "@/lib/tickets/queue-sort";
import { filterWords } from "./filter-words";
import { type FilterName, type ListFilter, listFilters, type QueueQuery } from "./queue-query";

/** What the filters can be set to; asked for only where they are unfolded, for there may be five hundred queues. */
export type FilterChoices = {
  queues: readonly { slug: string; name: string; line: number }[];
  categories: readonly { path: string; name: string }[];
  assignees: readonly { email: string; name: string }[];
};

type UnfoldedProps = { ctx: Context; query: QueueQuery; choices: FilterChoices };
type Option = { value: string; label: string };

/** Every filter there is, as a form field each. None of them is required. */
export function UnfoldedFilters({ ctx, query, choices }: UnfoldedProps) {
  const t = translator(ctx.language);
  const about = (name: FilterName) => ({
    ctx,
    name,
    label: t(`queue.filter.${name}`),
    chosen: query.filters[name]?.[0],
  });
  const any: Option = { value: "", label: t("queue.filter.any") };
  const options: Record<ListFilter | "queue" | "category" | "assignee", Option[]> = {
    ...(Object.fromEntries(closedLists(ctx)) as Record<ListFilter, Option[]>),
    queue: choices.queues.map(({ slug, name }) => ({ value: slug, label: name })),
    category: treeOptions(choices.categories),
    assignee: [
      { value: "nobody", label: t("queue.filter.nobody") },
      ...choices.assignees.map(({ email, name }) => ({ value: email, label: name })),
    ],
  };
  const sorts = queueSorts.map((sort) => ({ value: sort, label: t(`queue.sort.${sort}`) }));
  return (
    <>
      <input type="hidden" name="filters" value="1" />
      {(Object.keys(options) as (keyof typeof options)[]).map((name) => (
        <Select key={name} {...about(name)} options={[any, ...options[name]]} />
      ))}
      {(["requester", "device"] as const).map((name) => (
        <Input key={name} {...about(name)} autoComplete="off" />
      ))}
      {(["from", "to"] as const).map((name) => (
        <Input key={name} {...about(name)} type="date" />
      ))}
      <Select ctx={ctx} name="sort" label={t("queue.sort.label")} options={sorts} chosen={query.sort} />
    </>
  );
}

/** The tree of categories as a list, what lies under another moved in. */
export const treeOptions = (categories: FilterChoices["categories"]): Option[] =>
  categories.map(({ path, name }) => ({ value: path, label: `${"– ".repeat(path.split("/").length - 1)}${name}` }));

const closedLists = (ctx: Context) =>
  (Object.keys(listFilters) as ListFilter[]).map((name) => [
    name,
    listFilters[name].map((value) => ({ value, label: filterWords(ctx, name, value) })),
  ]);

type PartProps = { ctx: Context; name: string; label: string; chosen: string | undefined };

function Select({ ctx, name, label, chosen, options }: PartProps & { options: Option[] }) {
  const id = `filter-${name}`;
  return (
    <Field id={id} label={label} words={fieldWords(ctx.language)}>
      <span className="select">
        <select {...described(id, { name, isOptional: true })} className="control" defaultValue={chosen ?? ""}>
          {options.map(({ value, label: words }) => (
            <option key={value} value={value}>
              {words}
            </option>
          ))}
        </select>
        <Icon name="chevron-down" />
      </span>
    </Field>
  );
}

function Input({ ctx, name, label, chosen, ...input }: PartProps & ComponentProps<"input">) {
  const id = `filter-${name}`;
  return (
    <Field id={id} label={label} words={fieldWords(ctx.language)}>
      <input
        type="text"
        {...input}
        {...described(id, { name, isOptional: true })}
        className="control"
        defaultValue={chosen}
      />
    </Field>
  );
}
