import { fieldWords, formWords } from "@/app/_ui/ui-words";
import type { Language } from "@/db/words";

/** What a form on the desk says of itself, in finished sentences. */
export function deskFormWords(language: Language) {
  return { ...formWords(language), ...fieldWords(language) };
}

export type DeskFormWords = ReturnType<typeof deskFormWords>;
