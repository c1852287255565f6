import { type Language, type Variant, variants } from "@/db/words";
import { formatMoney } from "@/lib/base/format";
import { translator } from "@/lib/base/language";
import type { ContentChange } from "./content";

export type ChangeWords = { field: string; from: string; to: string };

/** What differs between two rounds, as an approver reads it: money as money, models and units by name where it is known. */
export function changeInWords(
  { field, from, to }: ContentChange,
  language: Language,
  names: Readonly<Record<string, string>> = {},
): ChangeWords {
  const t = translator(language);
  const said = (value: string): string => {
    if (field === "rentPerMonthOre") return t("ui.price.perMonth", { amount: formatMoney(Number(value), language) });
    if (field === "variant" && isVariant(value)) return t(`words.variant.${value}`);
    if (field === "recipients") return value.split(",").join(", ");
    return names[value] ?? value;
  };
  const label = field === "rentPerMonthOre" ? t("order.change.rentEach") : t(`orders.field.${field}`);
  return { field: label, from: said(from), to: said(to) };
}

const isVariant = (value: string): value is Variant => variants.some((variant) => variant === value);
