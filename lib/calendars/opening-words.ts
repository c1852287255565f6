import type { Language } from "@/db/words";
import { formatDay, localDate } from "@/lib/base/format";
import { type Translate, translator } from "@/lib/base/language";
import type { Opening } from "./opening-now";

type Asked = { at: Date; language: Language; timeZone: string };

/** "Öppet till 16.00", or "Stängt, öppnar i morgon 7.00". */
export function deskInWords(desk: Opening | undefined, asked: Asked): string {
  const translate = translator(asked.language);
  if (!desk) return translate("calendars.opening.closed");
  if (desk.isOpen) return translate("calendars.opening.openUntil", { time: clockTime(desk.to, asked) });
  const day = dayInWords(desk.from, asked, translate);
  return translate("calendars.opening.opens", { day, time: clockTime(desk.from, asked) });
}

/** "drop-in i morgon 8–10", or "drop-in nu, till 10.00". */
export function dropInInWords(dropIn: Opening | undefined, asked: Asked): string {
  const translate = translator(asked.language);
  if (!dropIn) return translate("calendars.opening.noDropIn");
  if (dropIn.isOpen) return translate("calendars.opening.dropInUntil", { time: clockTime(dropIn.to, asked) });
  const [from, to] = [dropIn.from, dropIn.to].map((each) => clockTime(each, asked).replace(/[.:]00$/, ""));
  return translate("calendars.opening.dropIn", {
    day: dayInWords(dropIn.from, asked, translate),
    from: from ?? "",
    to: to ?? "",
  });
}

/** "i dag", "i morgon", "på måndag", further on "mån 8 mars 2027". */
function dayInWords(day: Date, { at, language, timeZone }: Asked, translate: Translate): string {
  const dayMs = 86_400_000;
  const [date, today] = [localDate(day, timeZone), localDate(at, timeZone)];
  const ahead = (Date.parse(date) - Date.parse(today)) / dayMs;
  if (ahead === 0) return translate("calendars.opening.today");
  if (ahead === 1) return translate("calendars.opening.tomorrow");
  if (ahead > 6) return formatDay(day, { language, timeZone });
  const weekday = new Intl.DateTimeFormat(language, { weekday: "long", timeZone }).format(day);
  return translate("calendars.opening.onWeekday", { weekday });
}

/** "7.00" in Swedish, "7:00" in English. */
function clockTime(at: Date, { language, timeZone }: Asked): string {
  const time = new Intl.DateTimeFormat("en-GB", { hour: "2-digit", minute: "2-digit", timeZone }).format(at);
  const plain = time.replace(/^0/, "");
  return language === "sv" ? plain.replace(":", ".") : plain;
}
