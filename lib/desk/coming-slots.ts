import { type Context, read } from "@/lib/base/context";
import { localDate } from "@/lib/base/format";
import { freeSlots } from "./book-visit";

const daysAhead = 7;
const dayMs = 86_400_000;

/** Every free slot of the week to come, for whoever books. */
export function comingSlots(ctx: Context): Promise<Date[]> {
  const days = Array.from({ length: daysAhead }, (_, n) => new Date(ctx.now.getTime() + n * dayMs));
  const dates = [...new Set(days.map((day) => localDate(day, ctx.organisation.timeZone)))];
  return read(ctx, async (tx) => {
    const found: Date[] = [];
    for (const date of dates) found.push(...(await freeSlots(ctx, tx, date)));
    return found;
  });
}
