import { existsSync, readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import type { OrderAnswer } from "@/lib/web/present/order";
import { dataDir, expect, type Persona, type Portal } from "./fixtures";
import { approved, orderNow, placed, prepared, serialNumberFor } from "./given";
import { type TicketsInStates, ticketsInStates } from "./tickets-in-states";

/** References, one for each state that an order's pages can show, and a ticket's. */
export type OrdersInStates = Record<(typeof stages)[number], string> & TicketsInStates;

const stages = [
  ...(["late", "failed", "awaiting", "declined", "cancelled", "preparing"] as const),
  ...(["paused", "several", "ready", "handedOver", "acknowledged"] as const),
];

/** Makes them once a portal: a worker of Playwright's that starts anew after a failure finds them again. */
export async function ordersInStates(portal: Portal): Promise<OrdersInStates> {
  const kept = join(dataDir(), "orders-in-states.json");
  if (existsSync(kept)) return JSON.parse(readFileSync(kept, "utf8"));
  const { reference: late } = await approved(portal);
  const failed = await notInMdm(portal);
  await untilFailed(portal, failed);
  await portal.clock.advance("P25D");
  await expect.poll(async () => (await orderNow(portal, late)).clock.state).toBe("breached");
  const orders = { late, failed, ...(await beforePreparing(portal)), ...(await afterwards(portal)) };
  // A morning on which the desk is open and takes visits.
  await portal.clock.to("2027-01-04T08:30:00+01:00");
  const made: OrdersInStates = { ...orders, ...(await ticketsInStates(portal)) };
  writeFileSync(kept, JSON.stringify(made));
  return made;
}

async function beforePreparing(portal: Portal) {
  const { reference: awaiting } = await placed(portal, "staff", { deliverTo: "Slöjdsalen, hus B, plan 2" });
  const { reference: declined } = await placed(portal);
  const no = { decision: "declined", reason: "Vi delar på de tre som redan finns i arbetslaget." };
  await act(portal, "manager", `/v1/orders/${declined}/approvals`, no);
  const { reference: cancelled } = await placed(portal);
  await act(portal, "staff", `/v1/orders/${cancelled}/cancellation`, { reason: "Jag fick en av en kollega." });
  return { awaiting, declined, cancelled };
}

async function afterwards(portal: Portal) {
  const { reference: preparing } = await approved(portal);
  const { reference: paused } = await approved(portal);
  const reviewAt = new Date((await portal.clock.now()).getTime() + 7 * 86_400_000).toISOString();
  const pause = { reason: "Vilken färg ska fodralet ha?", waitingFor: "requester", reviewAt };
  await act(portal, "first", `/v1/tickets/${paused}/pauses`, pause);
  const publik = { variant: "publik", quantity: 3, unit: "bjorkskolan" };
  const { reference: several } = await approved(portal, "orderer", publik);
  const { reference: ready } = await prepared(portal);
  const handedOver = await handedOverTo(portal);
  const acknowledged = await handedOverTo(portal);
  const [line] = (await orderNow(portal, acknowledged)).lines;
  await act(portal, "staff", `/v1/orders/${acknowledged}/lines/${line?.id}/acknowledgement`, {});
  return { preparing, paused, several, ready, handedOver, acknowledged };
}

async function handedOverTo(portal: Portal): Promise<string> {
  const { reference, lines } = await prepared(portal);
  await act(portal, "first", `/v1/orders/${reference}/lines/${lines[0]?.id}/handover`, { receivedBy: "Maja Ekdahl" });
  return reference;
}

/** An iPad that the supplier never enrolled: the portal's search for it fails, and in the end stops. */
async function notInMdm(portal: Portal): Promise<string> {
  const { reference, lines } = await approved(portal);
  const serialNumber = serialNumberFor(reference).replace("DMQ", "SAKNAS");
  await act(portal, "first", `/v1/orders/${reference}/lines/${lines[0]?.id}/serial-number`, { serialNumber });
  return reference;
}

/** Each time that it has searched in vain, on to the time when it searches again. */
async function untilFailed(portal: Portal, reference: string): Promise<void> {
  let searchedAt = "";
  const searched = async () => {
    const { lines } = await orderNow(portal, reference);
    const task = lines[0]?.tasks.find(({ kind }) => kind === "find_in_mdm");
    if (task?.status === "waiting" && task.at && task.at !== searchedAt) {
      searchedAt = task.at;
      await portal.clock.advance("PT2H");
    }
    return task?.status;
  };
  await expect.poll(searched, { message: "the search gives up", timeout: 120_000 }).toBe("failed");
}

async function act(portal: Portal, who: Persona, path: string, body: unknown): Promise<OrderAnswer> {
  const answer = await portal.api(who, path, { method: "POST", body: JSON.stringify(body) });
  const said = await answer.text();
  expect(answer.status, said).toBe(201);
  return JSON.parse(said) as OrderAnswer;
}
