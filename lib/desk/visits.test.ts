import { beforeAll, describe, expect, it } from "vitest";
import { type Context, read } from "@/lib/base/context";
import { Conflict, Invalid, NotAllowed, NotFound, RuleBroken } from "@/lib/base/errors";
import { faultIn } from "@/lib/testing/tickets";
import { makeWorld, type World } from "@/lib/testing/world";
import { resolveTicket } from "@/lib/tickets/resolve-ticket";
import { bookVisit, freeSlots } from "./book-visit";
import { comingVisit, listVisits } from "./list-visits";
import { slotCapacity } from "./visit-slots";
import { checkIdentity, moveVisit } from "./work-visit";

let world: World;
let elsewhere: World;
let nextSlot = 0;

beforeAll(async () => {
  world = await makeWorld();
  elsewhere = await makeWorld("linderas");
});

const tuesday = "2026-12-15";
const free = (ctx: Context) => read(ctx, (tx) => freeSlots(ctx, tx, tuesday));

async function aSlot(ctx: Context): Promise<Date> {
  const slots = await free(ctx);
  return slots[nextSlot++] ?? new Date(0);
}

async function arrived(reference: string): Promise<string> {
  const { id } = await bookVisit(await world.as("staff"), { reference });
  await moveVisit(await world.as("first"), { visitId: id, move: "arrive" });
  return id;
}

describe("bookVisit", () => {
  it("books a free slot, or drops in while the walk-in is open, by requester or agent", async () => {
    const [staff, first] = [await world.as("staff"), await world.as("first")];
    const [booked, dropped] = [await faultIn(world), await faultIn(world)];
    const startsAt = await aSlot(first);
    expect(await bookVisit(staff, { reference: booked, startsAt })).toMatchObject({ kind: "booked", startsAt });
    expect(await bookVisit(first, { reference: dropped })).toMatchObject({ kind: "drop_in", startsAt: first.now });
    const evening = await world.as("first", new Date("2026-12-14T18:00:00+01:00"));
    const later = await bookVisit(evening, { reference: await faultIn(world) });
    expect(later.startsAt).toEqual(new Date("2026-12-15T08:00:00+01:00"));
    expect(await comingVisit(staff, booked)).toMatchObject({ status: "booked", reference: booked });
  });

  it("refuses no slot, a second visit, an ended ticket, strangers and other municipalities", async () => {
    const [staff, first] = [await world.as("staff"), await world.as("first")];
    const reference = await faultIn(world);
    const walkIn = new Date("2026-12-15T08:30:00+01:00");
    for (const startsAt of [walkIn, new Date("2026-12-14T08:00:00+01:00"), new Date("2026-12-19T11:00:00+01:00")])
      await expect(bookVisit(staff, { reference, startsAt })).rejects.toBeInstanceOf(Invalid);
    await expect(bookVisit(await world.as("staff2"), { reference })).rejects.toBeInstanceOf(NotFound);
    await expect(bookVisit(await world.as("admin"), { reference })).rejects.toBeInstanceOf(NotAllowed);
    await expect(bookVisit(await elsewhere.as("first"), { reference })).rejects.toBeInstanceOf(NotFound);
    await bookVisit(staff, { reference });
    await expect(bookVisit(staff, { reference })).rejects.toBeInstanceOf(RuleBroken);
    const ended = await faultIn(world);
    await resolveTicket(first, { reference: ended, resolution: "Omstart", code: "fixed" });
    await expect(bookVisit(staff, { reference: ended })).rejects.toBeInstanceOf(RuleBroken);
  });

  it("gives the last place of a slot to one of many at once", async () => {
    const first = await world.as("first");
    const startsAt = await aSlot(first);
    const references = await Promise.all(Array.from({ length: 6 }, () => faultIn(world)));
    const outcomes = await Promise.allSettled(references.map((reference) => bookVisit(first, { reference, startsAt })));
    expect(outcomes.filter(({ status }) => status === "fulfilled")).toHaveLength(slotCapacity);
    for (const each of outcomes) if (each.status === "rejected") expect(each.reason).toBeInstanceOf(Invalid);
    expect((await free(first)).map(Number)).not.toContain(startsAt.getTime());
  });

  it("leaves one visit where the same ticket is booked twice at once", async () => {
    const reference = await faultIn(world);
    const first = await world.as("first");
    const both = await Promise.allSettled([bookVisit(first, { reference }), bookVisit(first, { reference })]);
    expect(both.map(({ status }) => status).sort()).toEqual(["fulfilled", "rejected"]);
  });
});

