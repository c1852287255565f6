import type { OrderStatus, WaitingFor } from "@/db/words";

/** Who must act before an order gets any further, as far as a row of a list knows. */
export type QueueTurn = "manager" | "requester" | "supplier" | "other" | "desk" | "portal" | "nobody";

type OrderLike = {
  status: OrderStatus;
  /** What a pause waits for. */
  waitingFor: WaitingFor | null;
  hasFailedTask: boolean;
  needsSerialNumber: boolean;
};

/** A pause says it itself; else a step that stopped or what is missing or ready is the desk's, and the rest the portal's. */
export function queueTurn({ status, waitingFor, hasFailedTask, needsSerialNumber }: OrderLike): QueueTurn {
  if (status === "declined" || status === "cancelled" || status === "delivered") return "nobody";
  if (status === "awaiting_approval" || waitingFor === "approval") return "manager";
  if (waitingFor) return waitingFor;
  if (hasFailedTask || needsSerialNumber) return "desk";
  return status === "ready" ? "desk" : "portal";
}
