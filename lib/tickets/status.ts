import type { TicketStatus } from "@/db/words";

/** Open: its clock runs or waits; something is still to be done. */
export const openStatuses = ["new", "in_progress", "paused"] as const satisfies readonly TicketStatus[];

export function isOpen(status: TicketStatus): boolean {
  return (openStatuses as readonly TicketStatus[]).includes(status);
}

/** Every move there is: from which states, and to which; `to` null leaves the state as it is. */
export const moves = {
  assign: { from: openStatuses, to: null },
  classify: { from: openStatuses, to: null },
  transfer: { from: openStatuses, to: null },
  begin: { from: ["new"], to: "in_progress" },
  pause: { from: ["new", "in_progress"], to: "paused" },
  resume: { from: ["paused"], to: "in_progress" },
  resolve: { from: openStatuses, to: "resolved" },
  close: { from: ["resolved"], to: "closed" },
  solve: { from: [...openStatuses, "resolved"], to: "closed" },
  rate: { from: ["resolved"], to: null },
  reopen: { from: ["resolved"], to: "in_progress" },
  cancel: { from: openStatuses, to: "cancelled" },
  duplicate: { from: openStatuses, to: "cancelled" },
  merge: { from: openStatuses, to: "cancelled" },
  unmerge: { from: ["cancelled"], to: "in_progress" },
} as const satisfies Record<string, { from: readonly TicketStatus[]; to: TicketStatus | null }>;

export type Move = keyof typeof moves;

export function canMove(status: TicketStatus, move: Move): boolean {
  return (moves[move].from as readonly TicketStatus[]).includes(status);
}
