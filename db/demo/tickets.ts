/** One act on a demo ticket; `by` is the local part of an address, `hoursAgo` counts back from the first start. */
export type DemoStep = { hoursAgo: number; by: string } & (
  | { act: "assign"; to: string }
  | { act: "reply" | "note"; text: string }
  | { act: "transfer"; line: 1 | 2 | 3; reason: string; known: string; tried: string; asked: string }
  | { act: "pause"; waitingFor: "requester" | "supplier"; reason: string; supplier?: string; reference?: string }
  | { act: "resolve"; text: string; code: "fixed" | "explained" | "replaced" | "workaround" }
  | { act: "reopen" | "cancel"; text: string }
);

export type DemoTicket = {
  by: string;
  hoursAgo: number;
  /** Opened by an agent for `by`. */
  through?: { who: string; channel: "phone" | "walk_in" };
  type: "incident" | "service_request" | "question" | "change_request";
  category: string;
  title: string;
  description: string;
  impact?: number;
  urgency?: number;
  device?: string;
  steps: DemoStep[];
};

/** A dozen tickets as they might lie on an ordinary day. */
export const demoTickets: DemoTicket[] = [
  {
    ...{ by: "staff", hoursAgo: 2, type: "incident", category: "ipad/sync", device: "DMPT2K9XQ1GC" },
    ...{ title: "Kalendern visar inte dagens möten", description: "Jag ser bara möten fram till i går." },
    steps: [],
  },
  {
    ...{ by: "staff2", hoursAgo: 5, type: "incident", category: "ipad/passcode", urgency: 2 },
    ...{
      title: "Har glömt lösenkoden till min iPad",
      description: "Den är låst och jag behöver den på nästa hembesök.",
    },
    through: { who: "first", channel: "phone" },
    steps: [{ hoursAgo: 4, by: "first", act: "assign", to: "first" }],
  },
  {
    ...{ by: "staff", hoursAgo: 30, type: "question", category: "printing/airprint", impact: 4, urgency: 4 },
    ...{ title: "Kan jag skriva ut på våning två?", description: "Skrivaren i personalrummet syns inte i listan." },
    steps: [
      { hoursAgo: 28, by: "first", act: "assign", to: "first" },
      { hoursAgo: 28, by: "first", act: "reply", text: "Ja, om tillvalet AirPrint är beställt. Har du det?" },
      { hoursAgo: 28, by: "first", act: "pause", waitingFor: "requester", reason: "Har du beställt AirPrint?" },
    ],
  },
  {
    ...{ by: "orderer", hoursAgo: 50, type: "incident", category: "network/wifi", impact: 2, urgency: 2 },
    ...{ title: "Wi-Fi faller i hela västra flygeln", description: "Fem klassrum tappar nätet flera gånger i timmen." },
    steps: [
      { hoursAgo: 49, by: "first", act: "assign", to: "first" },
      { hoursAgo: 49, by: "first", act: "reply", text: "Tack, vi ser samma sak och felsöker nu." },
      {
        ...{ hoursAgo: 48, by: "first", act: "transfer", line: 2, reason: "Felet finns i flera rum" },
        ...{ known: "Fem rum i västra flygeln, sedan i måndags", tried: "Startade om tre accesspunkter" },
        asked: "Se efter i loggarna om någon växel startar om",
      },
      { hoursAgo: 47, by: "second", act: "assign", to: "second" },
      { hoursAgo: 46, by: "second", act: "note", text: "Växeln i källaren går varm. Fläkten står stilla." },
      {
        ...{ hoursAgo: 45, by: "second", act: "pause", waitingFor: "supplier", reason: "Ny fläkt är beställd" },
        ...{ supplier: "Granit Nätservice", reference: "GN-20417" },
      },
    ],
  },
  {
    ...{ by: "manager", hoursAgo: 26, type: "incident", category: "network/infrastructure", impact: 2, urgency: 3 },
    ...{ title: "Långsam inloggning på morgonen", description: "Det tar fem minuter mellan klockan sju och åtta." },
    steps: [{ hoursAgo: 25, by: "third", act: "assign", to: "third" }],
  },
  {
    ...{ by: "representative", hoursAgo: 20, type: "question", category: "meeting-documents" },
    ...{ title: "Hittar inte mina anteckningar", description: "Anteckningarna från förra nämnden är borta i appen." },
    steps: [{ hoursAgo: 18, by: "secretary", act: "reply", text: "De ligger under Arkiv. Jag visar dig före mötet." }],
  },
  {
    ...{ by: "staff2", hoursAgo: 75, type: "incident", category: "ipad/lost", impact: 3, urgency: 1 },
    ...{ title: "iPad borttappad på bussen", description: "Troligen på linje 4 i går kväll.", device: "DMPV7L3MQ1GC" },
    through: { who: "first", channel: "walk_in" },
    steps: [
      { hoursAgo: 74, by: "first", act: "assign", to: "first" },
      { hoursAgo: 74, by: "first", act: "reply", text: "Vi har låst den. Hör av dig om den kommer tillbaka." },
      { hoursAgo: 50, by: "first", act: "resolve", code: "replaced", text: "Låst på håll. Du har fått en låneenhet." },
    ],
  },
  {
    ...{ by: "orderer", hoursAgo: 120, type: "change_request", category: "ipad/management", impact: 3, urgency: 4 },
    ...{ title: "Appen Matteskogen till alla Publik", description: "Gäller årskurs två, tjugo stycken." },
    steps: [
      { hoursAgo: 118, by: "second", act: "assign", to: "second" },
      { hoursAgo: 96, by: "second", act: "reply", text: "Licenserna är klara. Appen kommer under dagen." },
    ],
  },
  {
    ...{ by: "staff", hoursAgo: 200, type: "incident", category: "account" },
    ...{ title: "Kommer inte in i löneportalen", description: "Sidan säger att kontot är spärrat." },
    steps: [
      { hoursAgo: 198, by: "first", act: "assign", to: "first" },
      { hoursAgo: 197, by: "first", act: "resolve", code: "fixed", text: "Kontot är upplåst." },
      { hoursAgo: 190, by: "staff", act: "reopen", text: "Det är spärrat igen i dag." },
      {
        hoursAgo: 188,
        by: "first",
        act: "reply",
        text: "En gammal telefon försökte logga in. Byt lösenord där också.",
      },
      { hoursAgo: 187, by: "first", act: "resolve", code: "explained", text: "Gammalt lösenord låg kvar i telefonen." },
    ],
  },
  {
    ...{ by: "coordinator", hoursAgo: 60, type: "service_request", category: "ipad/return", impact: 4, urgency: 4 },
    ...{ title: "Hämta åtta gamla iPads", description: "De ligger i en låda på expeditionen." },
    steps: [{ hoursAgo: 55, by: "coordinator", act: "cancel", text: "Vi lämnar dem själva på torsdag." }],
  },
  {
    ...{ by: "staff2", hoursAgo: 3, type: "question", category: "sensitive" },
    ...{ title: "Fråga om skyddade uppgifter", description: "Ring mig, jag vill inte skriva mer här." },
    steps: [{ hoursAgo: 2, by: "second", act: "assign", to: "second" }],
  },
  {
    ...{ by: "secretary", hoursAgo: 1, type: "incident", category: "mobile", impact: 3, urgency: 2 },
    ...{ title: "Mobilen ringer inte ut", description: "Den säger att nätet är upptaget." },
    steps: [],
  },
];
