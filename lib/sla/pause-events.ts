import type { ClockEvent } from "./schema";

/** Pauses given as stretches, in any order and overlapping at will, as the events of a log: pausing twice is pausing once. */
export function pauseEvents(pauses: readonly (readonly [from: Date, to: Date])[]): ClockEvent[] {
  const events: ClockEvent[] = [];
  let end = Number.NEGATIVE_INFINITY;
  for (const [from, to] of [...pauses].sort(([a], [b]) => a.getTime() - b.getTime())) {
    if (to.getTime() <= end || to <= from) continue;
    if (from.getTime() <= end) events.pop();
    else events.push({ at: from, kind: "paused" });
    events.push({ at: to, kind: "resumed" });
    end = to.getTime();
  }
  return events;
}
