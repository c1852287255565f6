import type { Language } from "@/db/words";
import { translator } from "@/lib/base/language";
import type { FieldWords } from "./field";

/** The words a form needs, for a page to hand to its fields: fields also live in the browser, where there are no messages. */
export function fieldWords(language: Language): FieldWords {
  const translate = translator(language);
  return { errorPrefix: translate("ui.field.errorPrefix"), optional: translate("ui.field.optional") };
}

/** What ErrorSummary and SubmitButton say, likewise. */
export function formWords(language: Language) {
  const translate = translator(language);
  return {
    heading: translate("ui.errors.heading"),
    titlePrefix: translate("ui.errors.titlePrefix"),
    busyLabel: translate("ui.submit.busy"),
    allRequired: translate("ui.field.allRequired"),
  };
}
