import type { Context } from "@/lib/base/context";
import { answersOf, recipientRows, type Typed } from "../answers";
import type { Offer } from "../offer";
import { modelChoices } from "./form-text";
import type { OrderFormProps } from "./order-form";

type Shown = Pick<OrderFormProps, "service" | "asks" | "variants" | "models" | "units" | "codes" | "answers" | "rows">;

/** What the form shows to choose among, and what was answered before. */
export function shownIn(ctx: Context, offer: Offer, typed: Typed): Shown {
  const { service, asks, variants, units } = offer;
  const rows = recipientRows(typed);
  return {
    ...{ service: service.slug, asks, models: modelChoices(offer, ctx), answers: answersOf(typed) },
    rows: rows.length > 0 ? rows : [""],
    variants: variants.map(({ slug, name, summary }) => ({ value: slug, label: name, hint: summary })),
    units: units.map(({ slug, name }) => ({ value: slug, label: name })),
    codes: units.flatMap((unit) =>
      unit.costCentres.map(({ code, name }) => {
        const label = name.includes(code) ? name : `${code} ${name}`;
        return { value: code, label, unit: unit.slug };
      }),
    ),
  };
}
