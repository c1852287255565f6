import { eq } from "drizzle-orm";
import { orderLines, tasks } from "@/db/schema/orders";
import { type Context, inTransaction } from "@/lib/base/context";
import { newId } from "@/lib/base/ids";
import { advanceOrder } from "@/lib/orders/advance";
import { decideApproval } from "@/lib/orders/decide-approval";
import { handOver } from "@/lib/orders/hand-over";
import { placeOrder } from "@/lib/orders/place-order";
import { getOrder } from "@/lib/orders/queries";
import { registerSerialNumber } from "@/lib/orders/register-serial-number";
import { PlaceOrder } from "@/lib/orders/schema";
import type { World } from "./world-of";

const personlig = {
  service: "ipad",
  variant: "personlig",
  hardware: "ipad-air-11",
  costCentre: "2110-10",
  deliverTo: "Expeditionen",
};

/** What the demo's staff would order, with anything else on top. */
export function orderOf(changes: Partial<Record<keyof PlaceOrder, unknown>> = {}, submissionKey: string = newId()) {
  return { ...PlaceOrder.parse({ ...personlig, ...changes }), submissionKey, channel: "portal" as const };
}

export type Stage = "placed" | "approved" | "ready" | "handed_over";

export type Staged = { reference: string; lineId: string; taskId: (kind: string) => Promise<string> };

const serial = () => `T${newId().replace(/-/g, "").slice(0, 11).toUpperCase()}`;

/** An order of staff's, brought as far as asked without the outside world: automatic tasks are written as done. */
export async function orderAt(
  world: World,
  stage: Stage,
  who = "staff",
  changes: Partial<Record<keyof PlaceOrder, unknown>> = {},
): Promise<Staged> {
  const requester = await world.as(who);
  const { reference } = await placeOrder(requester, orderOf(changes));
  const { lines } = await getOrder(requester, reference);
  const lineId = lines[0]?.id ?? "";
  const first = await world.as("first");
  if (stage !== "placed") await decideApproval(await world.as("manager"), { reference, decision: "approved" });
  if (stage === "ready" || stage === "handed_over") {
    for (const line of lines) await registerSerialNumber(first, { reference, lineId: line.id, serialNumber: serial() });
    await finishTasks(world.portal(), reference);
  }
  if (stage === "handed_over")
    await handOver(first, { reference, lineIds: lines.map((line) => line.id), receivedBy: "Maja Ekdahl" });
  const taskId = async (kind: string) => {
    const view = await getOrder(requester, reference);
    return view.lines[0]?.tasks.find((task) => task.kind === kind)?.id ?? "";
  };
  return { reference, lineId, taskId };
}

async function finishTasks(portal: Context, reference: string): Promise<void> {
  const { order } = await getOrder(portal, reference);
  await inTransaction(portal, async (tx) => {
    for (const task of order.tasks.filter((each) => each.isAutomatic)) {
      await tx.update(tasks).set({ status: "done" }).where(eq(tasks.id, task.id));
    }
    await tx.update(orderLines).set({ status: "preparing" }).where(eq(orderLines.orderId, order.id));
  });
  await advanceOrder(portal, order.id);
}
