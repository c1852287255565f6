import type { Option } from "@/app/_ui/field";
import type { Context } from "@/lib/base/context";
import { type Translate, translator } from "@/lib/base/language";
import type { CategorySetup } from "@/lib/tickets/category-setup";
import type { QueueSetup } from "@/lib/tickets/queue-setup";
import type { FieldSpec } from "../../desk-field";
import { DeskForm } from "../../desk-form";
import { deskFormWords } from "../../desk-form-words";
import { treeOptions } from "../../unfolded-filters";
import { addCategoryAction, saveCategoryAction } from "./actions";

export type CategoryChoices = {
  rows: readonly CategorySetup[];
  queues: readonly QueueSetup[];
  levels: readonly { slug: string; name: string }[];
};

type CategoryFormProps = { ctx: Context; category: CategorySetup | undefined; choices: CategoryChoices };

/** A new category, or one that is there, whose place in the tree stays. */
export function CategoryForm({ ctx, category, choices }: CategoryFormProps) {
  const t = translator(ctx.language);
  const { path = "", version = 0, isClosed = false } = category ?? {};
  const kept = { path, basedOn: String(version), ...(isClosed ? { isClosed: "true" } : {}) };
  return (
    <DeskForm
      id="category"
      action={category ? saveCategoryAction : addCategoryAction}
      hidden={category ? kept : {}}
      fields={fieldsOf(t, category, choices)}
      submit={{ label: t(category ? "setup.categories.save" : "setup.categories.add") }}
      words={deskFormWords(ctx.language)}
    />
  );
}

function fieldsOf(t: Translate, category: CategorySetup | undefined, choices: CategoryChoices): FieldSpec[] {
  const { rows, queues, levels } = choices;
  const open = rows.filter(({ isClosed }) => !isClosed);
  const lines = ([1, 2, 3] as const).map((line) => ({ value: String(line), label: t(`setup.queues.line${line}`) }));
  return [
    {
      ...{ kind: "text", name: "name", label: t("setup.categories.name"), value: category?.name ?? "" },
      ...(category ? { hint: t("setup.categories.nameHint") } : {}),
    },
    ...(category ? [] : [aboveField(t, treeOptions(open))]),
    {
      ...{ kind: "select", name: "line", label: t("setup.categories.startsIn"), options: lines },
      value: String(category?.line ?? 1),
    },
    {
      ...{ kind: "select", name: "queue", label: t("setup.categories.queue"), isOptional: true },
      ...{ hint: t("setup.categories.queueHint"), emptyLabel: t("setup.categories.firstOfLine") },
      ...{ options: queues.map((queue) => queueOption(t, queue)), value: category?.queue ?? "" },
    },
    {
      ...{ kind: "select", name: "serviceLevel", label: t("setup.categories.serviceLevel") },
      options: levels.map(({ slug, name }) => ({ value: slug, label: name })),
      value: category?.serviceLevel ?? "standard",
    },
    confidentialField(t, category, rows),
  ];
}

const aboveField = (t: Translate, options: Option[]): FieldSpec => ({
  ...{ kind: "select", name: "above", label: t("setup.categories.above"), isOptional: true, options },
  emptyLabel: t("setup.categories.top"),
});

function confidentialField(
  t: Translate,
  category: CategorySetup | undefined,
  rows: readonly CategorySetup[],
): FieldSpec {
  const isByAbove = rows.some(({ path, isConfidential }) => isConfidential && category?.path.startsWith(`${path}/`));
  const hint = t(isByAbove ? "setup.categories.confidentialAbove" : "setup.categories.confidentialHint");
  return {
    ...{ kind: "choice", name: "isConfidential", isMultiple: true, isOptional: true },
    ...{ label: t("setup.categories.isConfidential"), hint },
    options: [
      { value: "true", label: t("setup.categories.onlyMembers"), hint: t("setup.categories.confidentialQueue") },
    ],
    chosen: category?.isConfidential ? ["true"] : [],
  };
}

function queueOption(t: Translate, { slug, name, isClosed, members }: QueueSetup): Option {
  if (isClosed) return { value: slug, label: t("setup.categories.closedQueue", { queue: name }) };
  if (members === 0) return { value: slug, label: t("setup.categories.unstaffedQueue", { queue: name }) };
  return { value: slug, label: name };
}
