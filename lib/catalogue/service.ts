import type { HardwareClass, Language, Role, TaskKind, Variant } from "@/db/words";
import { translator } from "@/lib/base/language";
import { htmlOf, plainTextOf } from "@/lib/base/markdown";
import { Policy } from "@/lib/sla/schema";
import { certificationOf, whyNotOrderable } from "./certification";
import type { ServiceRow } from "./service-rows";
import { shownIn } from "./shown-in";

/** `language` is the one the texts are in: Swedish where the reader's is missing. `html` is safe to show, `text` the same plain. */
export type ServiceSection = { id: string; heading: string; html: string; text: string; language: Language };

/** `traits` are the rows of the side-by-side table: the same keys in the same order for every variant. */
export type ServiceVariant = {
  slug: Variant;
  name: string;
  summary: string;
  language: Language;
  traits: { key: string; label: string; value: string; language: Language }[];
  fulfilment: TaskKind[];
};

export type ServiceAddOn = { slug: string; name: string; summary: string; language: Language; orderable: boolean };

/** `whyNot` is a sentence, present exactly where the model cannot be ordered. */
export type Hardware = {
  id: string;
  slug: string;
  manufacturer: string;
  name: string;
  class: HardwareClass;
  rentPerMonthOre: number;
  stock: number;
  isRetired: boolean;
  orderable: boolean;
  whyNot?: string;
};

/** One edition of a service description, with the hardware there is, in the reader's language. */
export type Service = {
  versionId: string;
  slug: string;
  version: number;
  status: "draft" | "published";
  name: string;
  summary: string;
  language: Language;
  approverRole: Role | null;
  calendarSlug: string | null;
  policySlug: string | null;
  deliveryWorkingDays: number | null;
  orderable: boolean;
  sections: ServiceSection[];
  variants: ServiceVariant[];
  addOns: ServiceAddOn[];
  hardware: Hardware[];
};

export function serviceOf(row: ServiceRow, language: Language): Service {
  const hardware = row.hardware.map((model) => hardwareOf(model, language));
  return {
    versionId: row.id,
    slug: row.slug,
    version: row.number,
    status: row.status,
    ...shownIn(language, { name: row.name, summary: row.summary }),
    approverRole: row.approver_role,
    calendarSlug: row.calendar_slug,
    policySlug: row.policy_slug,
    deliveryWorkingDays: workingDaysOf(row.policy),
    orderable: row.status === "published" && row.variants.length > 0 && hardware.some((model) => model.orderable),
    sections: row.sections.map((section) => sectionOf(section, language)),
    variants: row.variants.map(({ slug, fulfilment, name, summary, traits }) => {
      const shown = traits.map(({ key, label, value }) => ({ key, ...shownIn(language, { label, value }) }));
      return { slug, fulfilment, ...shownIn(language, { name, summary }), traits: shown };
    }),
    addOns: row.addOns.map(({ slug, isOrderable, name, summary }) => {
      return { slug, ...shownIn(language, { name, summary }), orderable: isOrderable };
    }),
    hardware,
  };
}

function sectionOf({ key, heading, markdown }: ServiceRow["sections"][number], language: Language): ServiceSection {
  const shown = shownIn(language, { heading, markdown });
  const html = htmlOf(shown.markdown);
  return { id: key, heading: shown.heading, html, text: plainTextOf(html), language: shown.language };
}

function hardwareOf({ outcomes, ...model }: ServiceRow["hardware"][number], language: Language): Hardware {
  const why = whyNotOrderable(model.isRetired, certificationOf(outcomes));
  if (!why) return { ...model, orderable: true };
  const translate = translator(language);
  const step = why.step ? translate(`catalogue.step.${why.step}`) : "";
  return { ...model, orderable: false, whyNot: translate(`catalogue.whyNot.${why.code}`, { step }) };
}

function workingDaysOf(policy: unknown): number | null {
  const { data } = Policy.safeParse(policy);
  return data && "workingDays" in data.amount ? data.amount.workingDays : null;
}
