import type { Language } from "@/db/words";
import { formatDay } from "@/lib/base/format";
import { translator } from "@/lib/base/language";
import type { Clock } from "@/lib/sla/schema";

export type ClockTone = "kept" | "soon" | "broken" | "waiting" | "information";

type Reading = {
  language: Language;
  timeZone: string;
  now: Date;
  /** Delivered or ended: the verdict is told, not what remains. */
  isEnded?: boolean;
};

/**
 * A clock as a person reads it: "3 arbetsdagar kvar, fre 8 jan". `left` and `due` are its two halves. Soon from three quarters of
 * the time; on the last day it says so.
 */
export function clockInWords(
  clock: Clock,
  reading: Reading,
): { words: string; left: string; due: string; tone: ClockTone } {
  const due = shortDay(clock.dueAt, reading);
  const tone = toneOf(clock, reading.now);
  const left = leftOf(clock, tone, due, reading);
  const isWhole = tone === "waiting" || tone === "kept" || (tone === "broken" && reading.isEnded === true);
  const words = isWhole ? left : translator(reading.language)("words.clock.withDate", { words: left, date: due });
  return { words, left, due, tone };
}

function toneOf({ state, warnAt }: Clock, now: Date): ClockTone {
  if (state === "breached") return "broken";
  if (state === "met") return "kept";
  if (state === "paused") return "waiting";
  return now >= warnAt ? "soon" : "information";
}

function leftOf({ remainingWorkingDays }: Clock, tone: ClockTone, due: string, { language, isEnded }: Reading): string {
  const t = translator(language);
  if (tone === "kept") return t("words.clock.met");
  if (tone === "waiting") return t("words.clock.paused", { date: due });
  if (tone !== "broken") return t("words.clock.daysLeft", { days: remainingWorkingDays });
  return isEnded ? t("words.clock.breached") : t("words.clock.daysLate", { days: -remainingWorkingDays });
}

/** "fre 8 jan": nothing is promised so far ahead that the year is needed. */
function shortDay(at: Date, { language, timeZone }: Reading): string {
  return formatDay(at, { language, timeZone }).split(" ").slice(0, 3).join(" ");
}
