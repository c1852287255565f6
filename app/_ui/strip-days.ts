import type { Language } from "@/db/words";
import { formatDay } from "@/lib/base/format";
import { translator } from "@/lib/base/language";
import { describeDay } from "@/lib/sla/describe-day";
import type { LedgerDay } from "@/lib/sla/schema";

/** One cell of the strip. `reason` is the whole explanation; `label` what fits along the spine of a closed day ("julafton", "lör"). */
export type StripDay = {
  date: string;
  counted: boolean;
  number?: number | undefined;
  reason: string;
  label?: string | undefined;
  isPaused?: boolean | undefined;
  isReceived?: boolean | undefined;
};

/** The ledger of `evaluate` or of a stored promise, in the reader's words. */
export function stripDays(ledger: readonly LedgerDay[], language: Language): StripDay[] {
  const translate = translator(language);
  return ledger.map((day) => {
    const { code, name } = day.reason;
    const reason = describeDay(day, translate);
    return {
      date: day.date,
      counted: day.counted,
      number: day.number,
      reason,
      label: name ?? (code === "weekend" ? dayWords(day.date, language).weekday : reason),
      isPaused: code === "paused" || code === "stopped",
      isReceived: !day.counted && (code === "received" || code === "received_after_cut_off"),
    };
  });
}

/** "fre", "8", "jan", "2027". */
export function dayWords(date: string, language: Language) {
  const [weekday = "", day = "", month = "", year = ""] = formatDay(date, { language, timeZone: "UTC" }).split(" ");
  return { weekday, day, month, year };
}

/** "fre 8 jan", on one line. */
export function shortDay(date: string, language: Language): string {
  const { weekday, day, month } = dayWords(date, language);
  return `${weekday}\u00a0${day}\u00a0${month}`;
}

/** `months`: a date in each month of the week, where the week before did not already tell it. */
export type StripWeek = { week: number; days: StripDay[]; months: string[] };

/** The days in their ISO weeks, Monday first. */
export function weeksOf(days: readonly StripDay[]): StripWeek[] {
  const weeks: StripWeek[] = [];
  let told = "";
  for (const day of days) {
    const week = isoWeek(day.date);
    const last = weeks.at(-1);
    const current = last?.week === week ? last : { week, days: [], months: [] };
    if (current !== last) weeks.push(current);
    if (told !== monthOf(day)) current.months = [...monthsOf(current), day.date];
    told = monthOf(day);
    current.days.push(day);
  }
  return weeks;
}

/** A month that ends within the week is told with the one that begins: "nov–dec". */
function monthsOf({ days }: StripWeek): string[] {
  return days[0] ? [days[0].date] : [];
}

function monthOf(day: StripDay): string {
  return day.date.slice(0, 7);
}

const dayMs = 86_400_000;

/** 1 is Monday, 7 Sunday. */
export function weekdayNumber(date: string): number {
  return new Date(`${date}T00:00:00Z`).getUTCDay() || 7;
}

/** ISO 8601: the week belongs to the year that holds its Thursday. */
export function isoWeek(date: string): number {
  const at = Date.parse(`${date}T00:00:00Z`);
  const thursday = new Date(at + (4 - weekdayNumber(date)) * dayMs);
  return Math.floor((thursday.getTime() - Date.UTC(thursday.getUTCFullYear(), 0, 1)) / (7 * dayMs)) + 1;
}
