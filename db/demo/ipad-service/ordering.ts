import type { SectionContent, Town } from "./content";

/** How to order, and how the fourteen days are counted (A3, A6, A9; the rule of working days). */
export function orderingSections(town: Town): SectionContent[] {
  return [
    {
      key: "ordering",
      heading: { sv: "Så beställer du", en: "How to order" },
      markdown: {
        sv: `Du beställer här i Serviceportalen. Tjänst och iPad beställs på samma gång.

1. Välj variant och modell.
2. Skriv vem som ska ha iPaden, eller hur många ni behöver.
3. Ange kodsträng och vart vi ska lämna den.
4. Läs igenom och skicka.

En Personlig kan du beställa till dig själv. Publik beställs av verksamhetens behöriga IT-beställare eller IT-samordnare. Chefen får ett brev och godkänner, eller säger nej och skriver varför. Du ser hela tiden vems tur det är.`,
        en: `You order here in the service portal. Service and iPad are ordered together.

1. Choose a variant and a model.
2. Say who will have the iPad, or how many you need.
3. Give the cost centre and the place of delivery.
4. Read it through and send it.

You may order a Personlig for yourself. A Publik is ordered by the department's authorised IT orderer or IT coordinator. The manager gets a letter and approves, or says no and why. You always see whose turn it is.`,
      },
    },
    {
      key: "delivery",
      heading: { sv: "När den kommer: inom 14 arbetsdagar", en: "When it comes: within 14 working days" },
      markdown: {
        sv: `Vi lämnar iPaden **inom 14 arbetsdagar**. Så här räknar vi:

- Den dag då du beställer är dag 0. Den räknas inte.
- Dag 1 är nästa arbetsdag. Klart ska det vara när vi stänger dag 14.
- Lördagar, söndagar och röda dagar räknas inte. Det gör inte heller midsommarafton, julafton eller nyårsafton.
- En dag räknas inte om vi väntar på dig hela den dagen. Det gäller också medan chefen funderar.

Innan du skickar ser du vilken dag det blir, och varför. Blir det en paus får du veta orsaken och när vi tittar på det igen.`,
        en: `We hand over the iPad **within 14 working days**. This is how we count:

- The day you order is day 0. It does not count.
- Day 1 is the next working day. It is to be done when we close on day 14.
- Saturdays, Sundays and public holidays do not count. Nor do Midsummer's Eve, Christmas Eve or New Year's Eve.
- A day does not count if we wait for you all of that day. That includes waiting for the manager.

Before you send the order you see which day it will be, and why. If there is a pause you are told the reason and when we look at it again.`,
      },
    },
    {
      key: "preparing",
      heading: { sv: "Det här gör vi innan du får den", en: "What we do before you get it" },
      markdown: {
        sv: `- Vi laddar iPaden och provar att allt fungerar.
- Vi aktiverar den, sätter på skärmskydd och märker den mot stöld.
- **Publik:** iPaden får ett eget konto, ett DEV-konto. Det skapas av serienumret. Kontot används för både nätet och enhetshanteringen.
- **Personlig:** ditt konto läggs i två grupper. De heter \`user-iPad-wlan-adm-new\` och \`user-iPad-service-personlig\`.

Du hämtar den på plats i ${town.hall.sv}, eller får den dit du har bett om. Då kvitterar du den.`,
        en: `- We charge the iPad and test that everything works.
- We activate it, put on a screen protector and mark it against theft.
- **Publik:** the iPad gets an account of its own, a DEV account. It is made from the serial number. The account serves both the network and the device management.
- **Personlig:** your account is put into two groups. They are called \`user-iPad-wlan-adm-new\` and \`user-iPad-service-personlig\`.

You fetch it at ${town.hall.en}, or have it where you asked for it. Then you sign for it.`,
      },
    },
  ];
}
