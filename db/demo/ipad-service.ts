import { aboutSections } from "./ipad-service/about";
import { type ServiceContent, type Town, towns } from "./ipad-service/content";
import { orderingSections } from "./ipad-service/ordering";
import { linderasSections } from "./ipad-service/politics";
import { supportSections } from "./ipad-service/support";
import { usingSections } from "./ipad-service/using";
import { ipadAddOns, ipadVariants } from "./ipad-service/variants";

/** The iPad service description of a demo municipality: Åminne runs like A in the domain, Linderås like B. */
export function ipadService(slug: Town["slug"]): ServiceContent {
  const town = towns[slug];
  return {
    service: "ipad",
    position: 1,
    name: { sv: "iPad", en: "iPad" },
    summary: {
      sv: "En surfplatta från kommunen, klar att använda, inom 14 arbetsdagar.",
      en: "A tablet from the municipality, ready to use, within 14 working days.",
    },
    approverRole: "approver",
    calendarSlug: "delivery",
    policySlug: "delivery",
    sections: [
      ...aboutSections(town),
      ...orderingSections(town),
      ...usingSections(town),
      ...supportSections(town),
      ...(slug === "linderas" ? linderasSections : []),
    ],
    variants: ipadVariants,
    addOns: ipadAddOns,
  };
}
