import type { Span } from "./compiled-calendar";
import type { ClockEvent } from "./schema";

export type Pause = readonly [from: Date, to: Date];

/** Pauses in any order, overlapping at will, as stretches in order that do not touch: pausing twice is pausing once. */
export function joinPauses(pauses: readonly Pause[]): Span[] {
  const joined: Span[] = [];
  for (const [start, end] of pauses.toSorted(([a], [b]) => a.getTime() - b.getTime())) {
    const [from, to] = [start.getTime(), end.getTime()];
    const last = joined.at(-1);
    if (to <= from) continue;
    if (last && from <= last.to) last.to = Math.max(last.to, to);
    else joined.push({ from, to });
  }
  return joined;
}

/** The same pauses as the events of a log. */
export function pauseEvents(pauses: readonly Pause[]): ClockEvent[] {
  return joinPauses(pauses).flatMap(({ from, to }): ClockEvent[] => [
    { at: new Date(from), kind: "paused" },
    { at: new Date(to), kind: "resumed" },
  ]);
}
