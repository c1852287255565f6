import { beforeAll, describe, expect, it } from "vitest";
import { faultIn } from "@/lib/testing/tickets";
import { makeWorld, type World } from "@/lib/testing/world";
import { mergeTicket } from "./merge-ticket";
import { listOwnLinks, listOwnTickets, type OwnCursor } from "./own-tickets";
import { solvedByRequester } from "./solved-by-requester";
import { writeComment } from "./write-comment";

let world: World;
beforeAll(async () => {
  world = await makeWorld();
});

const mine = async (filter: Parameters<typeof listOwnTickets>[1] = {}, who = "staff") =>
  (await listOwnTickets(await world.as(who), filter, { limit: 50 })).items.map(({ ticket }) => ticket.reference);

describe("listOwnTickets", () => {
  it("holds one's own alone, also for an agent, open ones first and page by page", async () => {
    const made: string[] = [];
    for (let n = 0; n < 5; n++) made.push(await faultIn(world, { title: `Fel nummer ${n}` }));
    const theirs = await faultIn(world, {}, "staff2");
    const staff = await world.as("staff");
    const [a, b, c, d, e] = made as [string, string, string, string, string];
    for (const reference of [b, e]) await solvedByRequester(staff, { reference });
    expect(await mine()).toEqual(expect.arrayContaining(made));
    expect(await mine()).not.toContain(theirs);
    expect(await mine({}, "first")).toEqual([]);
    const seen: string[] = [];
    let cursor: OwnCursor | undefined;
    do {
      const page = await listOwnTickets(staff, {}, { cursor, limit: 2 });
      seen.push(...page.items.map(({ ticket }) => ticket.reference));
      cursor = page.next ?? undefined;
    } while (cursor);
    expect(seen).toEqual(await mine());
    expect(new Set(seen.slice(0, 3))).toEqual(new Set([a, c, d]));
    expect(await mine({ isOpen: true })).not.toContain(b);
  });

  it("is searched by number, by words and by what was said, never by the desk's notes", async () => {
    const reference = await faultIn(world, { title: "Plattan pyser", description: "Den luktar" });
    const first = await world.as("first");
    await writeComment(first, { reference, body: "Vilken färg har batteriet?", visibility: "public" });
    await writeComment(first, { reference, body: "Misstänker hemlighet", visibility: "internal" });
    for (const q of [reference, reference.replace("-", ""), "pyser", "LUKTAR", "batteriet"])
      expect(await mine({ q }), q).toEqual([reference]);
    for (const q of ["hemlighet", "100%", "_"]) expect(await mine({ q }), q).toEqual([]);
  });

  it("finds what is like something new by category or device, and what is unsorted by its device alone", async () => {
    const reference = await faultIn(world, { category: "printing", device: "DMPZ0000LIKE" });
    const like = (category: string, device: string | null) => mine({ isOpen: true, like: { category, device } });
    expect(await like("printing", null)).toContain(reference);
    expect(await like("network/wifi", "DMPZ0000LIKE")).toEqual([reference]);
    await faultIn(world, { category: "other" });
    expect(await like("other", null)).toEqual([]);
  });
});

describe("listOwnLinks", () => {
  it("tells of one's own tickets alone", async () => {
    const [own, twin, theirs] = [await faultIn(world), await faultIn(world), await faultIn(world, {}, "staff2")];
    const first = await world.as("first");
    await mergeTicket(first, { reference: twin, into: own });
    await mergeTicket(first, { reference: theirs, into: own });
    const links = await listOwnLinks(await world.as("staff"), own);
    expect(links.map(({ reference }) => reference)).toEqual([twin]);
  });
});
