import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { systemNow } from "@/lib/base/clock";
import type { Context } from "@/lib/base/context";
import { NotAllowed, NotFound } from "@/lib/base/errors";
import { stopListening } from "@/lib/live/signals";
import { cookieOf, type LiveReader, readLive } from "@/lib/testing/live-reader";
import { faultIn } from "@/lib/testing/tickets";
import { makeWorld, type World } from "@/lib/testing/world";
import { forgottenAfterMs, listPresent, notePresence } from "./presence";

let world: World;
let elsewhere: World;

beforeAll(async () => {
  process.env.DEMO = "1";
  world = await makeWorld();
  elsewhere = await makeWorld("linderas");
});
afterAll(stopListening);

const note = (ctx: Context, reference: string, isWriting = false, at?: Date) =>
  notePresence(ctx, { reference, isWriting, isLeaving: false }, at);

const namesFor = async (ctx: Context, reference: string, at?: Date) => {
  const all = await listPresent([ctx], null, at);
  const found = all.find((each) => each.reference === reference);
  return found?.mayKnow[0] ? found.persons.map(({ name, isWriting }) => [name, isWriting]) : [];
};
const nameOf = (ctx: Context) => (ctx.actor.kind === "person" ? ctx.actor.name : "");

describe("notePresence", () => {
  it("says who is there and who writes, once a person", async () => {
    const [first, lead] = [await world.as("first"), await world.as("lead")];
    const reference = await faultIn(world);
    await Promise.all([note(first, reference), note(first, reference), note(lead, reference, true)]);
    const both = [nameOf(lead), nameOf(first)].sort((a, b) => a.localeCompare(b, "sv"));
    const seen = await namesFor(lead, reference);
    expect(seen.map(([name]) => name).sort()).toEqual(both);
    expect(new Map(seen as [string, boolean][]).get(nameOf(lead))).toBe(true);
  });

  it("forgets after forty seconds, and at once who leaves", async () => {
    const first = await world.as("first");
    const [reference, other] = [await faultIn(world), await faultIn(world)];
    const at = systemNow();
    await note(first, reference, false, at);
    const later = (ms: number) => new Date(at.getTime() + ms);
    expect(await namesFor(first, reference, later(forgottenAfterMs - 1))).toHaveLength(1);
    expect(await namesFor(first, reference, later(forgottenAfterMs))).toEqual([]);
    await note(first, other);
    await notePresence(first, { reference: other, isWriting: false, isLeaving: true });
    expect(await namesFor(first, other)).toEqual([]);
  });

  it("refuses those who may not work it, and hides what is hidden", async () => {
    const reference = await faultIn(world);
    const hidden = await faultIn(world, { category: "sensitive" });
    await expect(note(await world.as("staff"), reference)).rejects.toBeInstanceOf(NotAllowed);
    await expect(note(await world.as("admin"), reference)).rejects.toBeInstanceOf(NotAllowed);
    for (const who of ["staff2", "manager"])
      await expect(note(await world.as(who), reference)).rejects.toBeInstanceOf(NotFound);
    await expect(note(await world.as("lead"), hidden)).rejects.toBeInstanceOf(NotFound);
    await expect(note(await elsewhere.as("lead"), reference)).rejects.toBeInstanceOf(NotFound);
  });

  it("is never told to a requester, to whoever may only read, or of a ticket that one may not see", async () => {
    const reference = await faultIn(world);
    const hidden = await faultIn(world, { category: "sensitive" });
    const [first, second] = [await world.as("first"), await world.as("second")];
    await note(first, reference);
    await note(second, hidden);
    for (const who of ["staff", "admin", "manager", "staff2"])
      expect([who, await namesFor(await world.as(who), reference)]).toEqual([who, []]);
    expect(await namesFor(await world.as("lead"), reference)).toEqual([[nameOf(first), false]]);
    expect(await namesFor(await world.as("lead"), hidden)).toEqual([]);
    const own = await faultIn(world, {}, "first");
    await note(await world.as("lead"), own);
    expect(await namesFor(first, own)).toEqual([]);
  });
});

describe("on another's screen", () => {
  it("comes when somebody opens the ticket, writes and leaves; one's own is left out", async () => {
    const [first, lead] = [await world.as("first"), await world.as("lead")];
    const reference = await faultIn(world);
    const [mine, theirs, requesters] = await Promise.all(
      [first, lead, await world.as("staff")].map(async (ctx) => readLive(await cookieOf(ctx))),
    );
    const last = (reader: LiveReader | undefined) =>
      reader?.seen.filter(({ event, data }) => event === "presence" && data.reference === reference).at(-1)?.data
        .persons;
    await note(first, reference);
    await theirs?.until(
      () => JSON.stringify(last(theirs)) === JSON.stringify([{ name: nameOf(first), isWriting: false }]),
    );
    await note(first, reference, true);
    await theirs?.until(
      () => JSON.stringify(last(theirs)) === JSON.stringify([{ name: nameOf(first), isWriting: true }]),
    );
    const late = await readLive(await cookieOf(lead));
    await late.until(() => last(late) !== undefined);
    await notePresence(first, { reference, isWriting: false, isLeaving: true });
    await theirs?.until(() => JSON.stringify(last(theirs)) === "[]");
    expect([last(mine), last(requesters)]).toEqual([undefined, undefined]);
    for (const reader of [mine, theirs, requesters, late]) reader?.leave();
  });
});
