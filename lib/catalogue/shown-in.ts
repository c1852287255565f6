import type { Language } from "@/db/words";
import { type Bilingual, inLanguage } from "@/lib/base/language";

/** Texts that belong together, all in one language: the reader's where every text has it, else Swedish. */
export function shownIn<Key extends string>(
  language: Language,
  texts: Record<Key, Bilingual>,
): Record<Key, string> & { language: Language } {
  const all = Object.values<Bilingual>(texts);
  const shown = all.every((text) => inLanguage(text, language).language === language) ? language : "sv";
  const entries = Object.entries<Bilingual>(texts).map(([key, text]) => [key, inLanguage(text, shown).text]);
  return { ...(Object.fromEntries(entries) as Record<Key, string>), language: shown };
}
