import type { TicketStatus } from "@/db/words";

export type NextAct = "take" | "answer" | "resume" | "late" | "work" | "theirs" | "done";

type Seen = { status: TicketStatus; isMine: boolean; hasAssignee: boolean; isAnswered: boolean; isLate: boolean };

/** What is the sensible next thing to do with a ticket, for the agent who looks at it. */
export function nextActOnTicket({ status, isMine, hasAssignee, isAnswered, isLate }: Seen): NextAct {
  if (status === "resolved" || status === "closed" || status === "cancelled") return "done";
  if (!hasAssignee) return "take";
  if (status === "paused") return "resume";
  if (isLate) return "late";
  if (!isAnswered && isMine) return "answer";
  return isMine ? "work" : "theirs";
}
