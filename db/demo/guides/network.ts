import type { SeedGuide } from "./content";

export const networkGuides: SeedGuide[] = [
  {
    audience: "public",
    categories: ["network/wifi", "ipad"],
    title: { sv: "Anslut din iPad till Wi-Fi", en: "Connect your iPad to Wi-Fi" },
    summary: {
      sv: "Nätet heter Kommun. På en Personlig loggar du in med ditt eget konto. En Publik ansluter själv.",
      en: "The network is called Kommun. On a Personlig you sign in with your own account. A Publik connects by itself.",
    },
    body: {
      sv: `## Du har en Personlig

1. Öppna **Inställningar** och tryck på **Wi-Fi**.
2. Välj nätet \`Kommun\`.
3. Skriv ditt användarnamn och lösenord. Det är samma som på datorn.
4. Frågar den om ett certifikat? Tryck på **Lita på**.

Nu ska det stå en bock vid \`Kommun\`. Nästa gång ansluter den av sig själv.

## Du har en Publik

En Publik har ett eget konto som redan ligger på den. Du ska inte skriva något lösenord. Är den utan nät:

1. Gå till en plats där andra har nät.
2. Stäng av Wi-Fi, vänta tio sekunder och slå på igen.
3. Starta om den.

## Det går ändå inte

- Har du nyss bytt lösenord? Tryck på **i** bredvid \`Kommun\`, välj **Glöm nätverket** och börja om.
- Är flera runt dig utan nät? Titta på startsidan om det finns en driftstörning.
- Gör en felanmälan och skriv var du är. Skriv också om det gäller fler än dig.`,
      en: `## You have a Personlig

1. Open **Settings** and tap **Wi-Fi**.
2. Choose the network \`Kommun\`.
3. Type your user name and password. They are the same as on your computer.
4. Does it ask about a certificate? Tap **Trust**.

There should now be a tick at \`Kommun\`. Next time it connects by itself.

## You have a Publik

A Publik has an account of its own that is already on it. You should not type any password. If it has no network:

1. Go to a place where others have network.
2. Turn Wi-Fi off, wait ten seconds and turn it on.
3. Restart it.

## It still does not work

- Have you just changed your password? Tap **i** beside \`Kommun\`, choose **Forget This Network** and start over.
- Are several people around you without network? See on the front page whether there is a disruption.
- Report a fault and write where you are. Write also whether it concerns more people than you.`,
    },
  },
  {
    audience: "public",
    categories: ["ipad/sync", "ipad"],
    title: { sv: "Få e-post och kalender i iPaden", en: "Get mail and calendar on the iPad" },
    summary: {
      sv: "Det går på en Personlig. Synkar den inte hjälper det ofta att ansluta till nätet och vänta en stund.",
      en: "It works on a Personlig. If it does not sync, it often helps to connect to the network and wait a while.",
    },
    body: {
      sv: `E-post och kalender finns bara på **Personlig**. En Publik delas av flera, så där finns ingen egen e-post.

## Första gången

1. Anslut till nätet \`Kommun\`.
2. Öppna appen **Mail**. Kontot ligger redan där.
3. Skriv ditt lösenord när den frågar.
4. Vänta upp till en timme. Allt hämtas inte på en gång.

## Den har slutat synka

Gå igenom listan uppifrån. Sluta när det fungerar.

1. Har du nät? Öppna en webbsida och se.
2. Har du nyss bytt lösenord? Öppna **Inställningar**, sedan **Mail** och **Konton**. Skriv det nya.
3. Dra ner listan i Mail med fingret, så hämtar den på nytt.
4. Starta om iPaden.

Hjälper inget? Gör en felanmälan. Skriv när du senast fick e-post, och om kalendern också står still. Ta inte bort kontot själv. Då blir det svårare för oss att se felet.`,
      en: `Mail and calendar exist on **Personlig** only. A Publik is shared by several, so it has no mail of its own.

## The first time

1. Connect to the network \`Kommun\`.
2. Open the app **Mail**. The account is there already.
3. Type your password when it asks.
4. Wait up to an hour. Not everything is fetched at once.

## It has stopped syncing

Go through the list from the top. Stop when it works.

1. Do you have network? Open a web page and see.
2. Have you just changed your password? Open **Settings**, then **Mail** and **Accounts**. Type the new one.
3. Pull the list in Mail down with your finger, so that it fetches again.
4. Restart the iPad.

Nothing helps? Report a fault. Write when you last got mail, and whether the calendar has stopped too. Do not remove the account yourself. That makes the fault harder for us to see.`,
    },
  },
  {
    audience: "public",
    categories: ["printing/airprint", "printing"],
    title: { sv: "Skriv ut från iPaden med AirPrint", en: "Print from the iPad with AirPrint" },
    summary: {
      sv: "Fyra saker måste stämma: iPaden sköts av kommunen, är en Personlig, är på rätt nät och skrivaren är provad.",
      en: "Four things must hold: the municipality manages the iPad, it is a Personlig, on the right network, and the printer is tested.",
    },
    body: {
      sv: `## De fyra kraven

1. iPaden finns i kommunens enhetshantering. Det gör den om du fått den av oss.
2. Den är en **Personlig**. En Publik kan inte skriva ut.
3. Den är på nätet \`Kommun\`. Mobilnätet räcker inte.
4. Skrivaren är provad. IT måste först ha sett att just den klarar AirPrint.

Dessutom behöver du tillvalet **AirPrint**. Saknar du det skickar du ett ärende till servicedesk.

## Så skriver du ut

1. Öppna det du vill skriva ut.
2. Tryck på delaknappen, fyrkanten med en pil upp.
3. Välj **Skriv ut** och sedan skrivaren.
4. Tryck på **Skriv ut** igen.

## Skrivaren syns inte

- Står du på nätet \`Kommun\`? Kontrollera i Inställningar.
- Har någon annan skrivit ut på samma skrivare från sin iPad? Då är den provad.
- Annars gör du en felanmälan. Skriv namnet som står på skrivaren. Vi provar den först, sedan får du besked.`,
      en: `## The four conditions

1. The iPad is in the municipality's device management. It is, if you got it from us.
2. It is a **Personlig**. A Publik cannot print.
3. It is on the network \`Kommun\`. The mobile network is not enough.
4. The printer is tested. IT must first have seen that this very one can do AirPrint.

You also need the add-on **AirPrint**. If you do not have it, send a ticket to the servicedesk.

## How to print

1. Open what you want to print.
2. Tap the share button, the square with an arrow up.
3. Choose **Print** and then the printer.
4. Tap **Print** again.

## The printer is not in the list

- Are you on the network \`Kommun\`? Check in Settings.
- Has someone else printed on the same printer from their iPad? Then it is tested.
- If not, report a fault. Write the name that stands on the printer. We test it first, then we tell you.`,
    },
  },
];
