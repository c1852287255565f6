import type { SeedGuide } from "./content";

export const endGuides: SeedGuide[] = [
  {
    audience: "public",
    categories: ["ipad/lost", "ipad"],
    title: { sv: "Din iPad är borta eller stulen", en: "Your iPad is lost or stolen" },
    summary: {
      sv: "Ring servicedesk direkt. Vi kan låsa den på håll, och då är kommunens uppgifter skyddade.",
      en: "Call the servicedesk at once. We can lock it from a distance, and the municipality's information is then protected.",
    },
    body: {
      sv: `## Nu, på en gång

1. Ring servicedesk. Är det stängt gör du en felanmälan och väljer **Borttappad eller stulen**.
2. Säg var och när du hade den senast.
3. Vi låser den på håll.
4. Byt lösenordet till ditt konto.
5. Berätta för din chef.

## Är den stulen?

Gör också en polisanmälan. Skriv polisens nummer i ärendet.

## Är den bara borta?

Vi låser den utan att tömma den. Kommer den till rätta låser vi upp igen. Letar du själv: ring platsen där du var, och bussbolagets hittegods.

## Om den inte kommer tillbaka

Då tömmer vi den. Det som bara fanns på den är borta. Din chef beställer en ny, och du kan ofta låna en så länge.

Det gäller också om den är din egen och du har kommunens appar på den. Då kan vi ta bort apparna, inget annat.`,
      en: `## Now, at once

1. Call the servicedesk. If it is closed, report a fault and choose **Borttappad eller stulen**.
2. Say where and when you last had it.
3. We lock it from a distance.
4. Change the password of your account.
5. Tell your manager.

## Is it stolen?

Report it to the police too. Write the police's number in the ticket.

## Is it only lost?

We lock it without wiping it. If it turns up we unlock it again. If you search yourself: call the place where you were, and the bus company's lost property.

## If it does not come back

Then we wipe it. What existed only on it is gone. Your manager orders a new one, and you can often borrow one meanwhile.

The same holds if it is your own and has the municipality's apps. Then we can remove those apps, nothing else.`,
    },
  },
  {
    audience: "public",
    categories: ["ipad/return", "ipad"],
    title: { sv: "Lämna tillbaka en iPad", en: "Return an iPad" },
    summary: {
      sv: "Spara det du vill ha kvar, logga ut från Apple och lämna den med laddare. Hyran slutar då.",
      en: "Save what you want to keep, sign out of Apple and hand it in with its charger. The rent then ends.",
    },
    body: {
      sv: `Lämna iPaden när du slutar, byter uppdrag eller inte behöver den mer. Den får inte gå vidare till en kollega på egen hand. Då följer fel konto med.

## Före

1. Flytta filer som ska vara kvar till kommunens Office-appar.
2. Spara egna bilder någon annanstans.
3. Öppna **Inställningar**, tryck på ditt namn och välj **Logga ut**. Gör du inte det kan ingen annan använda den.
4. Skapa ett ärende och välj **Återlämning och återvinning**.

## Lämna den

Kom på drop-in med iPaden, laddaren och ditt ärendenummer. Fodral och penna hör också till. Du får ett kvitto.

## Efteråt

Vi tömmer den. Är den i gott skick får någon annan den, annars återvinns den. Hyran slutar från den dag då vi tog emot den.`,
      en: `Hand the iPad in when you leave, change assignments or do not need it any more. Do not pass it on to a colleague yourself. The wrong account would come along.

## Before

1. Move files that should remain to the municipality's Office apps.
2. Save your own pictures somewhere else.
3. Open **Settings**, tap your name and choose **Sign Out**. If you do not, nobody else can use it.
4. Make a ticket and choose **Återlämning och återvinning**.

## Hand it in

Come at drop-in with the iPad, the charger and your reference number. Cover and pen belong to it too. You get a receipt.

## Afterwards

We wipe it. If it is in good condition someone else gets it, if not it is recycled. The rent ends from the day on which we received it.`,
    },
  },
];
