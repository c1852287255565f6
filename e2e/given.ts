import type { OrderAnswer } from "@/lib/web/present/order";
import { expect, type Persona, type Portal } from "./fixtures";

const personlig = {
  ...{ service: "ipad", variant: "personlig", hardware: "ipad-11", quantity: 1, recipients: [] as string[] },
  ...{ costCentre: "2110-10", deliverTo: "Expeditionen, Björkskolan", addOns: [] },
};

type Asked = Partial<typeof personlig> & { unit?: string };

/** An order as REST shows it, to whoever reads them all. */
export async function orderNow(portal: Portal, reference: string): Promise<OrderAnswer> {
  const answer = await portal.api("first", `/v1/orders/${reference}`);
  expect(answer.status, `order ${reference}`).toBe(200);
  return (await answer.json()) as OrderAnswer;
}

/** For a journey that begins where another has shown the way: an order, placed through REST. */
export async function placed(portal: Portal, who: Persona = "staff", asked: Asked = {}): Promise<OrderAnswer> {
  return created(portal, who, "/v1/orders", { ...personlig, ...asked });
}

/** The same, approved by the unit's manager. */
export async function approved(portal: Portal, who: Persona = "staff", asked: Asked = {}): Promise<OrderAnswer> {
  const { reference } = await placed(portal, who, asked);
  return created(portal, "manager", `/v1/orders/${reference}/approvals`, { decision: "approved" });
}

/** The same, with its serial number registered and everything that the portal does by itself done. */
export async function prepared(portal: Portal, who: Persona = "staff", asked: Asked = {}): Promise<OrderAnswer> {
  const { reference, lines } = await approved(portal, who, asked);
  const body = { serialNumber: serialNumberFor(reference) };
  await created(portal, "first", `/v1/orders/${reference}/lines/${lines[0]?.id}/serial-number`, body);
  return untilReady(portal, reference);
}

/** Waits until the worker has done its part. */
export async function untilReady(portal: Portal, reference: string): Promise<OrderAnswer> {
  const status = async () => (await orderNow(portal, reference)).status;
  await expect.poll(status, { message: "the portal prepares it by itself", timeout: 30_000 }).toBe("ready");
  return orderNow(portal, reference);
}

/** A number that no other order has. */
export const serialNumberFor = (reference: string, position = 1): string =>
  `DMQ${reference.replace("-", "")}X${position}`;

async function created(portal: Portal, who: Persona, path: string, body: unknown): Promise<OrderAnswer> {
  const answer = await portal.api(who, path, { method: "POST", body: JSON.stringify(body) });
  const said = await answer.text();
  expect(answer.status, said).toBe(201);
  return JSON.parse(said) as OrderAnswer;
}

const dayMs = 86_400_000;

export type LedgerDay = { date: string; counted: boolean; reason: string };

/** The next Friday that is followed by a working Monday and Tuesday: not around Christmas. */
export async function nextPlainFriday(portal: Portal): Promise<string> {
  const now = await portal.clock.now();
  for (let days = 1; days < 60; days += 1) {
    const thursday = new Date(now.getTime() + days * dayMs);
    if (thursday.getUTCDay() !== 4) continue;
    const body = { service: "ipad", receivedAt: `${thursday.toISOString().slice(0, 10)}T12:00:00Z` };
    const quote = await portal.api("first", "/v1/quotes", { method: "POST", body: JSON.stringify(body) });
    const { ledger } = (await quote.json()) as { ledger: LedgerDay[] };
    const after = ledger.slice(1, 6);
    if (after.map(({ counted }) => counted).join() === "true,false,false,true,true") return after[0]?.date ?? "";
  }
  throw new Error("no plain weekend in the next two months");
}

/** The references of staff's own orders to this place: one, however often it was sent. */
export async function ordersTo(portal: Portal, deliverTo: string): Promise<string[]> {
  const { items } = await (await portal.api("staff", "/v1/orders?view=mine&limit=20")).json();
  const all = items as { reference: string; deliverTo: string }[];
  return all.filter((order) => order.deliverTo === deliverTo).map(({ reference }) => reference);
}
