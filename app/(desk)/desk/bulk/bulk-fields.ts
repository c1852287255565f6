import type { Option } from "@/app/_ui/field";
import { type BulkAct, resolutionCodes } from "@/db/words";
import type { Context } from "@/lib/base/context";
import { formatLongDay } from "@/lib/base/format";
import { type Translate, translator } from "@/lib/base/language";
import type { FieldSpec } from "../desk-field";
import { type FilterChoices, treeOptions } from "../unfolded-filters";

const weekMs = 7 * 86_400_000;

/** What each act asks before it can be looked at: the fields of the act itself, under "input". */
export function bulkFields(ctx: Context, act: BulkAct, choices: FilterChoices): FieldSpec[] {
  const t = translator(ctx.language);
  const area = (name: string, label: string, hint?: string): FieldSpec => ({
    ...{ kind: "area", name: `input.${name}`, label, rows: 3 },
    ...(hint ? { hint } : {}),
  });
  switch (act) {
    case "assign":
      return [select("assignee", t("bulk.form.assignee"), t("bulk.form.choose"), whoMay(t, choices))];
    case "transfer":
      return [
        select(
          "queue",
          t("bulk.form.queue"),
          t("bulk.form.choose"),
          choices.queues.map(({ slug, name }) => ({ value: slug, label: name })),
        ),
        { kind: "text", name: "input.reason", label: t("bulk.form.reason"), hint: t("bulk.form.reasonHint") },
        ...(["known", "tried", "asked"] as const).map((part) => area(`note.${part}`, t(`bulk.form.${part}`))),
      ];
    case "pause":
      return pauseFields(ctx, t);
    case "reply":
      return [area("body", t("bulk.form.body"), t("bulk.form.bodyHint"))];
    case "classify":
      return classifyFields(t, choices);
    case "resolve":
      return [
        area("resolution", t("bulk.form.resolution"), t("bulk.form.resolutionHint")),
        select("code", t("bulk.form.code"), t("bulk.form.choose"), codes(t)),
      ];
    case "cancel":
      return [area("reason", t("bulk.form.cancelReason"), t("bulk.form.resolutionHint"))];
  }
}

function select(name: string, label: string, emptyLabel: string, options: Option[], isOptional = false): FieldSpec {
  return { kind: "select", name: `input.${name}`, label, emptyLabel, options, ...(isOptional ? { isOptional } : {}) };
}

const whoMay = (t: Translate, { assignees }: FilterChoices): Option[] => [
  ...assignees.map(({ email, name }) => ({ value: email, label: name })),
  { value: "nobody", label: t("bulk.form.nobody") },
];

const codes = (t: Translate): Option[] =>
  resolutionCodes
    .filter((code) => code !== "by_requester")
    .map((code) => ({ value: code, label: t(`words.resolutionCode.${code}`) }));

function pauseFields(ctx: Context, t: Translate): FieldSpec[] {
  const zoned = { language: ctx.language, timeZone: ctx.organisation.timeZone };
  const example = formatLongDay(new Date(ctx.now.getTime() + weekMs), zoned);
  const turns = (["requester", "supplier", "other"] as const).map((value) => {
    return { value, label: t(`desk.pause.waitsFor.${value}`) };
  });
  const partLabels = { day: t("desk.pause.day"), month: t("desk.pause.month"), year: t("desk.pause.year") };
  return [
    { kind: "choice", name: "input.waitingFor", label: t("desk.pause.waitingFor"), options: turns },
    {
      ...{ kind: "text", name: "input.supplier", isOptional: true },
      ...{ label: t("desk.pause.supplier"), hint: t("desk.pause.supplierHint") },
    },
    { kind: "area", name: "input.reason", rows: 2, label: t("desk.pause.reason"), hint: t("desk.pause.reasonHint") },
    {
      ...{ kind: "date", name: "input.reviewAt", label: t("desk.pause.reviewAt"), partLabels },
      hint: t("desk.pause.reviewAtHint", { example }),
    },
  ];
}

function classifyFields(t: Translate, { categories }: FilterChoices): FieldSpec[] {
  const unchanged = t("bulk.form.unchanged");
  const tree = treeOptions(categories);
  const levels = ([1, 2, 3, 4] as const).map((n) => ({ value: String(n), label: t(`bulk.form.level${n}`) }));
  const urgencies = ([1, 2, 3, 4] as const).map((n) => ({ value: String(n), label: t(`bulk.form.urgency${n}`) }));
  return [
    select("category", t("bulk.form.category"), unchanged, tree, true),
    select("impact", t("bulk.form.impact"), unchanged, levels, true),
    select("urgency", t("bulk.form.urgency"), unchanged, urgencies, true),
  ];
}
