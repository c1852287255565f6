import type { OrderView } from "@/lib/orders/queries";
import { isLive } from "@/lib/orders/status";

export type NextAct = "ended" | "done" | "manager" | "resume" | "failed" | "serial" | "handOver" | "portal";

type Asked = {
  order: { status: OrderView["order"]["status"] };
  pause: { waitingFor: unknown } | null;
  lines: readonly Pick<OrderView["lines"][number], "status" | "serialNumber" | "tasks">[];
};

/** The next sensible act for whoever works on the order: what stopped first, then what is missing, then what is ready. */
export function nextAct({ order, pause, lines }: Asked): NextAct {
  if (order.status === "declined" || order.status === "cancelled") return "ended";
  if (order.status === "delivered") return "done";
  if (order.status === "awaiting_approval") return "manager";
  if (pause) return "resume";
  const live = lines.filter(isLive);
  if (live.some((line) => line.tasks.some((task) => task.status === "failed"))) return "failed";
  if (live.some((line) => !line.serialNumber)) return "serial";
  return live.some((line) => line.status === "ready") ? "handOver" : "portal";
}
