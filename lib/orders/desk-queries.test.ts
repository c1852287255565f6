import { eq } from "drizzle-orm";
import { beforeAll, describe, expect, it } from "vitest";
import { tasks } from "@/db/schema/orders";
import { type Context, inTransaction } from "@/lib/base/context";
import { makeWorld, mondayMorning, type World } from "@/lib/testing/world";
import { listComments } from "@/lib/tickets/list-comments";
import { listHistory } from "@/lib/tickets/list-history";
import { pauseTicket } from "@/lib/tickets/pause-ticket";
import { writeComment } from "@/lib/tickets/write-comment";
import { decideApproval } from "./decide-approval";
import { placeOrder } from "./place-order";
import { getOrder, listOrders, type OrderCursor } from "./queries";
import { PlaceOrder } from "./schema";

let world: World;
let staff: Context;
let first: Context;
const references: string[] = [];
const later = (days: number) => new Date(mondayMorning.getTime() + days * 86_400_000);

beforeAll(async () => {
  world = await makeWorld();
  staff = await world.as("staff");
  first = await world.as("first");
  const order = PlaceOrder.parse({
    ...{ service: "ipad", variant: "personlig", hardware: "ipad-air-11" },
    ...{ costCentre: "2110-10", deliverTo: "Expeditionen" },
  });
  for (const key of ["waits", "stops", "pauses"]) {
    const { reference } = await placeOrder(staff, { ...order, submissionKey: key, channel: "portal" });
    references.push(reference);
    if (key !== "waits") await decideApproval(await world.as("manager"), { reference, decision: "approved" });
  }
  const { order: stopped } = await getOrder(first, references[1] ?? "");
  await inTransaction(first, (tx) =>
    tx
      .update(tasks)
      .set({ status: "failed" })
      .where(eq(tasks.id, stopped.tasks[0]?.id ?? "")),
  );
  const wait = { reason: "Slut i lager", waitingFor: "supplier" as const, supplier: "Atlas", reviewAt: later(60) };
  await pauseTicket(first, { reference: references[2] ?? "", ...wait });
}, 60_000);

const list = async (ctx: Context, only?: "failed" | "broken") =>
  (await listOrders(ctx, { view: "desk", only }, { limit: 10 })).items.map((item) => item.reference);

describe("the desk's queue", () => {
  it("finds the orders whose step stopped", async () => {
    expect(await list(first, "failed")).toEqual([references[1]]);
  });

  it("finds broken promises, not orders whose due day moves while they wait", async () => {
    expect(await list(first, "broken")).toEqual([]);
    expect(await list(await world.as("first", later(40)), "broken")).toEqual([references[1]]);
  });

  it("has what runs before what waits, by due instant, and pages through all of it", async () => {
    const agent = await world.as("first", later(1));
    const ordered = await list(agent);
    expect(ordered[0]).toBe(references[1]);
    const paged: string[] = [];
    let cursor: OrderCursor | undefined;
    do {
      const page = await listOrders(agent, { view: "desk" }, { cursor, limit: 1 });
      paged.push(...page.items.map((item) => item.reference));
      cursor = page.next ?? undefined;
    } while (cursor);
    expect(paged).toEqual(ordered);
    expect(paged.length).toBe(3);
  });

  it("keeps a promise broken when the wait began after the breach", async () => {
    const agent = await world.as("first", later(40));
    const wait = { reason: "Väntar på svar", waitingFor: "requester" as const, reviewAt: later(60) };
    await pauseTicket(agent, { reference: references[1] ?? "", ...wait });
    expect(await list(await world.as("first", later(41)), "broken")).toEqual([references[1]]);
  });

  it("says what an order waits for, and that it lacks a serial number", async () => {
    const { items } = await listOrders(first, { view: "desk" }, { limit: 10 });
    const of = (n: number) => items.find((item) => item.reference === references[n]);
    expect([of(0)?.waitingFor, of(2)?.waitingFor]).toEqual(["approval", "supplier"]);
    expect([of(0)?.needsSerialNumber, of(2)?.needsSerialNumber]).toEqual([false, true]);
  });

  it("is another municipality's own", async () => {
    const other = await (await makeWorld("linderas")).as("first");
    expect(await list(other)).toEqual([]);
  }, 60_000);
});

describe("history and conversation", () => {
  it("pages through every act by keyset, in both directions", async () => {
    const reference = references[2] ?? "";
    const asked = { reference };
    const all = (await listHistory(first, { ...asked, limit: 100 })).items;
    expect(all.map((row) => row.event)).toContain("tickets.paused");
    const page = await listHistory(first, { ...asked, newestFirst: true, limit: 2 });
    const rest = await listHistory(first, { ...asked, newestFirst: true, cursor: page.next ?? 0, limit: 100 });
    expect([...page.items, ...rest.items].map((row) => row.id)).toEqual(all.map((row) => row.id).reverse());
    expect(rest.next).toBeNull();
  });

  it("shows the history to agents alone", async () => {
    const asked = { reference: references[0] ?? "", limit: 1 };
    await expect(listHistory(staff, asked)).rejects.toThrow("errors.notAllowed");
    await expect(listHistory(await world.as("staff2"), asked)).rejects.toThrow("errors.notFound");
  });

  it("keeps internal notes from the requester", async () => {
    const reference = references[0] ?? "";
    await writeComment(first, { reference, body: "Kartongen står i hylla 3", visibility: "internal" });
    const afterwards = await world.as("first", later(1));
    await writeComment(afterwards, { reference, body: "Vi återkommer i morgon", visibility: "public" });
    const bodies = async (ctx: Context) => (await listComments(ctx, reference)).map((comment) => comment.body);
    expect(await bodies(first)).toEqual(["Kartongen står i hylla 3", "Vi återkommer i morgon"]);
    expect(await bodies(staff)).toEqual(["Vi återkommer i morgon"]);
    await expect(listComments(await world.as("staff2"), reference)).rejects.toThrow("errors.notFound");
  });
});
