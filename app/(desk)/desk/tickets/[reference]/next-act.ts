import type { TicketStatus } from "@/db/words";
import { isOpen } from "@/lib/tickets/status";

export type NextAct = "take" | "reply" | "resolve" | "wait" | "theirs" | "nothing";

type Asked = {
  status: TicketStatus;
  assigneeId: string | null;
  firstResponseAt: Date | null;
  /** Whether the requester has the last word so far. */
  isAsked: boolean;
  /** An order's ticket ends with its order, never by hand. */
  isOrder: boolean;
};

/** The next sensible act for whoever reads: somebody must have it before anybody answers, and answer before it is solved. */
export function nextAct(ticket: Asked, me: string): NextAct {
  if (!isOpen(ticket.status)) return "nothing";
  if (ticket.status === "paused") return "wait";
  if (ticket.assigneeId === null) return "take";
  if (ticket.assigneeId !== me) return "theirs";
  if (ticket.firstResponseAt === null || ticket.isAsked) return "reply";
  return ticket.isOrder ? "nothing" : "resolve";
}
