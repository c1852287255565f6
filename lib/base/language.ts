import { createTranslator } from "use-intl/core";
import type { Language } from "@/db/words";
import { en } from "./messages/en";
import { sv } from "./messages/sv";

type Leaves<T> = { [K in keyof T & string]: T[K] extends string ? K : `${K}.${Leaves<T[K]>}` }[keyof T & string];

/** A sentence's address in the messages, "namespace.key"; Swedish is the source, English must hold the same keys. */
export type MessageKey = Leaves<typeof sv>;

export type MessageValues = Record<string, string | number | Date>;

/** Turns a key and its ICU values into a sentence. */
export type Translate = (key: MessageKey, values?: MessageValues) => string;

const translators: Record<Language, Translate> = { sv: build("sv", sv), en: build("en", en as typeof sv) };

function build(locale: Language, messages: typeof sv): Translate {
  const translate = createTranslator({ locale, messages, timeZone: "Europe/Stockholm" });
  return translate as unknown as Translate;
}

export function translator(language: Language): Translate {
  return translators[language];
}

/** A text an organisation writes itself, Swedish first; English falls back to Swedish. */
export type Bilingual = { sv: string; en?: string | undefined };

export function inLanguage(text: Bilingual, language: Language): { text: string; language: Language } {
  const english = language === "en" ? text.en : undefined;
  return english ? { text: english, language: "en" } : { text: text.sv, language: "sv" };
}
