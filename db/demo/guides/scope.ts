import type { SeedGuide } from "./content";

export const scopeGuides: SeedGuide[] = [
  {
    audience: "public",
    categories: ["other", "ipad"],
    title: { sv: "Det här hjälper servicedesk till med", en: "What the servicedesk helps with" },
    summary: {
      sv: "Vi hjälper dig med det som kommunen äger. Här ser du vad som är vårt och vad som är ditt.",
      en: "We help you with what the municipality owns. Here you see what is ours and what is yours.",
    },
    body: {
      sv: `## Vi hjälper till med

- Att ansluta till nätet \`Kommun\`.
- E-post och kalender på en Personlig.
- En glömd kod till iPaden. Vi tar bort den på håll.
- Att tömma en iPad som ska lämnas eller som inte går att använda.
- Tekniska fel på det du hyr av IT. Det ingår i hyran.
- Frågor om hur du gör.

## Det här sköter du själv

- Privat material på iPaden, bilder till exempel.
- Ditt Apple-konto.
- Appar som du har installerat själv.
- Din egen telefon, dator eller surfplatta.

## Andra hjälper dig med

- Appen för möteshandlingar: nämndens sekreterare.
- Nya appar till en Publik: er behöriga IT-beställare.
- Ändringar i hur alla Publik ska fungera: er IT-samordnare.

Är du osäker? Fråga ändå. Vi säger direkt om det är någon annan som ska svara.`,
      en: `## We help with

- Getting on to the network \`Kommun\`.
- Mail and calendar on a Personlig.
- A forgotten passcode on the iPad. We clear it from a distance.
- Wiping an iPad that is handed back or cannot be used.
- Technical faults in what you rent from IT. That is part of the rent.
- Questions about how to do things.

## You take care of

- Private material on the iPad, pictures for instance.
- Your Apple account.
- Apps that you have installed yourself.
- Your own phone, computer or tablet.

## Others help you with

- The app for meeting documents: the committee's secretary.
- New apps for a Publik: your authorised IT orderer.
- Changes in how every Publik works: your IT coordinator.

Are you unsure? Ask anyway. We tell you at once if someone else should answer.`,
    },
  },
  {
    audience: "public",
    categories: ["other", "mobile"],
    title: { sv: "Jobba på din egen telefon eller surfplatta", en: "Work on your own phone or tablet" },
    summary: {
      sv: "Kommunens uppgifter får bara finnas i våra Office-appar. Telefonens egna appar får du inte använda.",
      en: "Municipal information may exist only in our Office apps. You may not use the phone's own apps.",
    },
    body: {
      sv: `På din egen telefon sköter kommunen bara apparna för Office 365. Resten är ditt, och vi ser det inte.

## Använd de här apparna

- Outlook för e-post och kalender.
- Teams för möten och chatt.
- OneDrive, Word och Excel för filer.

## Använd inte

Telefonens egna appar för e-post, kalender, kontakter, påminnelser och filer. Det som hamnar där kan vi varken skydda eller ta bort.

## Så kommer du i gång

1. Hämta Outlook där du brukar hämta appar.
2. Logga in med din adress på jobbet.
3. Gör det extra steget när den frågar.
4. Välj en kod till appen.

## Det här kan vi inte hjälpa till med

Vi hjälper inte till med privata telefoner eller surfplattor. Servicedesk vet hur apparna ska fungera, men inte hur din telefon är inställd. Behöver du mer än så kan din chef beställa något åt dig.`,
      en: `On your own phone the municipality manages only the Office 365 apps. The rest is yours, and we do not see it.

## Use these apps

- Outlook for mail and calendar.
- Teams for meetings and chat.
- OneDrive, Word and Excel for files.

## Do not use

The phone's own apps for mail, calendar, contacts, reminders and files. What ends up there we can neither protect nor remove.

## How to start

1. Get Outlook where you usually get apps.
2. Sign in with your address at work.
3. Take the extra step when it asks.
4. Choose a code for the app.

## What we cannot help with

We do not help with private phones or tablets. The servicedesk knows how the apps should work, but not how your phone is set up. If you need more than that, your manager can order something for you.`,
    },
  },
  {
    audience: "public",
    categories: ["other", "account"],
    title: { sv: "Jobba på din egen dator", en: "Work on your own computer" },
    summary: {
      sv: "På en privat dator använder du webben, ingenting annat. Spara inget på datorn.",
      en: "On a private computer you use the web and nothing else. Save nothing on the computer.",
    },
    body: {
      sv: `## Så gör du

1. Öppna webbläsaren och gå till Office på webben.
2. Logga in med din adress på jobbet.
3. Gör det extra steget. Utanför kommunens nät frågar vi alltid.
4. Arbeta direkt i webbläsaren.
5. Logga ut när du är klar, om fler använder datorn.

## Gör inte så här

- Installera inte Outlook eller andra program med ditt konto från jobbet.
- Ladda inte ner filer till datorn.
- Låt inte webbläsaren spara lösenordet.

## Varför?

Kommunen kan inte skydda en dator som vi inte sköter. Stannar allt i webben finns inget kvar på datorn om den blir stulen.

Servicedesk hjälper dig att logga in. Fel på själva datorn kan vi inte hjälpa till med.`,
      en: `## Do this

1. Open the browser and go to Office on the web.
2. Sign in with your address at work.
3. Take the extra step. Outside the municipality's network we always ask.
4. Work in the browser itself.
5. Sign out when you are done, if others use the computer.

## Do not

- Do not install Outlook or other programs with your account from work.
- Do not download files to the computer.
- Do not let the browser save the password.

## Why?

The municipality cannot protect a computer that it does not manage. If everything stays on the web, nothing is left on the computer if it is stolen.

The servicedesk helps you to sign in. We cannot help with faults in the computer itself.`,
    },
  },
  {
    audience: "public",
    categories: ["meeting-documents"],
    title: { sv: "Hjälp med appen för möteshandlingar", en: "Help with the app for meeting documents" },
    summary: {
      sv: "Nämndens sekreterare hjälper dig med handlingarna. Servicedesk hjälper dig med iPaden.",
      en: "The committee's secretary helps you with the documents. The servicedesk helps you with the iPad.",
    },
    body: {
      sv: `## Fråga sekreteraren när

- du inte ser din nämnd eller ditt möte
- en handling saknas eller är fel
- dina anteckningar är borta
- du ska logga in i appen första gången.

Gör en felanmälan och välj **Möteshandlingar**. Den går direkt till sekreteraren.

## Fråga servicedesk när

- iPaden inte startar eller är trasig
- du inte kommer ut på nätet
- du har glömt koden till iPaden.

## Strax före ett möte

Ring sekreteraren. Det går fortare än att skriva. Ta gärna hem handlingarna kvällen före, så klarar du dig utan nät.`,
      en: `## Ask the secretary when

- you do not see your committee or your meeting
- a document is missing or wrong
- your notes are gone
- you are to sign in to the app for the first time.

Report a fault and choose **Möteshandlingar**. It goes straight to the secretary.

## Ask the servicedesk when

- the iPad does not start or is broken
- you cannot get on to the network
- you have forgotten the iPad's passcode.

## Shortly before a meeting

Call the secretary. That is faster than writing. Fetch the documents the evening before, and you can do without network.`,
    },
  },
];
