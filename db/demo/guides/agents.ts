import type { SeedGuide } from "./content";

/** For the desk alone. */
export const agentGuides: SeedGuide[] = [
  {
    audience: "internal",
    categories: ["ipad/passcode"],
    title: { sv: "Ta bort en kod genom MDM", en: "Clear a passcode by MDM" },
    summary: {
      sv: "Kontrollera enhet och person, ta bort koden och vänta tills enheten själv har bekräftat.",
      en: "Check device and person, clear the passcode and wait until the device itself has confirmed.",
    },
    body: {
      sv: `## Före

1. Be om serienumret. Jämför med det som står på personen i registret.
2. Stämmer det inte: sluta här. Fråga vem som har den, och rätta registret först.
3. Är det en Publik? Då ska någon på enheten be om det.

## Ta bort koden

1. Ställ personen vid iPaden. Den ska vara på och ha nät.
2. Skicka **Ta bort kod** från ärendet.
3. Vänta på bekräftelsen från enheten. Att MDM tog emot räcker inte.
4. Be personen välja en ny kod medan ni talas vid.

## Enheten svarar inte

- Nät? Be personen flytta sig eller ansluta laddare.
- Ingen kontakt på ett dygn? Boka ett besök.
- Utan nät går den bara att tömma. Fråga först, och skriv i ärendet att personen vet vad som försvinner.

Säg aldrig att vi kan se en kod. Det kan vi inte.`,
      en: `## Before

1. Ask for the serial number. Compare with the one on the person in the register.
2. If it does not match: stop here. Ask who has it, and correct the register first.
3. Is it a Publik? Then someone of the unit should ask for it.

## Clear the passcode

1. Have the person beside the iPad. It should be on and have network.
2. Send **Clear passcode** from the ticket.
3. Wait for the device's own confirmation. That the MDM accepted it is not enough.
4. Ask the person to choose a new passcode while you are talking.

## The device does not answer

- Network? Ask the person to move or to plug in a charger.
- No contact for a day? Book a visit.
- Without network it can only be wiped. Ask first, and write in the ticket that the person knows what is lost.

Never say that we can see a passcode. We cannot.`,
    },
  },
  {
    audience: "internal",
    categories: ["ipad/sync"],
    title: { sv: "Felsök synk, steg för steg", en: "Sync faults, step by step" },
    summary: {
      sv: "Synk kan vara fyra av fem felanmälningar. Följ stegen i ordning, så löses de flesta i första linjen.",
      en: "Sync can be four in five faults. Follow the steps in order, and most are solved in first line.",
    },
    body: {
      sv: `Synk kan vara så mycket som 80 % av alla fel. Gå i den här ordningen och skriv i ärendet var du slutade.

## Första linjen

1. **Variant.** Är det en Publik? Där finns ingen e-post. Svara med guiden och lös ärendet.
2. **Fler?** Har flera samma fel i dag? Tala med den som leder dagen. Det kan vara en driftstörning.
3. **Lösenord.** Nyss bytt? Be personen skriva det nya under Mail och Konton.
4. **Nät.** Går det att öppna en webbsida? Annars är det ett nätfel.
5. **Spärrat konto.** Sök efter en gammal telefon som försöker med fel lösenord.
6. **Grupper.** Är kontot med i båda grupperna för Personlig? Annars lägger du till dem.
7. **Synka från MDM.** Vänta en kvart och fråga igen.

## Skicka till andra linjen när

- profilen för e-post saknas i MDM fast grupperna stämmer
- det har kommit tillbaka två gånger
- loggen visar fel på certifikat.

Skriv vad du provade. Då slipper personen göra om det.`,
      en: `Sync can be as much as 80 % of all faults. Go in this order and write in the ticket where you stopped.

## First line

1. **Variant.** Is it a Publik? It has no mail. Answer with the guide and resolve the ticket.
2. **More?** Do several have the same fault today? Speak with whoever leads the day. It may be a disruption.
3. **Password.** Just changed? Ask the person to type the new one under Mail and Accounts.
4. **Network.** Can a web page be opened? If not, it is a network fault.
5. **Locked account.** Look for an old phone that tries with a wrong password.
6. **Groups.** Is the account in both groups for Personlig? If not, add them.
7. **Sync from the MDM.** Wait a quarter of an hour and ask again.

## Send to second line when

- the mail profile is missing in the MDM though the groups are right
- it has come back twice
- the log shows a certificate fault.

Write what you tried. Then the person need not do it again.`,
    },
  },
  {
    audience: "internal",
    categories: ["printing/airprint"],
    title: { sv: "Prova en skrivare för AirPrint", en: "Verify a printer for AirPrint" },
    summary: {
      sv: "En skrivare får publiceras först när IT har sett den skriva ut från en iPad.",
      en: "A printer may be published only when IT has seen it print from an iPad.",
    },
    body: {
      sv: `Lova aldrig AirPrint på en skrivare som ingen har provat.

## Prova

1. Se efter att skrivaren är påslagen och nås från nätet \`Kommun\`.
2. Fråga den om den talar IPP. Svaret ska ta upp AirPrint.
3. Skriv ut en sida från en Personlig. Pröva också två sidor, dubbelsidigt och i färg.
4. Skriv in modell och resultat i registret, med dagens datum.

## Publicera

1. Lägg skrivaren på utskriftsservern.
2. Skapa profilen i MDM.
3. Vänta tills enheten har tagit emot den.
4. Be personen skriva ut. Lös ärendet först när det fungerar.

## Det går inte

Kontrollera de fyra kraven igen: i MDM, en Personlig, på \`Kommun\`, provad. Faller ett av dem går det inte att lösa med mer felsökning. Svara med guiden om AirPrint.`,
      en: `Never promise AirPrint on a printer that nobody has tried.

## Verify

1. See that the printer is on and reached from the network \`Kommun\`.
2. Ask it whether it speaks IPP. The answer should mention AirPrint.
3. Print a page from a Personlig. Try two pages, double-sided and in colour too.
4. Write model and result into the register, with today's date.

## Publish

1. Put the printer on the print server.
2. Make the profile in the MDM.
3. Wait until the device has received it.
4. Ask the person to print. Resolve the ticket only when it works.

## It does not work

Check the four conditions again: in the MDM, a Personlig, on \`Kommun\`, verified. If one of them fails, no more searching will help. Answer with the guide about AirPrint.`,
    },
  },
  {
    audience: "internal",
    categories: ["account"],
    title: { sv: "Kontrollera vem som står i disken", en: "Check who stands at the desk" },
    summary: {
      sv: "Gäller det ett lösenord ska du se legitimation. Det finns inga undantag för någon du känner igen.",
      en: "Where a password is concerned you must see proof of identity. There are no exceptions for someone you recognise.",
    },
    body: {
      sv: `## När det behövs

- Nytt lösenord till ett konto.
- Utlämning av utrustning.
- Ny telefon för det extra steget vid inloggning.

## Gör så här

1. Be om ärendenumret. Saknas det registrerar du ett besök först.
2. Be om körkort, pass eller nationellt id-kort. Jämför bild, namn och datum.
3. Kryssa i att du har sett det. Skriv aldrig av numret.
4. Byt lösenordet. Personen väljer det själv.

## Nej betyder nej

- På telefon byter du inget lösenord, inte ens åt en chef.
- En kollega kan inte gå i god för någon.
- Har personen skyddade uppgifter läser du inte upp namn eller adress högt.

## Det här kan vi inte

Koden till en iPad kan vi bara ta bort. Apple- och Google-konton kan vi inte röra. Säg det vänligt, och visa guiden.`,
      en: `## When it is needed

- A new password for an account.
- Handing out equipment.
- A new phone for the extra step at sign-in.

## Do this

1. Ask for the reference number. If there is none, register a visit first.
2. Ask for driving licence, passport or national identity card. Compare picture, name and date.
3. Tick that you have seen it. Never write the number down.
4. Change the password. The person chooses it.

## No means no

- By phone you change no password, not even for a manager.
- A colleague cannot vouch for anyone.
- If the person's details are protected, do not read name or address aloud.

## What we cannot do

An iPad's passcode we can only clear. Apple and Google accounts we cannot touch. Say so kindly, and show the guide.`,
    },
  },
];
