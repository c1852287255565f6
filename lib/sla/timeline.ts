import { RuleBroken } from "@/lib/base/errors";
import type { Span } from "./compiled-calendar";
import type { ClockEvent, LedgerReason, Policy } from "./schema";

/** Time that does not count, and why: a pause, or the time between a stop and a reopening. */
export type Wait = Span & { reason: LedgerReason };

/** What a log says as of one instant; milliseconds since 1970. `waits` in order, none overlapping, none outside startedAt–asOf. */
export type Timeline = {
  startedAt: number;
  /** `now`, or the instant at which the clock stopped for good. */
  asOf: number;
  mode: "running" | "paused" | "stopped";
  waits: Wait[];
};

/**
 * Reads the log in the order of its instants, whatever order it comes in. The earliest start holds; a repeated pause, resumption
 * or stop changes nothing; what lies after `now` has not happened yet. RuleBroken for a log without a start.
 */
export function timelineOf(events: ClockEvent[], policy: Policy, now: number): Timeline {
  const startedAt = Math.min(...events.filter((event) => event.kind === "started").map((event) => event.at.getTime()));
  if (!Number.isFinite(startedAt)) throw new RuleBroken("sla.notStarted");
  const until = Math.max(now, startedAt);
  const happened = events.filter((event) => event.kind !== "started" && event.at.getTime() <= until);
  happened.sort((a, b) => a.at.getTime() - b.at.getTime());

  let stage: Stage = { mode: "running", since: startedAt };
  const waits: Wait[] = [];
  for (const event of happened) {
    const next = stageAfter(stage, event, policy);
    if (next !== stage) pushWait(waits, stage, startedAt, next.since);
    stage = next;
  }
  if (stage.mode === "paused") pushWait(waits, stage, startedAt, until);
  const asOf = stage.mode === "stopped" ? Math.max(stage.since, startedAt) : until;
  return { startedAt, asOf, mode: stage.mode, waits };
}

type Stage = { mode: Timeline["mode"]; since: number; waitingFor?: ClockEvent["waitingFor"] };

function stageAfter(stage: Stage, event: ClockEvent, policy: Policy): Stage {
  const since = event.at.getTime();
  if (stage.mode === "stopped") return event.kind === "reopened" ? { mode: "running", since } : stage;
  switch (event.kind) {
    case "paused":
      if (event.waitingFor === "approval" && policy.pausesWhileAwaitingApproval === false) {
        return stage.mode === "paused" ? { mode: "running", since } : stage;
      }
      if (stage.mode === "paused" && stage.waitingFor === event.waitingFor) return stage;
      return { mode: "paused", since, waitingFor: event.waitingFor };
    case "resumed":
      return stage.mode === "paused" ? { mode: "running", since } : stage;
    case "stopped":
    case "cancelled":
      return { mode: "stopped", since };
    default:
      return stage;
  }
}

function pushWait(waits: Wait[], { mode, since, waitingFor }: Stage, startedAt: number, to: number): void {
  const from = Math.max(since, startedAt);
  if (mode === "running" || from >= to) return;
  const whose = waitingFor === undefined ? {} : { waitingFor };
  waits.push({ from, to, reason: { code: mode === "paused" ? "paused" : "stopped", ...whose } });
}
