import { beforeAll, describe, expect, it } from "vitest";
import type { Context } from "@/lib/base/context";
import { Conflict, Invalid, NotAllowed, NotFound } from "@/lib/base/errors";
import { faultIn } from "@/lib/testing/tickets";
import { makeWorld, type World } from "@/lib/testing/world";
import { listChecklists } from "./list-checklists";
import { retireChecklist } from "./retire-checklist";
import { WriteChecklist } from "./schema";
import { listTicketChecklists, tickItem } from "./ticket-checklists";
import { writeChecklist } from "./write-checklist";

let world: World;
let elsewhere: World;
let lead: Context;

beforeAll(async () => {
  world = await makeWorld();
  elsewhere = await makeWorld("linderas");
  lead = await world.as("lead");
});

const row = (text: string, key = "") => ({ text, key, isRequired: false });
const listOf = (name: string, changes: object = {}) =>
  WriteChecklist.parse({ name, items: [row("Fråga"), row(""), row("Svara")], holdsBack: false, ...changes });
const setupOf = async (slug: string) => (await listChecklists(lead)).find((each) => each.slug === slug);

describe("a checklist", () => {
  it("is made once of a name, without its empty rows, and stands on the tickets it is for", async () => {
    const wanted = listOf("Vid återlämning", { category: "ipad/return" });
    const outcomes = await Promise.allSettled([writeChecklist(lead, wanted), writeChecklist(lead, wanted)]);
    expect(outcomes.map(({ status }) => status).sort()).toEqual(["fulfilled", "rejected"]);
    const reference = await faultIn(world, { category: "ipad/return" });
    const [list] = await listTicketChecklists(lead, reference);
    expect(list).toMatchObject({ slug: "vid-aterlamning", items: [{ text: "Fråga" }, { text: "Svara" }] });
    expect((await listChecklists(await elsewhere.as("lead"))).map(({ slug }) => slug)).not.toContain("vid-aterlamning");
  });

  it("that is changed keeps what is ticked, and of two from the same version the second hears of the first", async () => {
    await writeChecklist(lead, listOf("Vid stöld", { category: "ipad/lost" }));
    const { items = [], version } = (await setupOf("vid-stold")) ?? {};
    const reference = await faultIn(world, { category: "ipad/lost" });
    await tickItem(lead, { reference, checklist: "vid-stold", item: items[0]?.key ?? "", isDone: true });
    const changed = { slug: "vid-stold", basedOn: version, category: "ipad/lost" };
    const renamed = listOf("Vid stöld", { ...changed, items: [row("Spärra först", items[0]?.key), row("Polisanmäl")] });
    await writeChecklist(lead, renamed);
    await expect(writeChecklist(await world.as("admin"), renamed)).rejects.toThrow(Conflict);
    const [list] = await listTicketChecklists(lead, reference);
    expect(list?.items.map(({ text, done }) => [text, done !== null])).toEqual([
      ["Spärra först", true],
      ["Polisanmäl", false],
    ]);
  });

  it("that is retired is on no ticket, once; saved again it is back, but not by whoever read it before", async () => {
    await writeChecklist(lead, listOf("Tillfällig"));
    const reference = await faultIn(world);
    const onTicket = async () => (await listTicketChecklists(lead, reference)).map(({ slug }) => slug);
    expect(await onTicket()).toContain("tillfallig");
    const { version } = (await setupOf("tillfallig")) ?? {};
    await expect(retireChecklist(await elsewhere.as("lead"), { slug: "tillfallig" })).rejects.toThrow(NotFound);
    const both = await Promise.allSettled([1, 2].map(() => retireChecklist(lead, { slug: "tillfallig" })));
    expect(both.map(({ status }) => status).sort()).toEqual(["fulfilled", "rejected"]);
    expect(await onTicket()).not.toContain("tillfallig");
    const late = writeChecklist(lead, listOf("Tillfällig", { slug: "tillfallig", basedOn: version }));
    await expect(late).rejects.toThrow(Conflict);
    const now = (await setupOf("tillfallig"))?.version;
    await writeChecklist(lead, listOf("Tillfällig", { slug: "tillfallig", basedOn: now }));
    expect(await onTicket()).toContain("tillfallig");
  });

  it("has an item, and a category that is there", async () => {
    await expect(writeChecklist(lead, listOf("Tom", { items: [row("")] }))).rejects.toThrow(Invalid);
    await expect(writeChecklist(lead, listOf("Vilse", { category: "nothing" }))).rejects.toThrow(Invalid);
    expect(WriteChecklist.safeParse({ name: "Kort", items: [row("x")], holdsBack: false }).success).toBe(false);
  });

  it("is written, retired and seen whole by those who set up the desk alone", async () => {
    const first = await world.as("first");
    await expect(writeChecklist(first, listOf("Min"))).rejects.toThrow(NotAllowed);
    await expect(retireChecklist(first, { slug: "forgotten-passcode" })).rejects.toThrow(NotAllowed);
    await expect(listChecklists(first)).rejects.toThrow(NotAllowed);
  });
});
