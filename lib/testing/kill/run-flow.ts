import { and, eq, ne } from "drizzle-orm";
import { letters } from "@/db/schema/history";
import { read } from "@/lib/base/context";
import { sweepSoon } from "@/lib/jobs/timetable";
import { startWorker } from "@/lib/jobs/worker";
import { acknowledgeReceipt } from "@/lib/orders/acknowledge-receipt";
import { decideApproval } from "@/lib/orders/decide-approval";
import { handOver } from "@/lib/orders/hand-over";
import { placeOrder } from "@/lib/orders/place-order";
import { getOrder } from "@/lib/orders/queries";
import { registerSerialNumber } from "@/lib/orders/register-serial-number";
import { orderOf } from "../orders";
import { setNow, type World } from "../world-of";

export type Wanted = { key: string; serialNumber: string; at: Date; order: Parameters<typeof orderOf>[0]; by: string };

/**
 * The whole way of one order, as stubborn people go it: each looks how far things have come and does what is next. Run again after a
 * crash with the same `key` and serial number it goes on, whatever was lost; `isHurried`, without waiting for the next round of
 * the timetable to find what the dead one held.
 */
export async function runFlow(world: World, wanted: Wanted, isHurried = false): Promise<string> {
  setNow(wanted.at);
  const hurry = isHurried ? setInterval(sweepSoon, 100) : undefined;
  const worker = await startWorker(process.env.DATABASE_URL ?? "", 1);
  try {
    const requester = await world.as(wanted.by, wanted.at);
    const { reference } = await placeOrder(requester, orderOf(wanted.order, wanted.key));
    const look = () => getOrder(world.portal(wanted.at), reference);
    if ((await look()).order.status === "awaiting_approval") {
      await decideApproval(await world.as("manager", wanted.at), { reference, decision: "approved" });
    }
    const first = await world.as("first", wanted.at);
    for (const line of (await look()).lines.filter((each) => !each.serialNumber)) {
      await registerSerialNumber(first, { reference, lineId: line.id, serialNumber: wanted.serialNumber });
    }
    const ready = await until(look, ({ order }) => order.status === "ready" || order.status === "delivered");
    const lineIds = ready.lines.filter((line) => line.status === "ready").map((line) => line.id);
    if (lineIds.length > 0) await handOver(first, { reference, lineIds, receivedBy: "Maja Ekdahl" });
    if ((await look()).lines.some((line) => line.status === "handed_over"))
      await acknowledgeReceipt(requester, { reference });
    const waiting = () =>
      read(world.portal(), (tx) =>
        tx
          .select({ id: letters.id })
          .from(letters)
          .where(and(eq(letters.organisationId, world.portal().organisation.id), ne(letters.status, "sent"))),
      );
    await until(waiting, (rows) => rows.length === 0);
    return reference;
  } finally {
    clearInterval(hurry);
    await worker.close();
  }
}

async function until<T>(look: () => Promise<T>, isSo: (seen: T) => boolean): Promise<T> {
  for (let tries = 0; tries < 600; tries++) {
    const seen = await look();
    if (isSo(seen)) return seen;
    await new Promise((done) => setTimeout(done, 50));
  }
  throw new Error(`never so: ${JSON.stringify(await look()).slice(0, 2000)}`);
}
