import type { SectionContent, Text, Town } from "./content";

/** What the service is, and for whom (A1, A2, B4). */
export function aboutSections(town: Town): SectionContent[] {
  return [
    {
      key: "about",
      heading: { sv: "Det här är tjänsten", en: "What the service is" },
      markdown: {
        sv: `En iPad från ${town.name} är en surfplatta som är klar att använda. Kommunen köper den och äger den. ${rent[town.slug].sv}

- Tjänsten finns bara på iPad, och bara på iPad som kommunen äger.
- Leverantören knyter varje iPad till kommunen redan vid köpet. Därför kommer tjänsten med iPaden.
- Nät, lösenkod och appar sköts på håll. Det kallas enhetshantering, eller MDM.

Det finns två varianter. **Publik** delar ni på. **Personlig** har du för dig själv.`,
        en: `An iPad from ${town.name} is a tablet that is ready to use. The municipality buys it and owns it. ${rent[town.slug].en}

- The service exists on iPads only, and only on iPads that the municipality owns.
- The supplier links every iPad to the municipality at purchase. So the service comes with the iPad.
- Network, passcode and apps are handled from a distance. That is called device management, or MDM.

There are two variants. **Publik** is shared. **Personlig** is your own.`,
      },
    },
    {
      key: "for-whom",
      heading: { sv: "Vem tjänsten är till för", en: "Who the service is for" },
      markdown: forWhom[town.slug],
    },
  ];
}

const rent: Record<Town["slug"], Text> = {
  aminne: { sv: "Din enhet betalar en hyra per månad.", en: "Your unit pays a rent per month." },
  linderas: {
    sv: "Din enhet hyr den. Hjälp från servicedesk ingår i hyran.",
    en: "Your unit rents it. Help from the servicedesk is part of the rent.",
  },
};

const forWhom: Record<Town["slug"], Text> = {
  aminne: {
    sv: `- **Publik** passar en skola, ett boende eller en reception där flera turas om.
- **Personlig** passar dig som har iPaden i ditt eget arbete.
- Även du som är förtroendevald kan få en Personlig. Nämndens sekreterare beställer den åt dig.

Kunden är alltid en verksamhet, aldrig en enskild person. Enhetens chef säger ja till kostnaden.`,
    en: `- **Publik** suits a school, a care home or a reception where several people take turns.
- **Personlig** suits you who use the iPad in your own work.
- Elected representatives can have a Personlig too. The committee's secretary orders it for you.

The customer is always a department, never a single person. The unit's manager agrees to the cost.`,
  },
  linderas: {
    sv: `- **Publik** passar en skola, ett boende eller en reception där flera turas om.
- **Personlig** passar dig som har iPaden i ditt eget arbete.
- **Förtroendevalda** får en Personlig för sitt uppdrag. Nämndens sekreterare beställer både iPad och konto.

Kunden är alltid en verksamhet, aldrig en enskild person. Enhetens chef säger ja till kostnaden.`,
    en: `- **Publik** suits a school, a care home or a reception where several people take turns.
- **Personlig** suits you who use the iPad in your own work.
- **Elected representatives** have a Personlig for their assignment. The committee's secretary orders both iPad and account.

The customer is always a department, never a single person. The unit's manager agrees to the cost.`,
  },
};
