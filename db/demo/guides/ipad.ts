import type { SeedGuide } from "./content";

export const ipadGuides: SeedGuide[] = [
  {
    audience: "public",
    categories: ["ipad/passcode", "ipad"],
    title: { sv: "Du har glömt koden till iPaden", en: "You have forgotten the iPad's passcode" },
    summary: {
      sv: "Ingen kan se din kod. Servicedesk kan ta bort den, sedan väljer du en ny.",
      en: "Nobody can see your passcode. The servicedesk can clear it, then you choose a new one.",
    },
    body: {
      sv: `Sluta gissa. För många försök spärrar iPaden, och varje spärr blir längre.

## Gör så här

1. Ta fram serienumret. Det står på baksidan, med liten text.
2. Se till att iPaden är laddad och på. Den måste ha nät för att kunna ta emot oss.
3. Ring servicedesk eller gör en felanmälan.
4. Vi tar bort koden på håll. Det tar oftast några minuter.
5. Lås upp och välj en ny kod direkt.

## Det här kan vi inte

- Vi kan inte se din kod. Den finns bara på iPaden och i ditt huvud.
- Vi kan inte välja en ny kod åt dig.

Saknar iPaden nät kan vi inte nå den. Då får du komma förbi drop-in med den. I värsta fall måste den tömmas.`,
      en: `Stop guessing. Too many tries lock the iPad, and each lock lasts longer.

## Do this

1. Find the serial number. It stands on the back, in small type.
2. See that the iPad is charged and on. It must have network for us to reach it.
3. Call the servicedesk or report a fault.
4. We clear the passcode from a distance. It mostly takes a few minutes.
5. Unlock it and choose a new passcode at once.

## What we cannot do

- We cannot see your passcode. It exists only on the iPad and in your head.
- We cannot choose a new one for you.

Without network we cannot reach the iPad. Then come by the drop-in with it. At worst it has to be wiped.`,
    },
  },
  {
    audience: "public",
    categories: ["ipad/reset", "ipad"],
    title: { sv: "När iPaden måste tömmas", en: "When the iPad must be wiped" },
    summary: {
      sv: "En full återställning tar bort allt som bara finns på iPaden. Läs vad du själv kan spara först.",
      en: "A full reset removes all that exists only on the iPad. Read what you can save first.",
    },
    body: {
      sv: `IT tömmer en iPad när den ska lämnas tillbaka, eller när den inte går att använda på något annat sätt. Vi får göra det när det behövs för att den ska fungera.

## Det här försvinner

- Bilder och filmer som bara finns på iPaden.
- Filer som du har sparat på den.
- Appar som du har installerat själv, och det du gjort i dem.
- Koden och fingeravtrycket.

## Det här finns kvar

- E-post och kalender. De ligger hos kommunen och hämtas igen.
- Filer i kommunens Office-appar.
- Det du har sparat i ditt eget Apple-konto, om du slagit på det.

## Innan du ringer oss

1. Spara filer i en av kommunens Office-appar.
2. Logga ut från ditt Apple-konto om du kan.
3. Ladda iPaden.

Vi talar med dig först när det går. Är iPaden stulen kan vi behöva tömma den direkt.`,
      en: `IT wipes an iPad when it is to be handed back, or when nothing else makes it usable. We may do so whenever that is needed for it to work.

## What is lost

- Pictures and films that exist only on the iPad.
- Files that you have saved on it.
- Apps that you have installed yourself, and what you did in them.
- The passcode and the fingerprint.

## What remains

- Mail and calendar. They are with the municipality and are fetched again.
- Files in the municipality's Office apps.
- What you have saved in your own Apple account, if you turned that on.

## Before you call us

1. Save files in one of the municipality's Office apps.
2. Sign out of your Apple account if you can.
3. Charge the iPad.

We speak with you first when we can. If the iPad is stolen we may have to wipe it at once.`,
    },
  },
  {
    audience: "public",
    categories: ["ipad/apps", "ipad"],
    title: { sv: "Ditt Apple-konto är ditt eget", en: "Your Apple account is your own" },
    summary: {
      sv: "Lösenordet till Apple-kontot byter du hos Apple. Kommunens appar hämtar du utan eget konto.",
      en: "You change the Apple account's password with Apple. You fetch the municipality's apps without one.",
    },
    body: {
      sv: `Apple-kontot kallades förut Apple-ID. Det är ett avtal mellan dig och Apple. Servicedesk kan därför inte byta lösenordet, låsa upp kontot eller se vad som finns i det.

## Har du glömt lösenordet?

1. Öppna **Inställningar** och tryck på ditt namn högst upp.
2. Välj **Inloggning och säkerhet**.
3. Tryck på **Ändra lösenord** och följ stegen.

Kommer du inte så långt? Apple hjälper dig på sin webbplats och på telefon.

## Du behöver inget Apple-konto för

- Office och de andra apparna i appportalen.
- E-post, kalender och nätet \`Kommun\`.

## På en Publik

Logga inte in med ditt eget konto på en iPad som flera använder. Nästa person ser då det som är ditt.`,
      en: `It is an agreement between you and Apple. The servicedesk can therefore not change the password, unlock the account or see what is in it.

## Have you forgotten the password?

1. Open **Settings** and tap your name at the top.
2. Choose **Sign-In & Security**.
3. Tap **Change Password** and follow the steps.

You do not get that far? Apple helps you on its website and by phone.

## You need no Apple account for

- Office and the other apps in the App portal.
- Mail, calendar and the network \`Kommun\`.

## On a Publik

Do not sign in with your own account on an iPad that several people use. The next person would see what is yours.`,
    },
  },
];
