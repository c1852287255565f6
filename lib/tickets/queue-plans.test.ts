import { afterAll, beforeAll, describe, expect, it } from "vitest";
import type { Context } from "@/lib/base/context";
import { statementsOf } from "@/lib/testing/count-statements";
import { explained } from "@/lib/testing/explained";
import { makeManyTickets } from "@/lib/testing/many-tickets";
import { ownDatabase } from "@/lib/testing/own-database";
import { makeWorld } from "@/lib/testing/world";
import { countQueue } from "./count-queue";
import { listQueue, type QueueAsk } from "./list-queue";
import { queueViewNames } from "./queue-views";

/** Enough for the planner to prefer an index where there is one; how long each takes among 200,000 is the bench's to say. */
const size = { tickets: 20_000, queues: 100 };
const limit = 50;

let first: Context;
let drop: () => Promise<void>;

beforeAll(async () => {
  const own = await ownDatabase();
  drop = own.drop;
  const world = await makeWorld();
  first = await world.as("first");
  await makeManyTickets(first, size);
}, 600_000);
afterAll(() => drop());

const views: QueueAsk[] = queueViewNames.map((view) => ({ view }));
const sorted: QueueAsk[] = (["priority", "received"] as const).flatMap((sort) =>
  (["open", "mine", "unassigned"] as const).map((view) => ({ view, sort })),
);
const filtered: QueueAsk[] = [
  { view: "open", filter: { queue: "many-7" } },
  { view: "open", filter: { priority: [1], line: [1, 2] } },
  { view: "open", filter: { category: "network" } },
  { view: "all", filter: { queue: "many-7" } },
  { view: "all", filter: { device: "sn90" } },
  { view: "all", filter: { requester: "many-42@many.example" } },
];
const asks = [...views, ...sorted, ...filtered];
const named = asks.map((ask) => [JSON.stringify(ask), ask] as const);

describe("the queue's plans", () => {
  it.each(named)("%s walks no whole table and sorts none", async (_, ask) => {
    const plan = await explained(first, () => listQueue(first, ask, { limit }));
    expect(plan.filter((node) => node.type === "Seq Scan" && node.relation === "tickets")).toEqual([]);
    // What is sorted is a page, or the few that one person or queue has.
    const sorts = plan.filter(({ type }) => type === "Sort" || type === "Incremental Sort");
    expect(sorts.filter(({ rows }) => rows > size.tickets / 50)).toEqual([]);
  });

  it("the counts walk what is open, not what has ended", async () => {
    const plan = await explained(first, () => countQueue(first));
    expect(plan.filter((node) => node.type === "Seq Scan" && node.relation === "tickets")).toEqual([]);
  });

  it("a page costs the same statements for 2 rows as for 50, one of them over tickets", async () => {
    const few = await statementsOf(() => listQueue(first, { view: "open" }, { limit: 2 }));
    const many = await statementsOf(() => listQueue(first, { view: "open" }, { limit }));
    expect(many).toHaveLength(few.length);
    expect(many.filter((statement) => /from "?tickets|join "tickets"/.test(statement))).toHaveLength(1);
    expect(many.join()).not.toMatch(/"description"|"resolution"|"verdict"/);
  });
});
