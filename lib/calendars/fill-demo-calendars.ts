import { type Context, inTransaction } from "@/lib/base/context";
import { demoCalendars, demoPolicies } from "./demo-calendars";
import { saveCalendar } from "./save-calendar";
import { savePolicy } from "./save-policy";

/** The calendars and service levels of a demo municipality, saved by its administrator. */
export async function fillDemoCalendars(ctx: Context): Promise<void> {
  await inTransaction(ctx, async (tx) => {
    for (const calendar of demoCalendars()) await saveCalendar({ ...ctx, tx }, calendar);
    for (const policy of demoPolicies()) await savePolicy({ ...ctx, tx }, policy);
  });
}
