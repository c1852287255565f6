import type { Role, TaskKind, Variant } from "../../words";

export type Text = { sv: string; en: string };
export type SectionContent = { key: string; heading: Text; markdown: Text };
export type TraitContent = { key: string; label: Text; value: Text };
export type VariantContent = {
  slug: Variant;
  name: Text;
  summary: Text;
  traits: TraitContent[];
  fulfilment: TaskKind[];
};
export type AddOnContent = { slug: string; name: Text; summary: Text; isOrderable: boolean };

/** One edition of a service description, as the catalogue's draft takes it. */
export type ServiceContent = {
  service: string;
  position: number;
  name: Text;
  summary: Text;
  approverRole: Role;
  calendarSlug: string;
  policySlug: string;
  sections: SectionContent[];
  variants: VariantContent[];
  addOns: AddOnContent[];
};

/** What differs between the demo municipalities' words. */
export type Town = { slug: "aminne" | "linderas"; name: string; hall: Text; phone: string };

export const towns: Record<Town["slug"], Town> = {
  aminne: {
    slug: "aminne",
    name: "Åminne kommun",
    hall: { sv: "stadshuset", en: "the town hall" },
    phone: "0500-10 20 30",
  },
  linderas: {
    slug: "linderas",
    name: "Linderås kommun",
    hall: { sv: "kommunhuset", en: "the town hall" },
    phone: "0451-40 50 60",
  },
};
