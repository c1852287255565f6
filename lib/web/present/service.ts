import * as z from "zod";
import { hardwareClasses, variants } from "@/db/words";
import type { Service } from "@/lib/catalogue/service";

const TraitAnswer = z.object({ key: z.string(), label: z.string(), value: z.string() });

export const ServiceAnswer = z
  .object({
    slug: z.string(),
    name: z.string(),
    summary: z.string(),
    version: z.int(),
    variants: z.array(
      z.object({ slug: z.enum(variants), name: z.string(), summary: z.string(), traits: z.array(TraitAnswer) }),
    ),
    addOns: z.array(z.object({ slug: z.string(), name: z.string(), summary: z.string(), orderable: z.boolean() })),
    hardware: z.array(
      z.object({
        slug: z.string(),
        name: z.string(),
        manufacturer: z.string(),
        class: z.enum(hardwareClasses),
        rentPerMonth: z.number(),
        orderable: z.boolean(),
        whyNot: z.string().optional(),
      }),
    ),
    sections: z.array(z.object({ id: z.string(), heading: z.string(), html: z.string(), text: z.string() })),
    orderable: z.boolean(),
    deliveryWorkingDays: z.int().nullable(),
  })
  .meta({ id: "Service" });

/** A service description as REST shows it: rents in SEK; what is in stock is the servicedesk's own. */
export function presentService(service: Service): z.output<typeof ServiceAnswer> {
  const { slug, name, summary, version, orderable, deliveryWorkingDays } = service;
  return {
    ...{ slug, name, summary, version },
    variants: service.variants.map((variant) => {
      const traits = variant.traits.map(({ key, label, value }) => ({ key, label, value }));
      return { slug: variant.slug, name: variant.name, summary: variant.summary, traits };
    }),
    addOns: service.addOns.map((addOn) => {
      return { slug: addOn.slug, name: addOn.name, summary: addOn.summary, orderable: addOn.orderable };
    }),
    hardware: service.hardware
      .filter((model) => !model.isRetired)
      .map(({ rentPerMonthOre, slug: model, name: called, manufacturer, class: kind, orderable: can, whyNot }) => {
        const shown = { slug: model, name: called, manufacturer, class: kind, rentPerMonth: rentPerMonthOre / 100 };
        return { ...shown, orderable: can, ...(whyNot === undefined ? {} : { whyNot }) };
      }),
    sections: service.sections.map(({ id, heading, html, text }) => ({ id, heading, html, text })),
    ...{ orderable, deliveryWorkingDays },
  };
}
