import { sql } from "drizzle-orm";
import { beforeAll, describe, expect, it } from "vitest";
import { orders, persons, tickets } from "@/db/schema";
import { type Context, inTransaction, read } from "@/lib/base/context";
import { newId } from "@/lib/base/ids";
import { placeOrder } from "@/lib/orders/place-order";
import { PlaceOrder } from "@/lib/orders/schema";
import { makeWorld, type World } from "@/lib/testing/world";
import { database } from "./client";

let ours: World;
let theirs: World;
let here: Context;

beforeAll(async () => {
  process.env.DEMO = "1";
  ours = await makeWorld();
  theirs = await makeWorld("linderas");
  const order = {
    service: "ipad",
    variant: "personlig",
    hardware: "ipad-air-11",
    costCentre: "2110-10",
    deliverTo: "Skolan",
  };
  await placeOrder(await theirs.as("staff"), { ...PlaceOrder.parse(order), submissionKey: "a", channel: "portal" });
  here = await ours.as("admin");
});

describe("the second lock: row-level security, when a verb forgets to check", () => {
  it("is on and forced for every table that belongs to an organisation", async () => {
    const open = await database().execute<{ name: string }>(sql`
      select c.relname as name from pg_class c join pg_attribute a on a.attrelid = c.oid and a.attname = 'organisation_id'
      where c.relkind = 'r' and c.relnamespace = 'public'::regnamespace and not (c.relrowsecurity and c.relforcerowsecurity)`);
    // Its owner alone reads it, in one function (secure/search.ts); the application role may not at all.
    expect(open.map((row) => row.name)).toEqual(["ticket_search"]);
    const [search] = await database().execute(
      sql`select has_table_privilege('ticket_search', 'select, insert, update, delete') as may`,
    );
    expect(search).toEqual({ may: false });
  });

  it("acts as a role that owns nothing and cannot bypass it", async () => {
    const [role] = await database().execute(sql`
      select current_user as name, rolsuper, rolbypassrls,
        (select count(*)::int from pg_class where relowner = r.oid) as owns from pg_roles r where rolname = current_user`);
    expect(role).toEqual({ name: "serviceportalen_app", rolsuper: false, rolbypassrls: false, owns: 0 });
  });

  it.each([
    ["orders", orders],
    ["tickets", tickets],
    ["persons", persons],
  ] as const)("shows no other organisation's %s to a query without any condition", async (_, table) => {
    const rows = await read(here, (tx) => tx.select({ of: table.organisationId }).from(table));
    expect(rows.filter((row) => row.of !== here.organisation.id)).toEqual([]);
    const there = await read(await theirs.as("admin"), (tx) => tx.select({ of: table.organisationId }).from(table));
    expect(there.length).toBeGreaterThan(0);
  });

  it("lets no row be changed or written for another", async () => {
    const other = (await theirs.as("admin")).organisation.id;
    const changed = await inTransaction(here, (tx) =>
      tx.update(orders).set({ note: "x" }).where(sql`organisation_id = ${other}`).returning({ id: orders.id }),
    );
    expect(changed).toEqual([]);
    const [unit] = await read(here, (tx) => tx.execute<{ id: string }>(sql`select id from units limit 1`));
    const forged = {
      ...{
        id: newId(),
        organisationId: other,
        email: "x@x.example",
        name: "X",
        unitId: unit?.id ?? "",
        createdAt: here.now,
      },
    };
    const written = inTransaction(here, (tx) => tx.insert(persons).values(forged));
    await expect(written).rejects.toMatchObject({ cause: { code: "42501" } });
  });

  it("shows nothing at all where no organisation was entered", async () => {
    expect(await database().select().from(persons)).toEqual([]);
  });

  it("lets nobody rewrite the logs", async () => {
    for (const statement of [
      sql`update history set event = 'x'`,
      sql`delete from history`,
      sql`delete from ticket_events`,
    ]) {
      await expect(inTransaction(here, (tx) => tx.execute(statement))).rejects.toMatchObject({
        cause: { code: "42501" },
      });
    }
  });
});
