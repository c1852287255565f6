import type { Tx } from "@/db/client";
import type { ClockSetting } from "@/db/schema/tickets";
import type { Context } from "@/lib/base/context";
import { currentCalendar } from "@/lib/calendars/queries";
import { currentServiceLevel } from "@/lib/calendars/service-level";

export type Clocks = ClockSetting[];

/** The clocks that a service level promises at a priority, by the versions of today; the main one's versions apart. */
export type ServiceClocks = { serviceLevelId: string; calendarId: string; policyId: string; clocks: Clocks };

export async function serviceClocks(ctx: Context, tx: Tx, level: string, priority: number): Promise<ServiceClocks> {
  const inside = { ...ctx, tx };
  const { id, promises } = await currentServiceLevel(inside, level);
  const clocks: Clocks = [];
  for (const { target, calendar, policyId, pausesFor } of promises.filter((each) => each.priority === priority)) {
    clocks.push({ target, policyId, pausesFor, calendarId: (await currentCalendar(inside, calendar)).id });
  }
  const main = clocks.find((each) => each.target === "resolution");
  if (!main) throw new Error(`service level ${level} promises no resolution at priority ${priority}`);
  return { serviceLevelId: id, calendarId: main.calendarId, policyId: main.policyId, clocks };
}
