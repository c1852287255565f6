import type { Language } from "@/db/words";

const digits: Record<Language, readonly string[]> = {
  sv: ["noll", "ett", "två", "tre", "fyra", "fem", "sex", "sju", "åtta", "nio"],
  en: ["zero", "one", "two", "three", "four", "five", "six", "seven", "eight", "nine"],
};

/** As one reads it aloud, digit by digit in its two groups: "ett två tre – fyra fem sex sju". */
export function spokenReference(reference: string, language: Language): string {
  const group = (part: string) => [...part].map((digit) => digits[language][Number(digit)] ?? digit).join(" ");
  return reference.split("-").map(group).join(" – ");
}
