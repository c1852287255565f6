import type { SectionContent, Text, Town } from "./content";

/** Help, what is supported and what is not, erasure, and who answers for it all (A10–A12, B1, B2, B5). */
export function supportSections(town: Town): SectionContent[] {
  return [
    {
      key: "support",
      heading: { sv: "Så får du hjälp", en: "How to get help" },
      markdown: {
        sv: `- **Ring** servicedesk på ${town.phone}. Vi svarar måndag–torsdag kl. 7–17 och fredag kl. 7–16.
- **Kom förbi** drop-in i ${town.hall.sv} vardagar kl. 8–10. ${visit[town.slug].sv}
- Vi hjälper dig på håll med enhetshanteringen. Kommunens system för det heter Workspace ONE.`,
        en: `- **Call** the servicedesk at ${town.phone}. We answer Monday–Thursday 7–17 and Friday 7–16.
- **Come by** the drop-in at ${town.hall.en} on weekdays 8–10. ${visit[town.slug].en}
- We help you from a distance with the device management. The municipality's system for it is Workspace ONE.`,
      },
    },
    {
      key: "supported",
      heading: { sv: "Det här hjälper vi till med", en: "What we help with" },
      markdown: {
        sv: `- Att komma ut på nätet \`Kommun\`, i båda varianterna.
- Att få e-posten att hämtas hem. Det gäller Personlig.
- Att ta bort en lösenkod som är glömd. Vi kan inte se koden, bara ta bort den.
- Att tömma en iPad som ska lämnas tillbaka, eller som inte går att använda.${more[town.slug].sv}`,
        en: `- Getting on to the network \`Kommun\`, in both variants.
- Getting mail to arrive. That is for Personlig.
- Clearing a passcode that is forgotten. We cannot see the code, only clear it.
- Wiping an iPad that is handed back, or that cannot be used.${more[town.slug].en}`,
      },
    },
    {
      key: "not-supported",
      heading: { sv: "Det här ansvarar du själv för", en: "What is up to you" },
      markdown: {
        sv: `- Privat material på iPaden.
- Ditt Apple-konto. Vi kan inte byta lösenord på det.
- Dina bilder.
- Appar som du har installerat själv.${less[town.slug].sv}`,
        en: `- Private material on the iPad.
- Your Apple account. We cannot change its password.
- Your pictures.
- Apps that you have installed yourself.${less[town.slug].en}`,
      },
    },
    {
      key: "erasing",
      heading: { sv: "När vi måste tömma en iPad", en: "When we have to wipe an iPad" },
      markdown: {
        sv: `IT får tömma en iPad när det behövs för att den ska fungera igen. Då försvinner allt som bara finns på den. Spara därför inget viktigt enbart på iPaden. Vi talar med dig först när det går.`,
        en: `IT may wipe an iPad whenever that is needed for it to work again. Everything that exists only on it is then gone. So keep nothing important on the iPad alone. We speak with you first when we can.`,
      },
    },
    {
      key: "responsible",
      heading: { sv: "Vem som ansvarar", en: "Who answers for what" },
      markdown: {
        sv: `- **Tjänstespecialisten** för iPad på IT äger den här texten och tjänsten.
- **Kundansvarig** är IT:s kontakt mot din förvaltning.
- **IT-samordnaren** är din förvaltnings kontakt mot IT.

Saknar du något i texten? Skriv till servicedesk, så når det rätt person.`,
        en: `- **The service specialist** for iPads at IT owns this text and the service.
- **The account manager** is IT's contact towards your department.
- **The IT coordinator** is your department's contact towards IT.

Is something missing in this text? Write to the servicedesk, and it will reach the right person.`,
      },
    },
  ];
}

const visit: Record<Town["slug"], Text> = {
  aminne: { sv: "Ta med iPaden.", en: "Bring the iPad." },
  linderas: {
    sv: "Ta med iPaden och ditt ärendenummer. Saknar du nummer, ring först.",
    en: "Bring the iPad and your reference number. If you have none, call first.",
  },
};

const more: Record<Town["slug"], Text> = {
  aminne: { sv: "", en: "" },
  linderas: {
    sv: "\n- Tekniska fel och frågor om hur du gör. Det ingår i hyran.\n- Ett nytt lösenord till ditt konto, när du inte kan byta det själv.",
    en: "\n- Technical faults and how-to questions. That is part of the rent.\n- A new password for your account, when you cannot change it yourself.",
  },
};

const less: Record<Town["slug"], Text> = {
  aminne: { sv: "", en: "" },
  linderas: {
    sv: "\n- Privata telefoner, datorer och surfplattor. Dem kan vi inte hjälpa dig med.",
    en: "\n- Private phones, computers and tablets. We cannot help you with those.",
  },
};
