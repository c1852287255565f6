import type { ClockSetting, ticketEvents } from "@/db/schema/tickets";
import { type LevelTarget, levelTargets } from "@/db/words";
import { type ClockEvent, clockEventKinds } from "@/lib/sla/schema";

export type EventRow = typeof ticketEvents.$inferSelect;
type Versions = { calendarId: string; policyId: string };

/**
 * One clock from its start to its end, as a log that lib/sla can be asked about. `target` is null for an order's only clock. A person
 * is told once of each: tellings count from the event `fromId`.
 */
export type ClockRun = Versions & {
  target: LevelTarget | null;
  log: ClockEvent[];
  fromId: number;
  end: "running" | "stopped" | "replaced";
  endedAt: Date | null;
  /** The wait that runs now stops this clock too. */
  isWaiting: boolean;
};

/** The kinds that turn a ticket's course; the others tell of it. */
export const isTurn = ({ kind }: EventRow): boolean => clockEventKinds.some((each) => each === kind);

/** Every clock that a ticket has had, by target and then oldest first; `main` is the one there is where events start none by name. */
export function runsOf(events: EventRow[], main: Versions): ClockRun[] {
  if (!events.some((event) => event.clocks)) return [onlyRun(events, main)];
  return levelTargets.flatMap((target) => stretchesOf(target, events).flatMap((each) => runsWithin(each, events)));
}

export function clockEventsOf(events: EventRow[]): ClockEvent[] {
  return events.flatMap(({ at, kind, waitingFor, reason, reviewAt }) => {
    const known = clockEventKinds.find((each) => each === kind);
    if (!known) return [];
    return [
      { at, kind: known, ...(waitingFor && { waitingFor }), ...(reason && { reason }), ...(reviewAt && { reviewAt }) },
    ];
  });
}

/** The pause that runs now, or null. */
export function openPause(events: EventRow[]): EventRow | null {
  const last = events.filter(isTurn).at(-1);
  return last?.kind === "paused" ? last : null;
}

function onlyRun(events: EventRow[], { calendarId, policyId }: Versions): ClockRun {
  const last = events.filter(isTurn).at(-1);
  const isStopped = last?.kind === "stopped" || last?.kind === "cancelled";
  return {
    ...{ target: null, calendarId, policyId, log: clockEventsOf(events), fromId: 0 },
    ...{ end: isStopped ? "stopped" : "running", endedAt: isStopped ? last.at : null },
    isWaiting: openPause(events) !== null,
  };
}

/** How long a target was held to one setting: from the event that set it until the one that replaced it. */
type Stretch = { target: LevelTarget; setting: ClockSetting; from: EventRow; until: EventRow | null };

function stretchesOf(target: LevelTarget, events: EventRow[]): Stretch[] {
  const all: Stretch[] = [];
  for (const event of events) {
    if (!event.clocks) continue;
    const setting = event.clocks.find((each) => each.target === target);
    const open = all.at(-1);
    if (open && !open.until) {
      if (setting?.policyId === open.setting.policyId && setting.calendarId === open.setting.calendarId) continue;
      open.until = event;
    }
    if (setting) all.push({ target, setting, from: event, until: null });
  }
  return all;
}

/** The whole log is read anew under each setting, so a pause taken before the change still counts after it. */
function runsWithin({ target, setting, from, until }: Stretch, events: EventRow[]): ClockRun[] {
  const known = until ? events.filter((event) => event.id < until.id) : events;
  const { calendarId, policyId, pausesFor } = setting;
  const runs = cyclesOf(target, pausesFor, known)
    .filter(({ endedAt }) => !endedAt || endedAt >= from.at)
    .map((cycle): ClockRun => {
      const pause = openPause(known);
      const isWaiting = pause?.waitingFor != null && pausesFor.includes(pause.waitingFor);
      const end = cycle.endedAt ? ("stopped" as const) : ("running" as const);
      return { ...cycle, target, calendarId, policyId, end, isWaiting, fromId: Math.max(cycle.fromId, from.id) };
    });
  if (!until) return runs;
  const last = runs.at(-1);
  if (!last || last.end === "stopped") return runs;
  return [
    ...runs.slice(0, -1),
    { ...last, end: "replaced", endedAt: until.at, log: [...last.log, { at: until.at, kind: "cancelled" }] },
  ];
}

type Cycle = Pick<ClockRun, "log" | "fromId" | "endedAt">;

/** A first answer stops the response clock for good; each answer, and a reopening, starts the wait for news anew. */
function cyclesOf(target: LevelTarget, pausesFor: ClockSetting["pausesFor"], events: EventRow[]): Cycle[] {
  const cycles: Cycle[] = [];
  let pause: ClockEvent | null = null;
  const begin = (event: EventRow) => {
    const start: ClockEvent = { at: event.at, kind: "started" };
    const wait: ClockEvent[] = pause ? [{ ...pause, at: event.at }] : [];
    cycles.push({ log: [start, ...wait], fromId: event.id, endedAt: null });
  };
  for (const event of events) {
    const now = cycles.at(-1);
    if (event.kind === "started") begin(event);
    else if (!now) continue;
    else if (event.kind === "reopened") {
      if (target === "update") begin(event);
      else if (target === "resolution" || now.log.at(-1)?.kind === "cancelled") {
        now.log.push({ at: event.at, kind: "reopened" });
        now.endedAt = null;
      }
    } else if (now.endedAt) continue;
    else if (event.kind === "paused") {
      const stops = event.waitingFor !== null && pausesFor.includes(event.waitingFor);
      const [read] = clockEventsOf([event]);
      pause = stops && read ? read : null;
      now.log.push(pause ?? { at: event.at, kind: "resumed" });
    } else if (event.kind === "resumed") {
      pause = null;
      now.log.push({ at: event.at, kind: "resumed" });
    } else if (event.kind === "stopped" || event.kind === "cancelled") {
      pause = null;
      now.log.push({ at: event.at, kind: event.kind });
      now.endedAt = event.at;
    } else if (event.kind === "responded" && target !== "resolution") {
      now.log.push({ at: event.at, kind: "stopped" });
      now.endedAt = event.at;
      if (target === "update") begin(event);
    }
  }
  return cycles;
}