describe("moveVisit", () => {
  it("goes from booked to arrived to done, and lists the day by time", async () => {
    const first = await world.as("first");
    const reference = await faultIn(world);
    const visitId = await arrived(reference);
    await moveVisit(first, { visitId, move: "finish" });
    const day = await listVisits(first, new Date("2026-12-13T23:00:00Z"), new Date("2026-12-14T23:00:00Z"));
    expect(day.find((each) => each.id === visitId)).toMatchObject({ status: "done", reference });
    expect(day.map(({ startsAt }) => Number(startsAt))).toEqual(day.map(({ startsAt }) => Number(startsAt)).sort());
    expect(await comingVisit(first, reference)).toBeNull();
  });

  it("is the desk's, but calling off is the requester's too; nobody is missed before the time", async () => {
    const [staff, first] = [await world.as("staff"), await world.as("first")];
    const reference = await faultIn(world);
    const { id: visitId } = await bookVisit(staff, { reference, startsAt: await aSlot(first) });
    await expect(moveVisit(staff, { visitId, move: "arrive" })).rejects.toBeInstanceOf(NotAllowed);
    await expect(moveVisit(first, { visitId, move: "miss" })).rejects.toBeInstanceOf(RuleBroken);
    await expect(moveVisit(await elsewhere.as("first"), { visitId, move: "arrive" })).rejects.toBeInstanceOf(NotFound);
    await expect(moveVisit(await world.as("staff2"), { visitId, move: "cancel" })).rejects.toBeInstanceOf(NotFound);
    const both = [moveVisit(staff, { visitId, move: "cancel" }), moveVisit(first, { visitId, move: "arrive" })];
    const lost = (await Promise.allSettled(both)).flatMap((each) => (each.status === "rejected" ? [each.reason] : []));
    expect(lost).toHaveLength(1);
    expect(lost[0]).toBeInstanceOf(Conflict);
  });

  it("hides the visit of a ticket that one may not see", async () => {
    const hidden = await faultIn(world, { category: "sensitive" });
    const { id: visitId } = await bookVisit(await world.as("staff"), { reference: hidden });
    const first = await world.as("first");
    const day = await listVisits(first, new Date("2026-12-13T23:00:00Z"), new Date("2026-12-14T23:00:00Z"));
    expect(day.map(({ reference }) => reference)).not.toContain(hidden);
    await expect(moveVisit(first, { visitId, move: "arrive" })).rejects.toBeInstanceOf(NotFound);
  });
});

describe("a password", () => {
  const reset = { resolution: "Lösenordet återställdes på plats", code: "password_reset" } as const;

  it("is reset only after somebody has seen who it is, once, and nothing but the kind of document is kept", async () => {
    const first = await world.as("first");
    const reference = await faultIn(world, { category: "account" });
    await expect(resolveTicket(first, { reference, ...reset })).rejects.toMatchObject({
      key: "tickets.identityUnseen",
    });
    const visitId = await arrived(reference);
    await expect(resolveTicket(first, { reference, ...reset })).rejects.toBeInstanceOf(RuleBroken);
    const seen = [1, 2].map(() => checkIdentity(first, { visitId, identityBy: "id_card" }));
    const outcomes = (await Promise.allSettled(seen)).map(({ status }) => status).sort();
    expect(outcomes).toEqual(["fulfilled", "rejected"]);
    await resolveTicket(first, { reference, ...reset });
  });

  it("is not for who is not there, not by oneself, and not by staff", async () => {
    const first = await world.as("first");
    const reference = await faultIn(world, { category: "account" });
    const { id: visitId } = await bookVisit(first, { reference });
    const seen = { visitId, identityBy: "passport" } as const;
    await expect(checkIdentity(first, seen)).rejects.toBeInstanceOf(Conflict);
    await moveVisit(first, { visitId, move: "arrive" });
    await expect(checkIdentity(await world.as("staff"), seen)).rejects.toBeInstanceOf(NotAllowed);
    await expect(checkIdentity(await elsewhere.as("first"), seen)).rejects.toBeInstanceOf(NotFound);
    const own = await faultIn(world, { category: "account" }, "first");
    const mine = await bookVisit(first, { reference: own });
    await moveVisit(first, { visitId: mine.id, move: "arrive" });
    await expect(checkIdentity(first, { ...seen, visitId: mine.id })).rejects.toBeInstanceOf(NotAllowed);
  });
});
