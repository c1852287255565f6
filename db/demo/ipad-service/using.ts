import type { SectionContent, Text, Town } from "./content";

/** Apps, settings and printing (A4–A8, A13). */
export function usingSections(town: Town): SectionContent[] {
  return [
    {
      key: "apps",
      heading: { sv: "Appar", en: "Apps" },
      markdown: {
        sv: `**Publik.** Verksamheten beställer appar, aldrig en enskild person. Det gör den behöriga IT-beställaren, som också ser till att listan hålls aktuell. IT lägger sedan ut apparna på alla iPad på en gång. Undvik appar som kräver egen inloggning. De passar inte på en delad iPad.

**Personlig.** Du installerar appar själv. IT sköter dem inte. I appportalen finns ett grundutbud, bland annat Office. Det kräver inget eget konto.`,
        en: `**Publik.** The department orders apps, never a single person. The authorised IT orderer does so, and keeps the list up to date. IT then puts the apps on all the iPads at once. Avoid apps that need a personal sign-in. They do not suit a shared iPad.

**Personlig.** You install apps yourself. IT does not handle them. The app portal offers a basic set, Office among it. It needs no account of your own.`,
      },
    },
    {
      key: "settings",
      heading: { sv: "Inställningar", en: "Settings" },
      markdown: {
        sv: `**Publik** har en grundinställning som är lika för alla. Verksamheten kan beställa fler spärrar eller fler funktioner. Ska grunden ändras talar er IT-samordnare med IT:s kundansvariga.

**Personlig** hämtar din e-post och din kalender till de inbyggda apparna. På kommunens nät når du också intranätet. Behöver du något särskilt? Tala med IT:s kundansvariga.`,
        en: `**Publik** has a standard that is the same for all. The department can order more restrictions or more functions. Should the standard itself change, your IT coordinator speaks with IT's account manager.

**Personlig** brings your mail and your calendar into the built-in apps. On the municipality's network you reach the intranet too. Do you need something special? Speak with IT's account manager.`,
      },
    },
    {
      key: "printing",
      heading: { sv: "Skriva ut med AirPrint", en: "Printing with AirPrint" },
      markdown: printing(town),
    },
  ];
}

function printing({ phone }: Town): Text {
  return {
    sv: `AirPrint är ett tillval till Personlig. Allt det här måste stämma:

1. iPaden finns i kommunens enhetshantering.
2. Den är en Personlig. En Publik kan inte skriva ut.
3. Den är på nätet \`Kommun\`.
4. Skrivaren finns på kommunens server för utskrift, och IT har provat att den klarar AirPrint.

Sedan lägger IT in en profil i din iPad. **Så får du tillvalet i dag:** ring servicedesk på ${phone}, eller skriv till dem. Ange vilken skrivare det gäller. Er kundansvariga kan också ordna det.`,
    en: `AirPrint is an add-on to Personlig. All of this must hold:

1. The iPad is in the municipality's device management.
2. It is a Personlig. A Publik cannot print.
3. It is on the network \`Kommun\`.
4. The printer is on the municipality's print server, and IT has tested that it can do AirPrint.

IT then puts a profile on your iPad. **This is how you get the add-on today:** call the servicedesk at ${phone}, or write to them. Say which printer it is about. Your account manager can arrange it too.`,
  };
}
