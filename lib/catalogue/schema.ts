import * as z from "zod";
import { certificationSteps, hardwareClasses, roles, taskKinds, variants } from "@/db/words";

const Slug = z
  .string()
  .regex(/^[a-z0-9]+(-[a-z0-9]+)*$/, "catalogue.slug")
  .max(60, "catalogue.slug");

/** Swedish first. A draft may still lack it; a published version may not. */
const Text = z.strictObject({ sv: z.string(), en: z.string().exactOptional() });

/** `markdown` holds no headings above level 3 and no raw HTML (it is shown as text). */
const Section = z.strictObject({ key: Slug, heading: Text, markdown: Text });

const Trait = z.strictObject({ key: Slug, label: Text, value: Text });

const ServiceVariant = z.strictObject({
  slug: z.enum(variants),
  name: Text,
  summary: Text,
  traits: z.array(Trait),
  fulfilment: z.array(z.enum(taskKinds)),
});

const AddOn = z.strictObject({ slug: Slug, name: Text, summary: Text, isOrderable: z.boolean() });

/** The whole of one edition. `basedOn`: the newest edition the author knows of, 0 for a service that is new. */
export const DraftService = z.strictObject({
  service: Slug,
  position: z.int().min(0).exactOptional(),
  basedOn: z.int().min(0),
  name: Text,
  summary: Text,
  approverRole: z.enum(roles).nullable(),
  calendarSlug: Slug.nullable(),
  policySlug: Slug.nullable(),
  sections: z.array(Section).refine((list) => eachOnce(list.map((one) => one.key)), "catalogue.sectionTwice"),
  variants: z
    .array(ServiceVariant)
    .refine((list) => eachOnce(list.map((one) => one.slug)), "catalogue.variantTwice")
    .refine(haveTheSameTraits, "catalogue.traitsDiffer"),
  addOns: z.array(AddOn).refine((list) => eachOnce(list.map((one) => one.slug)), "catalogue.addOnTwice"),
});
export type DraftService = z.infer<typeof DraftService>;

/** `from`: when the edition begins to hold; without it, at once. */
export const PublishService = z.strictObject({
  service: Slug,
  version: z.int().min(1),
  from: z.date().exactOptional(),
});
export type PublishService = z.infer<typeof PublishService>;

export const AddHardware = z.strictObject({
  slug: Slug,
  manufacturer: z.string().trim().min(1).max(100),
  name: z.string().trim().min(1).max(100),
  class: z.enum(hardwareClasses),
  rentPerMonthOre: z.int().min(0).max(10_000_000),
  stock: z.int().min(0).max(100_000),
  position: z.int().min(0).exactOptional(),
});
export type AddHardware = z.infer<typeof AddHardware>;

export const CertifyHardware = z.strictObject({
  model: Slug,
  step: z.enum(certificationSteps),
  passed: z.boolean(),
  note: z.string().trim().min(1, "catalogue.noteMissing").max(1000, "catalogue.noteTooLong"),
});
export type CertifyHardware = z.infer<typeof CertifyHardware>;

/** `was`: the figure the counter had before their eyes. */
export const CountStock = z.strictObject({ model: Slug, was: z.int().min(0), stock: z.int().min(0).max(100_000) });
export type CountStock = z.infer<typeof CountStock>;

function eachOnce(keys: string[]): boolean {
  return new Set(keys).size === keys.length;
}

function haveTheSameTraits(list: z.infer<typeof ServiceVariant>[]): boolean {
  return new Set(list.map((one) => one.traits.map((trait) => trait.key).join())).size <= 1;
}
