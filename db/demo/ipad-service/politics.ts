import type { SectionContent } from "./content";

/** What holds in Linderås alone: meeting documents, private devices, passwords and sign-in outside (B3, B6–B8). */
export const linderasSections: SectionContent[] = [
  {
    key: "elected",
    heading: { sv: "För dig som är förtroendevald", en: "For elected representatives" },
    markdown: {
      sv: `Nämndens sekreterare beställer iPad och konto åt dig. Frågor om appen för möteshandlingar går också till sekreteraren, inte till IT. Allt annat om iPaden tar servicedesk hand om.`,
      en: `The committee's secretary orders iPad and account for you. Questions about the app for meeting documents go to the secretary too, not to IT. The servicedesk takes care of everything else about the iPad.`,
    },
  },
  {
    key: "private-devices",
    heading: { sv: "Om du använder något eget", en: "If you use something of your own" },
    markdown: {
      sv: `- **iPad från kommunen:** hela enheten sköts av kommunen.
- **Egen telefon eller surfplatta:** kommunens uppgifter får bara finnas i våra Office-appar. Använd inte de appar som följer med telefonen. Det gäller e-post, kalender, kontakter, påminnelser och filer.
- **Egen dator:** använd bara webben.

Servicedesk hjälper inte till med privata enheter.`,
      en: `- **iPad from the municipality:** the municipality manages the whole device.
- **Your own phone or tablet:** municipal information may exist only in our Office apps. Do not use the apps that come with the phone. That means mail, calendar, contacts, reminders and files.
- **Your own computer:** use the web only.

The servicedesk does not help with private devices.`,
    },
  },
  {
    key: "signing-in",
    heading: { sv: "Lösenord och inloggning", en: "Passwords and signing in" },
    markdown: {
      sv: `- Utanför kommunens lokaler och nät ber vi alltid om ett extra steg när du loggar in.
- Du kan byta lösenord själv om du har anmält dig till det i förväg.
- Annars kommer du hit med legitimation, på drop-in eller en bokad tid.
- Lösenordet till ditt Apple-konto kan vi inte byta.`,
      en: `- Outside the municipality's premises and network we always ask for an extra step when you sign in.
- You can change your password yourself if you registered for it beforehand.
- Otherwise you come here with proof of identity, at drop-in or at a booked time.
- We cannot change the password of your Apple account.`,
    },
  },
];
