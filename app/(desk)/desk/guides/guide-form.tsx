import { guideAudiences } from "@/db/words";
import type { Context } from "@/lib/base/context";
import { formatLongDay, localDate } from "@/lib/base/format";
import { translator } from "@/lib/base/language";
import { listCategories } from "@/lib/tickets/categories";
import type { Typed } from "@/lib/web/form-content";
import type { FieldSpec } from "../desk-field";
import { DeskForm } from "../desk-form";
import { deskFormWords } from "../desk-form-words";
import { saveGuideAction } from "./actions";

const halfYearMs = 182 * 86_400_000;

/** What the form holds before anyone has typed: a draft, a published text, or a ticket's. */
export type GuideStart = {
  slug?: string;
  version?: number;
  audience: string;
  categories: string[];
  title: { sv: string; en?: string };
  summary: { sv: string; en?: string };
  body: { sv: string; en?: string };
  reviewOn?: string;
};

type GuideFormProps = { ctx: Context; start: GuideStart; typed: Typed | null };

/** Everything that a guide says. It is saved as a draft, and then shown as its readers will see it. */
export async function GuideForm({ ctx, start, typed }: GuideFormProps) {
  const t = translator(ctx.language);
  const { slug, version } = start;
  return (
    <DeskForm
      id="guide"
      action={saveGuideAction}
      hidden={slug ? { slug, version: String(version) } : {}}
      fields={await fieldsOf(ctx)}
      submit={{ label: t("guides.form.save") }}
      words={deskFormWords(ctx.language)}
      typed={typed?.formId?.[0] === "guide" ? typed : typedFrom(ctx, start)}
    />
  );
}

async function fieldsOf(ctx: Context): Promise<FieldSpec[]> {
  const t = translator(ctx.language);
  const example = formatLongDay(halfYearFrom(ctx), { language: ctx.language, timeZone: "UTC" });
  const categories = (await listCategories(ctx)).map(({ path, name }) => ({ value: path, label: name }));
  const audiences = guideAudiences.map((value) => ({ value, label: t(`guides.audience.${value}`) }));
  const english = { isOptional: true, hint: t("guides.form.enHint") };
  return [
    { kind: "text", name: "title.sv", label: t("guides.form.titleSv"), hint: t("guides.form.titleHint") },
    { kind: "area", name: "summary.sv", rows: 2, label: t("guides.form.summarySv") },
    { kind: "area", name: "body.sv", rows: 16, label: t("guides.form.bodySv"), hint: t("guides.form.bodyHint") },
    { kind: "text", name: "title.en", label: t("guides.form.titleEn"), ...english },
    { kind: "area", name: "summary.en", rows: 2, label: t("guides.form.summaryEn"), ...english },
    { kind: "area", name: "body.en", rows: 16, label: t("guides.form.bodyEn"), ...english },
    { kind: "choice", name: "audience", label: t("guides.form.audience"), options: audiences },
    {
      ...{ kind: "choice", name: "categories", isMultiple: true, isOptional: true, options: categories },
      ...{ label: t("guides.form.categories"), hint: t("guides.form.categoriesHint") },
    },
    {
      ...{ kind: "date", name: "reviewOn", label: t("guides.form.reviewOn") },
      hint: t("guides.form.reviewHint", { example }),
      partLabels: { day: t("guides.form.day"), month: t("guides.form.month"), year: t("guides.form.year") },
    },
  ];
}

const halfYearFrom = ({ now, organisation }: Context) =>
  localDate(new Date(now.getTime() + halfYearMs), organisation.timeZone);

function typedFrom(ctx: Context, { title, summary, body, audience, categories, reviewOn }: GuideStart): Typed {
  const [year = "", month = "", day = ""] = (reviewOn ?? halfYearFrom(ctx)).split("-");
  const texts = Object.entries({ title, summary, body }).flatMap(([name, { sv, en }]) => [
    [`${name}.sv`, [sv]] as const,
    [`${name}.en`, [en ?? ""]] as const,
  ]);
  return {
    ...Object.fromEntries(texts),
    ...{ formId: ["guide"], audience: [audience], categories },
    ...{ "reviewOn.day": [day], "reviewOn.month": [month], "reviewOn.year": [year] },
  };
}
