import type { LevelTarget, WaitingFor } from "@/db/words";
import type { SaveServiceLevel } from "./schema";

const hour = 60;

/** Minutes by priority 1–4, in the support window's working time. */
type Level = { slug: string; name: string; calendar: string } & Record<LevelTarget, readonly number[]>;

/** One service level for each support window there is to choose from (C2), and the desk's own hours (B1) as the standard. */
const levels: Level[] = [
  {
    ...{ slug: "standard", name: "Standard, servicedesks öppettider", calendar: "servicedesk" },
    response: [30, 2 * hour, 4 * hour, 8 * hour],
    update: [hour, 4 * hour, 20 * hour, 50 * hour],
    resolution: [4 * hour, 8 * hour, 30 * hour, 80 * hour],
  },
  {
    ...{ slug: "office", name: "Kontorstid, vardagar 8–17", calendar: "weekdays-8-17" },
    response: [hour, 3 * hour, 9 * hour, 18 * hour],
    update: [3 * hour, 9 * hour, 27 * hour, 45 * hour],
    resolution: [9 * hour, 18 * hour, 45 * hour, 90 * hour],
  },
  {
    ...{ slug: "extended", name: "Utökad, vardagar 7–22", calendar: "weekdays-7-22" },
    response: [20, hour, 3 * hour, 6 * hour],
    update: [hour, 3 * hour, 15 * hour, 45 * hour],
    resolution: [4 * hour, 8 * hour, 30 * hour, 75 * hour],
  },
  {
    ...{ slug: "critical", name: "Verksamhetskritisk, måndag–fredag dygnet runt", calendar: "mon-fri-24h" },
    response: [15, 30, 4 * hour, 8 * hour],
    update: [30, 2 * hour, 24 * hour, 48 * hour],
    resolution: [2 * hour, 6 * hour, 48 * hour, 96 * hour],
  },
];

/** No wait excuses a missing first answer; news is owed even while a supplier has it; the solution waits for both. */
const pausesFor: Record<LevelTarget, WaitingFor[]> = {
  response: [],
  update: ["requester", "approval"],
  resolution: ["requester", "supplier", "approval", "other"],
};

/** The service levels of a demo municipality. */
export function demoServiceLevels(): SaveServiceLevel[] {
  return levels.map(({ slug, name, calendar, ...targets }) => ({
    ...{ slug, name, basedOn: 0 },
    promises: (["response", "update", "resolution"] as const).flatMap((target) =>
      targets[target].map((workingMinutes, n) => {
        return { priority: n + 1, target, calendar, amount: { workingMinutes }, pausesFor: pausesFor[target] };
      }),
    ),
  }));
}
