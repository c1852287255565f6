import { sql } from "drizzle-orm";
import { beforeAll, describe, expect, it } from "vitest";
import { openDatabase } from "@/db/client";
import { demoTickets } from "@/db/demo/tickets";
import { letters } from "@/db/schema/history";
import { read } from "@/lib/base/context";
import { makeWorld, mondayMorning, type World } from "@/lib/testing/world";
import { listTickets } from "@/lib/tickets/list-tickets";
import { fillDemoTickets } from "./fill-demo-tickets";

let world: World;

beforeAll(async () => {
  world = await makeWorld();
  const { organisation } = world.portal();
  const owner = openDatabase(process.env.DATABASE_URL ?? "", { max: 1, name: "serviceportalen-test-owner" });
  await owner.db.transaction(async (tx) => {
    await tx.execute(sql`select set_config('app.organisation', ${organisation.id}, true)`);
    await fillDemoTickets(tx, organisation, mondayMorning);
  });
  await owner.close();
});

describe("the demo's tickets", () => {
  it("are a dozen in every state that a day's work leaves them in", async () => {
    const { items } = await listTickets(world.portal(), {}, { limit: 50 });
    expect(items).toHaveLength(demoTickets.length);
    const statuses = new Set(items.map(({ ticket }) => ticket.status));
    expect([...statuses].sort()).toEqual(["cancelled", "in_progress", "new", "paused", "resolved"]);
    expect(new Set(items.map(({ ticket }) => ticket.line))).toEqual(new Set([1, 2, 3]));
  });

  it("send no letters", async () => {
    const all = await read(world.portal(), (tx) => tx.select({ status: letters.status }).from(letters));
    expect(all.length).toBeGreaterThan(0);
    expect(all.filter(({ status }) => status !== "sent")).toEqual([]);
  });
});
