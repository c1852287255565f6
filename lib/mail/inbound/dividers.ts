/** Where quoted history begins, in the words of the mail programs of the Nordic offices. Each takes the lines from `at`; 0 is "not here". */

const hasTime = /\d{1,2}[.:]\d{2}|\d{4}|\d{1,2}[./-]\d{1,2}/;
const wrote = /(^|[\s>)])(skrev|wrote|kirjoitti|skreiv|skrifaði)(?=[\s:])/iu;

/** "On … wrote:", broken over up to three lines where the program wrapped it. It names a time or an address, as a sentence of one's own seldom does. */
export function attributionAt(lines: readonly string[], at: number): number {
  for (const length of [1, 2, 3]) {
    const taken = lines.slice(at, at + length).map((line) => line.trim());
    if (taken.length < length || taken.some((line) => line === "" || line.startsWith(">"))) return 0;
    const joined = taken.join(" ");
    if (joined.length > 500) return 0;
    const isOne = joined.endsWith(":") && wrote.test(joined) && (hasTime.test(joined) || joined.includes("@"));
    if (isOne) return length;
  }
  return 0;
}

const original =
  /^\s*[-_*]{2,}\s*(ursprungligt meddelande|ursprungligt mail|original message|originalmeddelande|oprindelig meddelelse|original meddelelse|opprinnelig melding|original melding|alkuperäinen viesti|vastaus)\s*[-_*]{2,}\s*$/iu;
const forwarded =
  /^\s*([-_*]{2,}\s*(vidarebefordrat (meddelande|mail)|vidarebefordrat brev|forwarded message|videresendt (meddelelse|melding|besked)|videresendt e-post|välitetty viesti|edelleenlähetetty viesti)\s*[-_*]{2,}|(börja vidarebefordrat brev|begin forwarded message|start på videresendt (besked|melding)|välitetty viesti alkaa)\s*:)\s*$/iu;

export const isOriginalDivider = (line: string): boolean => original.test(line);

/** What a person passes on is what they want read: it stays fresh. */
export const isForwardDivider = (line: string): boolean => forwarded.test(line);

const field = (names: string) => new RegExp(`^\\s*\\**(${names})\\s*:\\**\\s*\\S`, "iu");
const fromField = field("från|avsändare|from|fra|afsender|avsender|lähettäjä|keneltä");
const otherFields = [
  field("skickat|sent|sendt|lähetetty|datum|date|dato|päivämäärä|päiväys|pvm"),
  field("till|to|til|vastaanottaja|kenelle|saaja"),
  field("ämne|subject|emne|aihe"),
];

/** Outlook's block: "Från:", then at least two of sent, to and subject within six lines. The line above it may be a rule of underscores. */
export function headerBlockAt(lines: readonly string[], at: number): number {
  const start = isRule(lines[at]) ? nextFilled(lines, at + 1) : at;
  if (!fromField.test(lines[start] ?? "")) return 0;
  const below = lines.slice(start + 1, start + 8);
  const found = otherFields
    .map((pattern) => below.findIndex((line) => pattern.test(line)))
    .filter((where) => where >= 0);
  return found.length >= 2 ? start + 2 + Math.max(...found) - at : 0;
}

const isRule = (line: string | undefined): boolean => /^\s*[_-]{10,}\s*$/.test(line ?? "");

function nextFilled(lines: readonly string[], from: number): number {
  const offset = lines.slice(from, from + 3).findIndex((line) => line.trim() !== "");
  return offset === -1 ? from : from + offset;
}

const fromPhone =
  /^\s*(skickat från (min |outlook|yahoo|mail)|skickat med|sent from (my |outlook|mail|yahoo)|sendt fra (min |outlook|mail)|lähetetty (minun |puhelimesta|iphone|outlook|androidilla|samsung)|hämta outlook för|get outlook for|hent outlook (for|til)|få outlook for|hanki outlook)/iu;

/** What the telephone added by itself. */
export const isPhoneLine = (line: string): boolean => fromPhone.test(line) && line.trim().length <= 100;

export const isQuoteLine = (line: string): boolean => /^\s{0,3}>/.test(line);
