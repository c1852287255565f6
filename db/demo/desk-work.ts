/** Answers that every agent finds from the first day, in both languages. */
export const demoAnswers: readonly { name: string; sv: string; en: string }[] = [
  {
    name: "Vi har börjat",
    sv: "Hej {{first_name}}!\n\nVi har tagit emot ditt ärende {{reference}} och felsöker nu. Jag hör av mig så snart jag vet mer.\n\n{{agent}}",
    en: "Hello {{first_name}},\n\nWe have your ticket {{reference}} and are looking into it now. I will be back as soon as I know more.\n\n{{agent}}",
  },
  {
    name: "Starta om och prova igen",
    sv: "Hej {{first_name}}!\n\nHåll in sidoknappen och en volymknapp tills reglaget kommer. Dra i det, vänta en halv minut och starta igen. Svara här om felet är kvar.\n\n{{agent}}",
    en: "Hello {{first_name}},\n\nHold the side button and a volume button until the slider comes. Slide it, wait half a minute and start again. Answer here if the fault is still there.\n\n{{agent}}",
  },
  {
    name: "Glömd lösenkod: kom till oss",
    sv: "Hej {{first_name}}!\n\nVi kan ta bort lösenkoden på din enhet {{device}}, men bara när du är här. Ta med legitimation och numret {{reference}} till drop-in. Skicka aldrig en kod eller ett lösenord till oss.\n\n{{agent}}",
    en: "Hello {{first_name}},\n\nWe can clear the passcode of your device {{device}}, but only when you are here. Bring identification and the number {{reference}} to the drop-in. Never send us a code or a password.\n\n{{agent}}",
  },
];

/** What is done each time, and must be done before it is called solved. */
export const demoChecklists = [
  {
    ...{ slug: "forgotten-passcode", name: "Glömd lösenkod", category: "ipad/passcode", holdsBack: true },
    items: [
      { key: "identity", text: "Legitimationen är kontrollerad", isRequired: true },
      { key: "holder", text: "Enheten hör till den som frågar", isRequired: true },
      { key: "cleared", text: "Lösenkoden är borttagen i MDM", isRequired: true },
      { key: "new-code", text: "En ny kod är vald, utan att vi såg den", isRequired: false },
    ],
  },
];
