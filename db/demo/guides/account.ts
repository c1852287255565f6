import type { SeedGuide } from "./content";

export const accountGuides: SeedGuide[] = [
  {
    audience: "public",
    categories: ["account"],
    title: { sv: "Byt ett glömt lösenord", en: "Change a forgotten password" },
    summary: {
      sv: "Har du anmält dig i förväg byter du själv. Annars kommer du hit med legitimation.",
      en: "If you registered beforehand you change it yourself. If not, come here with proof of identity.",
    },
    body: {
      sv: `## Du har anmält dig i förväg

1. Gå till sidan där du loggar in på datorn.
2. Tryck på **Glömt lösenordet**.
3. Bekräfta att det är du, med telefonen eller koden du valde då.
4. Välj ett nytt lösenord.

## Du har inte anmält dig

Då måste vi se vem du är. Vi byter aldrig lösenord på telefon eller e-post.

1. Gör en felanmälan, eller ring, så att du får ett ärendenummer.
2. Kom på drop-in eller på en bokad tid.
3. Ta med giltig legitimation och numret.

Tiderna står längst ner på sidan.

## Efteråt

Byt lösenordet överallt där det är sparat. Det gäller din iPad, din telefon och nätet \`Kommun\`. Annars spärrar gamla försök ditt konto igen.

## Gäller det en kod eller ett Apple-konto?

Koden till iPaden och lösenordet till Apple är andra saker. Det finns egna guider om dem.`,
      en: `## You registered beforehand

1. Go to the page where you sign in on your computer.
2. Choose **Forgotten password**.
3. Confirm that it is you, with the phone or code that you chose then.
4. Choose a new password.

## You did not register

Then we must see who you are. We never change passwords by phone or mail.

1. Report a fault, or call, so that you get a reference number.
2. Come at drop-in or at a booked time.
3. Bring valid proof of identity and the number.

The hours stand at the bottom of the page.

## Afterwards

Change the password wherever it is saved. That means your iPad, your phone and the network \`Kommun\`. Old tries would otherwise lock your account again.

## Is it about a passcode or an Apple account?

The iPad's passcode and the password for Apple are other things. There are guides of their own for them.`,
    },
  },
  {
    audience: "public",
    categories: ["account"],
    title: { sv: "Logga in utanför kommunens lokaler", en: "Sign in outside the premises" },
    summary: {
      sv: "Utanför kommunens lokaler och nät ber vi alltid om ett extra steg. Ordna det innan du reser.",
      en: "Outside the municipality's premises and network we always ask for an extra step. Arrange it before you travel.",
    },
    body: {
      sv: `Hemma, på tåget eller på ett hotell räcker inte lösenordet. Du måste också visa att det är du. Det gäller alla, varje gång, och skyddar dig om någon har fått tag på ditt lösenord.

## Ordna det i förväg

1. Logga in på en av kommunens datorer, medan du är på plats.
2. Öppna sidan för ditt konto och välj **Säkerhet**.
3. Lägg till din telefon och följ stegen.
4. Prova hemifrån innan du verkligen behöver det.

## Du får en fråga som du inte väntade

Svara nej. Någon annan kan ha skrivit ditt lösenord. Byt det genast och ring servicedesk.

## Du har bytt telefon

Den gamla telefonen följer inte med av sig själv. Lägg till den nya innan du lämnar den gamla. Är det för sent får du komma hit med legitimation.`,
      en: `At home, on the train or at a hotel the password is not enough. You must also show that it is you. That holds for everyone, each time, and protects you if someone has got hold of your password.

## Arrange it beforehand

1. Sign in on one of the municipality's computers, while you are there.
2. Open the page of your account and choose **Security**.
3. Add your phone and follow the steps.
4. Try it from home before you really need it.

## You are asked when you did not expect it

Answer no. Someone else may have typed your password. Change it at once and call the servicedesk.

## You have a new phone

The old phone does not come along by itself. Add the new one before you let go of the old. If it is too late, come here with proof of identity.`,
    },
  },
  {
    audience: "public",
    categories: ["other"],
    title: { sv: "Besök servicedesk", en: "Visit the servicedesk" },
    summary: {
      sv: "Ta med ett ärendenummer. Då vet vi vad det gäller, och du slipper berätta allt igen.",
      en: "Bring a reference number. Then we know what it is about, and you need not tell it all again.",
    },
    body: {
      sv: `## Innan du kommer

1. Gör en felanmälan eller ring. Du får ett ärendenummer.
2. Skriv upp numret. Du hittar det också under dina ärenden.
3. Se efter när det är drop-in. Tiderna står längst ner på sidan.

## Ta med

- Ärendenumret.
- Det som är trasigt, och laddaren till.
- Giltig legitimation, om det gäller ett lösenord eller om du ska hämta något.

## På plats

Säg numret, så tar vi vid där ärendet är. Kan vi inte laga det direkt får du veta vad som händer sedan, och när.

Kan du inte komma själv? Skriv det i ärendet. En kollega får lämna en iPad åt dig. Lösenord lämnar vi bara till dig.`,
      en: `## Before you come

1. Report a fault or call. You get a reference number.
2. Write the number down. You also find it among your tickets.
3. See when there is drop-in. The hours stand at the bottom of the page.

## Bring

- The reference number.
- What is broken, and its charger.
- Valid proof of identity, if it is about a password or you are to collect something.

## Once here

Say the number, and we go on from where the ticket stands. If we cannot mend it at once you are told what happens next, and when.

You cannot come yourself? Write that in the ticket. A colleague may hand in an iPad for you. Passwords we give to you alone.`,
    },
  },
];
