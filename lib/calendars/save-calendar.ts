import { calendars } from "@/db/schema/calendars";
import { type Context, inTransaction } from "@/lib/base/context";
import { Conflict } from "@/lib/base/errors";
import { newId } from "@/lib/base/ids";
import { requireMay } from "@/lib/base/may";
import { record } from "@/lib/history/record";
import { latestCalendarVersion } from "./internal";
import type { CalendarVersion } from "./queries";
import type { SaveCalendar } from "./schema";

/**
 * Writes a new version of a calendar; running clocks keep theirs. Conflict where another author saved after `basedOn` was read.
 */
export async function saveCalendar(ctx: Context, input: SaveCalendar): Promise<CalendarVersion> {
  requireMay(ctx, "calendar:edit");
  return inTransaction(ctx, async (tx) => {
    const { slug, name, basedOn, calendar } = input;
    if ((await latestCalendarVersion(ctx, tx, slug)) !== basedOn) throw new Conflict();
    const row = { id: newId(), organisationId: ctx.organisation.id, slug, name, version: basedOn + 1 };
    const [saved] = await tx
      .insert(calendars)
      .values({ ...row, content: calendar, createdAt: ctx.now })
      .onConflictDoNothing()
      .returning({ id: calendars.id });
    if (!saved) throw new Conflict();
    await record(ctx, tx, "calendars.saveCalendar", { kind: "calendar", id: row.id }, { slug, version: row.version });
    return { id: row.id, slug, version: row.version, name, calendar };
  });
}
