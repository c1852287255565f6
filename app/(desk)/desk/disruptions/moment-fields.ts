import type { Context } from "@/lib/base/context";
import { translator } from "@/lib/base/language";
import { momentOf } from "@/lib/disruptions/local-moment";
import type { FieldSpec } from "../desk-field";

/** When the next news comes: filled in with an hour from now, because something should be promised. */
export function nextUpdateFields(ctx: Context): FieldSpec[] {
  const t = translator(ctx.language);
  const { day, time } = momentOf(new Date(ctx.now.getTime() + 3_600_000), ctx.organisation.timeZone);
  return [
    {
      ...{ kind: "text", name: "nextUpdate.day", isOptional: true, value: day },
      ...{ label: t("disruptions.form.nextDay"), hint: t("disruptions.form.nextHint") },
    },
    {
      ...{ kind: "text", name: "nextUpdate.time", isOptional: true, value: time },
      ...{ label: t("disruptions.form.nextTime"), hint: t("disruptions.form.timeHint") },
    },
  ];
}

/** A text in both languages, Swedish first. */
export function bothLanguages(ctx: Context, name: string, label: string, hint = ""): FieldSpec[] {
  const t = translator(ctx.language);
  const english = t("disruptions.form.en", { field: label });
  return [
    { kind: "area", name: `${name}.sv`, rows: 3, label, ...(hint ? { hint } : {}) },
    { kind: "area", name: `${name}.en`, rows: 2, label: english, hint: t("disruptions.form.enHint"), isOptional: true },
  ];
}
