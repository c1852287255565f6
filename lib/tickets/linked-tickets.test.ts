import { beforeAll, describe, expect, it } from "vitest";
import type { Context } from "@/lib/base/context";
import { Invalid, NotAllowed, NotFound, RuleBroken } from "@/lib/base/errors";
import { clocksOf, faultIn } from "@/lib/testing/tickets";
import { makeWorld, type World } from "@/lib/testing/world";
import { linkTickets, unlinkTickets } from "./link-tickets";
import { listLinks } from "./links";
import { mergeTicket } from "./merge-ticket";
import { pauseTicket } from "./pause-ticket";
import { getTicket } from "./queries";
import { resolveTicket } from "./resolve-ticket";
import { splitTicket } from "./split-ticket";
import { unmergeTicket } from "./unmerge-ticket";
import { writeComment } from "./write-comment";

let world: World;
let elsewhere: World;
let first: Context;

beforeAll(async () => {
  world = await makeWorld();
  elsewhere = await makeWorld("linderas");
  first = await world.as("first");
});

const linksOf = async (reference: string) =>
  (await listLinks(first, reference)).map(({ kind, direction, reference: other }) => `${kind} ${direction} ${other}`);

const parentAnd = async (parts: number) => {
  const parent = await faultIn(world);
  const children = await Promise.all(Array.from({ length: parts }, () => faultIn(world)));
  for (const other of children) await linkTickets(first, { reference: parent, other, as: "child" });
  return { parent, children };
};

describe("linkTickets and unlinkTickets", () => {
  it("ties two, read from either side, and unties them", async () => {
    const [a, b] = [await faultIn(world), await faultIn(world)];
    await linkTickets(first, { reference: a, other: b, as: "parent" });
    expect(await linksOf(a)).toEqual([`part_of to ${b}`]);
    expect(await linksOf(b)).toEqual([`part_of from ${a}`]);
    await expect(linkTickets(first, { reference: b, other: a, as: "related" })).rejects.toThrow(
      "tickets.alreadyLinked",
    );
    await unlinkTickets(first, { reference: b, other: a });
    expect(await linksOf(a)).toEqual([]);
    await expect(unlinkTickets(first, { reference: a, other: b })).rejects.toThrow("tickets.notLinked");
  });

  it("keeps a tree: one parent each, nobody above themselves, nobody tied to themselves", async () => {
    const { parent, children } = await parentAnd(1);
    const [child] = children;
    if (!child) throw new Error("no child");
    const grandchild = await faultIn(world);
    await linkTickets(first, { reference: child, other: grandchild, as: "child" });
    const tie = (reference: string, other: string, as: "parent" | "child") =>
      linkTickets(first, { reference, other, as });
    await expect(tie(await faultIn(world), child, "child")).rejects.toThrow("tickets.hasParent");
    await expect(tie(parent, grandchild, "parent")).rejects.toThrow("tickets.aboveItself");
    await expect(tie(parent, parent, "child")).rejects.toThrow("tickets.linkedToItself");
  });

  it("refuses the requester, another municipality, what one may not see, and an old version", async () => {
    const [reference, other] = [await faultIn(world), await faultIn(world)];
    const tie = { reference, other, as: "related" } as const;
    await expect(linkTickets(await world.as("staff"), tie)).rejects.toThrow(NotAllowed);
    await expect(linkTickets(await elsewhere.as("first"), tie)).rejects.toThrow(NotFound);
    const hidden = await faultIn(world, { category: "sensitive" });
    await expect(linkTickets(first, { ...tie, other: hidden })).rejects.toThrow(NotFound);
    await expect(linkTickets(first, { ...tie, version: 99 })).rejects.toThrow("errors.versionMismatch");
    await expect(unlinkTickets(await world.as("staff"), tie)).rejects.toThrow(NotAllowed);
    await expect(unlinkTickets(await elsewhere.as("first"), tie)).rejects.toThrow(NotFound);
  });

  it("of two who tie them at once, from either side, one wins", async () => {
    const [a, b] = [await faultIn(world), await faultIn(world)];
    const both = await Promise.allSettled([
      linkTickets(first, { reference: a, other: b, as: "related" }),
      linkTickets(await world.as("lead"), { reference: b, other: a, as: "related" }),
    ]);
    expect(both.map(({ status }) => status).sort()).toEqual(["fulfilled", "rejected"]);
    expect(await linksOf(a)).toHaveLength(1);
  });
});

