import { type Context, read } from "@/lib/base/context";
import { type Opening, openingNow } from "./opening-now";
import { deskInWords, dropInInWords } from "./opening-words";
import { findCalendar } from "./queries";

/** `words`: one line that is true right now, "Öppet till 16.00, drop-in i morgon 8–10". */
export type DeskNow = { isOpen: boolean; words: string; desk: Opening | undefined; dropIn: Opening | undefined };

/** The servicedesk at `ctx.now`, by the two calendars that the municipality's settings name; null where it has named none. */
export async function deskNow(ctx: Context): Promise<DeskNow | null> {
  const { calendar, dropIn: dropInCalendar } = ctx.organisation.settings.servicedesk;
  const [hours, visits] = await read(ctx, async (tx) => [
    await findCalendar({ ...ctx, tx }, calendar),
    await findCalendar({ ...ctx, tx }, dropInCalendar),
  ]);
  if (!hours) return null;
  const asked = { at: ctx.now, language: ctx.language, timeZone: hours.calendar.timeZone };
  const desk = openingNow(hours.calendar, ctx.now);
  const dropIn = visits ? openingNow(visits.calendar, ctx.now) : undefined;
  const words = [deskInWords(desk, asked), ...(visits ? [dropInInWords(dropIn, asked)] : [])].join(", ");
  return { isOpen: desk?.isOpen ?? false, words, desk, dropIn };
}
