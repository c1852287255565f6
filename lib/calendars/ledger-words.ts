import type { Language } from "@/db/words";
import { formatDay } from "@/lib/base/format";
import { translator } from "@/lib/base/language";
import { describeDay } from "@/lib/sla/describe-day";
import type { LedgerCode, LedgerDay } from "@/lib/sla/schema";

/** One day of a promise as a person reads it: `label` "fre 8 jan 2027", `words` "julafton – stängt". */
export type LedgerWords = {
  date: string;
  label: string;
  counted: boolean;
  number?: number;
  code: LedgerCode;
  words: string;
};

/** A ledger in words, the same on pages, in letters and in REST. */
export function ledgerInWords(ledger: LedgerDay[], language: Language): LedgerWords[] {
  const translate = translator(language);
  return ledger.map((day) => {
    const { date, counted, number, reason } = day;
    return {
      date,
      label: formatDay(date, { language, timeZone: "UTC" }),
      counted,
      ...(number === undefined ? {} : { number }),
      code: reason.code,
      words: describeDay(day, translate),
    };
  });
}
