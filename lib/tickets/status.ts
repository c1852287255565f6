import type { TicketStatus } from "@/db/words";

/** Open: its clock runs or waits; something is still to be done. */
export const openStatuses = ["new", "in_progress", "paused"] as const satisfies readonly TicketStatus[];

export function isOpen(status: TicketStatus): boolean {
  return (openStatuses as readonly TicketStatus[]).includes(status);
}
