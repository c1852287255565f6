import { beforeAll, expect, test } from "vitest";
import { type RestClient, restClient, tokenOf } from "@/lib/testing/rest-client";
import { makeWorld, mondayMorning, setNow, type World } from "@/lib/testing/world";

let world: World;
let staff: RestClient;
let manager: RestClient;
let first: RestClient;
let placed: string[] = [];

beforeAll(async () => {
  setNow(mondayMorning);
  world = await makeWorld();
  const clients = await Promise.all(
    ["staff", "manager", "first"].map(async (who) => restClient(await tokenOf(world, who))),
  );
  [staff, manager, first] = clients as [RestClient, RestClient, RestClient];
  for (let n = 0; n < 12; n++) {
    // Some in the same millisecond: the place in the list must be told apart by more than time.
    setNow(new Date(mondayMorning.getTime() + Math.floor(n / 4) * 60_000));
    placed = [...placed, await place()];
  }
});

async function place(): Promise<string> {
  const recipients = [`staff@${world.slug}.example`];
  const words = { service: "ipad", variant: "personlig", hardware: "ipad-air-11", quantity: 1, recipients };
  const { body } = await staff("POST /orders", { ...words, costCentre: "2110-10", deliverTo: "Receptionen" });
  return String(body.reference);
}

type Page = { items: { reference: string; receivedAt: string }[]; next: string | null };

async function walk(client: RestClient, path: string, between?: () => Promise<unknown>): Promise<Page["items"]> {
  const items: Page["items"] = [];
  let cursor: string | null = "";
  while (cursor !== null) {
    const after: string = cursor ? `&cursor=${cursor}` : "";
    const { body } = await client(`GET ${path}${path.includes("?") ? "&" : "?"}limit=5${after}` as `GET /${string}`);
    const page = body as unknown as Page;
    items.push(...page.items);
    await between?.();
    cursor = page.next;
  }
  return items;
}

test.each(["/orders", "/tickets"])("%s: every row once, newest first, also while rows are added", async (path) => {
  const walked = (await walk(first, path, place)).map(({ reference }) => reference);
  expect(new Set(walked).size).toBe(walked.length);
  expect(placed.filter((reference) => !walked.includes(reference))).toEqual([]);
  const instants = (await walk(first, path)).map(({ receivedAt }) => receivedAt);
  expect(instants).toEqual([...instants].sort().reverse());
});

test("a ticket's history: every act once, oldest first, comments with their words", async () => {
  const reference = placed[0] ?? "";
  await manager(`POST /orders/${reference}/approvals`, { decision: "approved" });
  for (const n of [1, 2, 3, 4]) {
    const visibility = n % 2 ? "public" : "internal";
    await first(`POST /tickets/${reference}/comments`, { body: `Rad ${n}`, visibility });
  }
  const acts = (await walk(first, `/tickets/${reference}/history`)) as unknown as {
    event: string;
    detail: { body?: string };
  }[];
  expect(acts.map(({ event }) => event).slice(0, 3)).toEqual(["tickets.opened", "orders.placed", "orders.approved"]);
  expect(acts.flatMap(({ detail }) => detail.body ?? [])).toEqual(["Rad 1", "Rad 2", "Rad 3", "Rad 4"]);
  const seen = (await walk(staff, `/tickets/${reference}/history`)) as unknown as typeof acts;
  expect(seen.flatMap(({ detail }) => detail.body ?? [])).toEqual(["Rad 1", "Rad 3"]);
});

test("the filters of tickets narrow", async () => {
  const count = async (query: string) => (await walk(first, `/tickets?${query}`)).length;
  const all = await count("line=1");
  expect(all).toBeGreaterThanOrEqual(12);
  expect(await count("status=in_progress")).toBe(1);
  expect(await count("status=in_progress,paused")).toBe(all);
  expect(await count("status=in_progress&status=paused")).toBe(all);
  expect(await count("line=2,3")).toBe(0);
  expect(await count("queue=line-1&category=service&assignee=none")).toBe(all);
  expect(await count(`requester=staff@${world.slug}.example`)).toBe(all);
  expect(await count(`assignee=first@${world.slug}.example`)).toBe(0);
  expect(await count("device=DMPXK2ABC1")).toBe(0);
  expect(await count(`q=${placed[1]}`)).toBe(1);
  expect(await count("q=100%25")).toBe(0);
  expect(await count("received_from=2026-12-14&received_to=2026-12-14")).toBe(all);
  expect(await count("received_from=2026-12-15")).toBe(0);
  expect(await count(`received_from=${encodeURIComponent("2026-12-14T09:02:00+01:00")}`)).toBe(all - 8);
  expect(await count(`received_to=${encodeURIComponent("2026-12-14T09:01:00+01:00")}`)).toBe(4);
});

test("one's own view of orders: mine, what waits for my decision, and by status", async () => {
  const mine = await walk(staff, "/orders?view=mine");
  expect(mine.map(({ reference }) => reference)).toContain(placed[0]);
  const waiting = (await walk(manager, "/orders?view=approvals")).map(({ reference }) => reference);
  expect(waiting).toContain(placed[1]);
  expect(waiting).not.toContain(placed[0]);
  expect((await walk(first, "/orders?status=preparing")).map(({ reference }) => reference)).toEqual([placed[0]]);
  expect(await walk(manager, "/orders?view=mine")).toEqual([]);
});
