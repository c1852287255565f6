import type { Language } from "@/db/words";

const locales: Record<Language, string> = { sv: "sv-SE", en: "en-GB" };

type Zoned = { language: Language; timeZone: string };

/** "fre 8 jan 2027" / "Fri 8 Jan 2027"; a plain date ("YYYY-MM-DD") is taken as it stands. */
export function formatDay(at: Date | string, { language, timeZone }: Zoned): string {
  const parts = partsOf(at, timeZone, language, { weekday: "short", day: "numeric", month: "short", year: "numeric" });
  return `${parts.weekday} ${parts.day} ${parts.month} ${parts.year}`;
}

/** "8 januari 2027" / "8 January 2027". */
export function formatLongDay(at: Date | string, { language, timeZone }: Zoned): string {
  const parts = partsOf(at, timeZone, language, { day: "numeric", month: "long", year: "numeric" });
  return `${parts.day} ${parts.month} ${parts.year}`;
}

/** "kl. 13.30" / "13:30". */
export function formatTime(at: Date, { language, timeZone }: Zoned): string {
  const parts = partsOf(at, timeZone, language, { hour: "2-digit", minute: "2-digit", hourCycle: "h23" });
  return language === "sv" ? `kl.\u00a0${parts.hour}.${parts.minute}` : `${parts.hour}:${parts.minute}`;
}

/** "fre 8 jan 2027 kl. 13.30". */
export function formatInstant(at: Date, zoned: Zoned): string {
  return `${formatDay(at, zoned)} ${formatTime(at, zoned)}`;
}

/** "249 kr" with a no-break space; öre are shown only when there are any. */
export function formatMoney(ore: number, language: Language): string {
  const digits = ore % 100 === 0 ? 0 : 2;
  const amount = new Intl.NumberFormat(locales[language], {
    minimumFractionDigits: digits,
    maximumFractionDigits: digits,
  });
  const text = amount.format(ore / 100).replace(/\s/g, "\u00a0");
  return language === "sv" ? `${text}\u00a0kr` : `SEK\u00a0${text}`;
}

/** "1,4 MB" / "1.4 MB", "48 kB". */
export function formatSize(bytes: number, language: Language): string {
  const [amount, unit] = bytes < 1_000_000 ? [Math.max(1, Math.round(bytes / 1000)), "kB"] : [bytes / 1_000_000, "MB"];
  const digits = new Intl.NumberFormat(locales[language], { maximumFractionDigits: 1 });
  return `${digits.format(amount)}\u00a0${unit}`;
}

/** The local calendar date of an instant, "YYYY-MM-DD". */
export function localDate(at: Date, timeZone: string): string {
  const parts = partsOf(at, timeZone, "sv", { year: "numeric", month: "2-digit", day: "2-digit" });
  return `${parts.year}-${parts.month}-${parts.day}`;
}

function partsOf(at: Date | string, timeZone: string, language: Language, options: Intl.DateTimeFormatOptions) {
  const [instant, zone] = typeof at === "string" ? [new Date(`${at}T12:00:00Z`), "UTC"] : [at, timeZone];
  const parts: Record<string, string> = {};
  for (const { type, value } of formatter(locales[language], zone, options).formatToParts(instant)) {
    parts[type] = type === "month" || type === "weekday" ? value.replace(/\.$/, "") : value;
  }
  return parts;
}

const formatters = new Map<string, Intl.DateTimeFormat>();

function formatter(locale: string, timeZone: string, options: Intl.DateTimeFormatOptions): Intl.DateTimeFormat {
  const key = `${locale}|${timeZone}|${JSON.stringify(options)}`;
  const known = formatters.get(key);
  if (known) return known;
  const made = new Intl.DateTimeFormat(locale, { ...options, timeZone });
  formatters.set(key, made);
  return made;
}
