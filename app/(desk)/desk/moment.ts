import type { Context } from "@/lib/base/context";
import { formatDay, formatTime } from "@/lib/base/format";

/** Who reads: in which language, by which clock, and when. */
export type Reader = Pick<Context, "language" | "now"> & { organisation: Pick<Context["organisation"], "timeZone"> };

/** "mån 14 dec kl. 09.12"; the year only where it is not this one. */
export function momentInWords(at: Date, { organisation, language, now }: Reader): string {
  const zoned = { language, timeZone: organisation.timeZone };
  const [day, today] = [formatDay(at, zoned), formatDay(now, zoned)];
  const year = (words: string) => words.split(" ").at(-1);
  const short = year(day) === year(today) ? day.split(" ").slice(0, -1).join(" ") : day;
  return `${short} ${formatTime(at, zoned)}`;
}
