import { beforeAll, expect, it } from "vitest";
import { orderAt } from "@/lib/testing/orders";
import { faultIn } from "@/lib/testing/tickets";
import { makeWorld, type World } from "@/lib/testing/world";
import { listQueue } from "./list-queue";
import { getTicket } from "./queries";
import type { QueueFilter } from "./queue-filter";
import { searchTickets } from "./search-tickets";
import { writeComment } from "./write-comment";

let world: World;
beforeAll(async () => {
  world = await makeWorld();
});

async function rows(who: string, filter: QueueFilter, limit = 50): Promise<string[]> {
  const { items } = await listQueue(await world.as(who), { view: "all", filter }, { limit });
  return items.map(({ reference }) => reference);
}

it("finds words wherever they stand, a reference however it is typed, and narrows with the other filters", async () => {
  const reference = await faultIn(world, {
    title: "Hisnande skärm",
    description: "Kabeln glappar",
    device: "DMPXK2ABC1",
  });
  await writeComment(await world.as("first"), { reference, body: "Provat zirkonkabel", visibility: "internal" });
  for (const q of [
    reference,
    reference.replace("-", ""),
    reference.replace("-", " "),
    "hisnande",
    "glappar hisn",
    "zirkonkabel",
  ])
    expect([q, await rows("first", { q })]).toEqual([q, [reference]]);
  expect(await rows("first", { q: "dmpxk2abc1" })).toContain(reference);
  expect(await rows("first", { q: "hisnande", status: ["closed"] })).toEqual([]);
  expect(await rows("first", { q: "hisnande", line: [1] })).toEqual([reference]);
  expect(await rows("first", { q: "finnsinte" })).toEqual([]);
});

it("finds nothing hidden: not a confidential ticket, not a note to those who do not work on it", async () => {
  const hidden = await faultIn(world, { category: "sensitive", title: "Obsidian" });
  expect(await rows("first", { q: "obsidian" })).toEqual([]);
  expect(await rows("first", { q: hidden })).toEqual([]);
  expect(await rows("second", { q: "obsidian" })).toEqual([hidden]);
  const own = await faultIn(world, { title: "Vanlig" });
  await writeComment(await world.as("first"), { reference: own, body: "Kvartsmisstanke", visibility: "internal" });
  expect(await rows("staff", { q: "kvartsmisstanke" })).toEqual([]);
});

it("finds an order by the serial number of what was handed out", async () => {
  const order = await orderAt(world, "placed");
  const { ticket } = await getTicket(world.portal(), order.reference);
  expect(await rows("first", { q: order.reference })).toEqual([ticket.reference]);
});

it("walks on, page by page, in the queue's own order", async () => {
  const made: string[] = [];
  for (let n = 0; n < 5; n++) made.push(await faultIn(world, { title: "Sidovind" }));
  const first = await world.as("first");
  const seen: string[] = [];
  let cursor: Awaited<ReturnType<typeof listQueue>>["next"] | undefined;
  do {
    const page = await listQueue(
      first,
      { view: "open", filter: { q: "sidovind" } },
      { limit: 2, cursor: cursor ?? undefined },
    );
    seen.push(...page.items.map(({ reference }) => reference));
    cursor = page.next;
  } while (cursor);
  expect(seen.toSorted()).toEqual(made.toSorted());
});

it("lists what one works on: not one's own that others have, nor a confidential one by role alone", async () => {
  const mine = await faultIn(world, { title: "Egen fråga" }, "secretary");
  expect((await getTicket(await world.as("secretary"), mine)).ticket.reference).toBe(mine);
  expect(await rows("secretary", { references: [mine] })).toEqual([]);
  expect(await rows("first", { references: [mine] })).toEqual([mine]);
  const hidden = await faultIn(world, { category: "sensitive", title: "Egen känslig" }, "first");
  await writeComment(await world.as("second"), { reference: hidden, body: "Ametistspår", visibility: "internal" });
  expect(await rows("first", { references: [hidden] })).toEqual([]);
  const found = await searchTickets(await world.as("first"), { q: "ametistspår", limit: 5 });
  expect(found.items).toEqual([]);
});