describe("a parent's end", () => {
  const end = { resolution: "Växeln är bytt", code: "fixed" } as const;
  const statusOf = async (reference: string) => (await getTicket(first, reference)).ticket.status;

  it("asks what becomes of its open parts, and does as answered", async () => {
    const { parent, children } = await parentAnd(2);
    await expect(resolveTicket(first, { reference: parent, ...end })).rejects.toThrow(Invalid);
    expect(await statusOf(parent)).toBe("new");
    await resolveTicket(first, { reference: parent, ...end, children: "resolve" });
    expect(await Promise.all([parent, ...children].map(statusOf))).toEqual(Array(3).fill("resolved"));
  });

  it("may leave them open, and is not asked of parts that have ended", async () => {
    const { parent, children } = await parentAnd(1);
    await resolveTicket(first, { reference: parent, ...end, children: "leave" });
    expect(await Promise.all(children.map(statusOf))).toEqual(["new"]);
    const other = await parentAnd(1);
    await resolveTicket(first, { reference: other.children[0] ?? "", ...end });
    await resolveTicket(first, { reference: other.parent, ...end });
    expect(await statusOf(other.parent)).toBe("resolved");
  });
});

describe("splitTicket", () => {
  const message = async () => {
    const reference = await faultIn(world);
    const staff = await world.as("staff");
    const said = { reference, body: "Skrivaren krånglar också", visibility: "public" } as const;
    return { reference, comment: (await writeComment(staff, said)).id as string };
  };

  it("makes a message a ticket of its own, linked, the requester's, with clocks of its own", async () => {
    const on = await message();
    const { reference } = await splitTicket(first, { ...on, title: "Skrivaren", category: "printing" });
    const { ticket, clocks } = await getTicket(await world.as("staff"), reference);
    expect(ticket).toMatchObject({ title: "Skrivaren", description: "Skrivaren krånglar också", category: "printing" });
    expect(clocks.length).toBeGreaterThan(1);
    expect(await linksOf(on.reference)).toEqual([`split from ${reference}`]);
  });

  it("never gives an internal note away, nor another ticket's message", async () => {
    const on = await message();
    const note = { reference: on.reference, body: "Sköts dåligt", visibility: "internal" } as const;
    const { id } = await writeComment(first, note);
    const split = { ...on, title: "Nytt" };
    await expect(splitTicket(first, { ...split, comment: id as string })).rejects.toThrow("tickets.noteStays");
    await expect(splitTicket(first, { ...split, reference: await faultIn(world) })).rejects.toThrow(NotFound);
  });

  it("refuses the requester and another municipality, and lets one racer win by version", async () => {
    const on = { ...(await message()), title: "Nytt" };
    await expect(splitTicket(await world.as("staff"), on)).rejects.toThrow(NotAllowed);
    await expect(splitTicket(await elsewhere.as("first"), on)).rejects.toThrow(NotFound);
    const { version } = (await getTicket(first, on.reference)).ticket;
    const both = await Promise.allSettled([
      splitTicket(first, { ...on, version }),
      splitTicket(first, { ...on, version }),
    ]);
    expect(both.map(({ status }) => status).sort()).toEqual(["fulfilled", "rejected"]);
  });
});

describe("an undone merge", () => {
  const wait = {
    ...({ reason: "Fläkten är beställd", waitingFor: "supplier", supplier: "Granit" } as const),
    reviewAt: new Date("2026-12-21T08:00:00+01:00"),
  };
  const day = (date: number) => new Date(`2026-12-${date}T09:00:00+01:00`);

  it("leaves the ticket waiting for what it waited for", async () => {
    const [reference, into] = [await faultIn(world), await faultIn(world)];
    await pauseTicket(first, { reference, ...wait });
    await mergeTicket(await world.as("first", day(15)), { reference, into });
    await unmergeTicket(await world.as("first", day(16)), { reference });
    const { ticket, pause } = await getTicket(await world.as("first", day(16)), reference);
    expect(ticket).toMatchObject({ status: "paused", endedAs: null, nextSweepAt: expect.any(Date) });
    expect(pause).toMatchObject(wait);
    expect((await clocksOf(world, reference, day(16))).resolution).toMatch(/^paused/);
  });

  it("lets it go on where the day of review has passed meanwhile", async () => {
    const [reference, into] = [await faultIn(world), await faultIn(world)];
    await pauseTicket(first, { reference, ...wait });
    await mergeTicket(await world.as("first", day(15)), { reference, into });
    await unmergeTicket(await world.as("first", day(22)), { reference });
    expect((await getTicket(await world.as("first", day(22)), reference)).ticket.status).toBe("in_progress");
  });

  it("lets the answer's clock run on too, where nobody had answered", async () => {
    const [reference, into] = [await faultIn(world), await faultIn(world)];
    await mergeTicket(first, { reference, into });
    await unmergeTicket(first, { reference });
    expect((await clocksOf(world, reference)).response).toMatch(/^running/);
    expect((await getTicket(first, reference)).ticket.status).toBe("new");
  });

  it("cannot be asked of one who has broken no rule: an open ticket is not merged", async () => {
    await expect(unmergeTicket(first, { reference: await faultIn(world) })).rejects.toThrow(RuleBroken);
  });
});
