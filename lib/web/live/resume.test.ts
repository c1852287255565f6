import { eq, sql } from "drizzle-orm";
import { afterAll, afterEach, beforeAll, describe, expect, it } from "vitest";
import type { Tx } from "@/db/client";
import { tickets } from "@/db/schema/tickets";
import { type Context, inTransaction } from "@/lib/base/context";
import { stopListening } from "@/lib/live/signals";
import { cookieOf, type LiveReader, readLive, type Seen } from "@/lib/testing/live-reader";
import { faultIn } from "@/lib/testing/tickets";
import { makeWorld, type World } from "@/lib/testing/world";
import { getTicket } from "@/lib/tickets/queries";

let world: World;
const open: LiveReader[] = [];

beforeAll(async () => {
  process.env.DEMO = "1";
  world = await makeWorld();
});
afterEach(() => {
  for (const reader of open.splice(0)) reader.leave();
});
afterAll(stopListening);

describe("a dropped stream", () => {
  it("resumes without a loss under 200 changes, some of them slow to commit", async () => {
    const references = await Promise.all(Array.from({ length: 8 }, () => faultIn(world)));
    const cookie = await cookieOf(await world.as("lead"));
    const last = new Map<string, number>();
    let [lastId, drops, isDone] = ["", 0, false];
    const take = (reader: LiveReader) => {
      for (const { event, data } of reader.seen) {
        expect(event).toBe("ticket");
        last.set(String(data.reference), Math.max(last.get(String(data.reference)) ?? 0, Number(data.version)));
      }
      lastId = reader.lastId();
    };
    const reader = await readLive(cookie);
    take(reader);
    const following = (async () => {
      let now = reader;
      while (!isDone) {
        await new Promise((done) => setTimeout(done, 30 + (drops % 5) * 25));
        now.leave();
        take(now);
        drops++;
        await new Promise((done) => setTimeout(done, (drops % 4) * 20));
        now = await readLive(cookie, { lastId });
      }
      await new Promise((done) => setTimeout(done, 600));
      take(now);
      now.leave();
    })();
    const lane = async (from: number) => {
      for (let n = from; n < 200; n += 4) await changeSlowly(world.portal(), references[n % 8] ?? "", (n % 7) * 12);
    };
    await Promise.all([lane(0), lane(1), lane(2), lane(3)]);
    isDone = true;
    await following;
    for (const reference of references) {
      const { version } = (await getTicket(world.portal(), reference)).ticket;
      expect([reference, last.get(reference)]).toEqual([reference, version]);
    }
    process.stdout.write(`\n200 changes over ${drops} drops: nothing lost\n`);
    expect(drops).toBeGreaterThan(3);
  });

  it("gets what began before its last event and was committed after it, while it was away", async () => {
    const cookie = await cookieOf(await world.as("lead"));
    const [slow, quick] = [await faultIn(world), await faultIn(world)];
    const reader = await readLive(cookie);
    open.push(reader);
    const { version } = (await getTicket(world.portal(), slow)).ticket;
    const isNew = ({ data }: Seen) => data.reference === slow && Number(data.version) > version;
    let commit = () => {};
    const held = new Promise<void>((done) => {
      commit = done;
    });
    let begun = () => {};
    const isMade = new Promise<void>((done) => {
      begun = done;
    });
    const under = change(world.portal(), slow, () => {
      begun();
      return held;
    });
    await isMade;
    await changeSlowly(world.portal(), quick, 0);
    await reader.until((seen) => seen.some(({ data }) => data.reference === quick && Number(data.version) > 1));
    reader.leave();
    expect(reader.seen.filter(isNew)).toEqual([]);
    commit();
    await under;
    const back = await readLive(cookie, { lastId: reader.lastId() });
    open.push(back);
    await back.until((seen) => seen.some(isNew));
  });

  it("is told to read all anew where too much has changed, or its id is not of this database", async () => {
    const cookie = await cookieOf(await world.as("lead"));
    const ahead = await readLive(cookie, { lastId: "999999999999" });
    open.push(ahead);
    await ahead.until((seen) => seen.some(({ event }) => event === "resync"));
    expect(Number(ahead.lastId())).toBeLessThan(999999999999);
    const before = await readLive(cookie);
    open.push(before);
    await before.until(() => before.lastId() !== "");
    before.leave();
    const like = await faultIn(world);
    await inTransaction(world.portal(), (tx) =>
      tx.execute(sql`insert into tickets select (jsonb_populate_record(t, jsonb_build_object(
        'id', gen_random_uuid(), 'reference', t.reference || '-' || n))).* from tickets t, generate_series(1, 501) n where t.reference = ${like}`),
    );
    const late = await readLive(cookie, { lastId: before.lastId() });
    open.push(late);
    await late.until((seen) => seen.some(({ event }) => event === "resync"));
    expect(late.tickets()).toEqual([]);
  });
});

/** A change that commits a while after it was made. */
const changeSlowly = (ctx: Context, reference: string, ms: number): Promise<void> =>
  change(ctx, reference, (tx) => tx.execute(sql`select pg_sleep(${ms / 1000})`));

/** A change that commits when `held` lets it. */
async function change(ctx: Context, reference: string, held: (tx: Tx) => Promise<unknown>): Promise<void> {
  await inTransaction(ctx, async (tx) => {
    await tx
      .update(tickets)
      .set({ version: sql`${tickets.version} + 1` })
      .where(eq(tickets.reference, reference));
    await held(tx);
  });
}
