import { beforeAll, describe, expect, it } from "vitest";
import type { Context } from "@/lib/base/context";
import { Invalid, NotAllowed, NotFound, RuleBroken } from "@/lib/base/errors";
import { lettersTo } from "@/lib/testing/mails";
import { faultIn } from "@/lib/testing/tickets";
import { makeWorld, type World } from "@/lib/testing/world";
import { addMember } from "./add-member";
import { addQueue } from "./add-queue";
import { assignTicket } from "./assign-ticket";
import { changeQueue } from "./change-queue";
import { findNewMembers } from "./find-new-members";
import { getTicket } from "./queries";
import { getQueueSetup, listQueueSetup } from "./queue-setup";
import { removeMember } from "./remove-member";
import { TransferTicket } from "./schema";
import { transferTicket } from "./transfer-ticket";

let world: World;
let elsewhere: World;
let lead: Context;

beforeAll(async () => {
  world = await makeWorld();
  elsewhere = await makeWorld("linderas");
  lead = await world.as("lead");
});

const idOf = async (who: string, place = world) => {
  const { actor } = await place.as(who);
  return actor.kind === "person" ? actor.personId : "";
};
const membersOf = async (slug: string) => (await getQueueSetup(lead, slug)).people.map(({ email }) => email);
const both = async (act: () => Promise<unknown>) =>
  (await Promise.allSettled([act(), act()])).map(({ status }) => status).sort();

describe("a new queue", () => {
  it("is there, unstaffed, and of two of one name there is one; another municipality may have the same", async () => {
    expect(await both(() => addQueue(lead, { name: "Skolans enheter", line: 2 }))).toEqual(["fulfilled", "rejected"]);
    const found = (await listQueueSetup(lead)).find(({ slug }) => slug === "skolans-enheter");
    expect(found).toMatchObject({ name: "Skolans enheter", line: 2, members: 0, openTickets: 0, isClosed: false });
    await expect(addQueue(lead, { name: "skolans  enheter", line: 1 })).rejects.toThrow(Invalid);
    await addQueue(await elsewhere.as("lead"), { name: "Skolans enheter", line: 1 });
  });

  it("is made, seen and staffed by those who set up the desk alone", async () => {
    const [first, person] = [await world.as("first"), await idOf("first")];
    await expect(addQueue(first, { name: "Min kö", line: 1 })).rejects.toThrow(NotAllowed);
    for (const act of [addMember, removeMember])
      await expect(act(first, { queue: "line-2", person })).rejects.toThrow(NotAllowed);
    expect(() => listQueueSetup(first)).toThrow(NotAllowed);
    expect(() => getQueueSetup(first, "line-1")).toThrow(NotAllowed);
    expect(() => findNewMembers(first, person, "Maja")).toThrow(NotAllowed);
  });
});

describe("a member", () => {
  it("is added once, works the queue at once, and is removed once", async () => {
    const on = { queue: "line-3", person: await idOf("secretary") };
    expect(await both(() => addMember(lead, on))).toEqual(["fulfilled", "rejected"]);
    expect(await membersOf("line-3")).toContain(`secretary@${world.slug}.example`);
    await expect(addMember(lead, on)).rejects.toThrow("tickets.alreadyMember");
    expect(await both(() => removeMember(lead, on))).toEqual(["fulfilled", "rejected"]);
    expect(await membersOf("line-3")).not.toContain(`secretary@${world.slug}.example`);
    await expect(removeMember(lead, on)).rejects.toThrow("tickets.notMember");
  });

  it("is one of the municipality's own, and so is the queue", async () => {
    const stranger = await idOf("first", elsewhere);
    await expect(addMember(lead, { queue: "line-3", person: stranger })).rejects.toThrow(NotFound);
    await expect(removeMember(lead, { queue: "line-3", person: stranger })).rejects.toThrow(RuleBroken);
    await addQueue(lead, { name: "Bara vår", line: 1 });
    const theirs = await elsewhere.as("lead");
    await expect(addMember(theirs, { queue: "bara-var", person: stranger })).rejects.toThrow(Invalid);
    await expect(getQueueSetup(theirs, "bara-var")).rejects.toThrow(NotFound);
  });

  it("who leaves lets go of their open tickets there, so that a confidential one is theirs to read no more", async () => {
    await addMember(lead, { queue: "sensitive", person: await idOf("third") });
    const reference = await faultIn(world, { category: "sensitive" });
    await assignTicket(await world.as("second"), { reference, assignee: `third@${world.slug}.example` });
    await getTicket(await world.as("third"), reference);
    await removeMember(lead, { queue: "sensitive", person: await idOf("third") });
    await expect(getTicket(await world.as("third"), reference)).rejects.toThrow(NotFound);
    expect((await getTicket(await world.as("second"), reference)).ticket.assigneeId).toBeNull();
  });

  it("who is the last one cannot leave open tickets to nobody", async () => {
    await faultIn(world, { category: "sensitive" });
    const on = { queue: "sensitive", person: await idOf("second") };
    await expect(removeMember(lead, on)).rejects.toThrow("tickets.queueHolds");
    expect(await membersOf("sensitive")).toEqual([`second@${world.slug}.example`]);
  });

  it("leaves while somebody hands over their ticket: both are done, and the ticket is nobody's who is gone", async () => {
    await addMember(lead, { queue: "line-2", person: await idOf("third") });
    const reference = await faultIn(world, { category: "mobile" });
    await assignTicket(await world.as("second"), { reference, assignee: `third@${world.slug}.example` });
    const note = { known: "Allt", tried: "Inget", asked: "Se loggen" };
    const transfer = TransferTicket.parse({ line: 1, queue: "line-1", reason: "Hör hemma där", note });
    await Promise.all([
      removeMember(lead, { queue: "line-2", person: await idOf("third") }),
      transferTicket(await world.as("second"), { reference, ...transfer }),
    ]);
    expect((await getTicket(world.portal(), reference)).ticket.assigneeId).toBeNull();
  });

  it("is found by the beginning of a name or by the address, until they work the queue", async () => {
    const { id } = await getQueueSetup(lead, "meeting-documents");
    const found = async (q: string) => (await findNewMembers(lead, id, q)).map(({ email }) => email);
    expect(await found("Samir")).toEqual([`first@${world.slug}.example`]);
    expect(await found(`first@${world.slug}.example`)).toEqual([`first@${world.slug}.example`]);
    expect(await found("%%")).toEqual([]);
    expect(await found("S")).toEqual([]);
    expect(await found(`first@${elsewhere.slug}.example`)).toEqual([]);
    expect(await found(`secretary@${world.slug}.example`)).toEqual([]);
  });
});

describe("a queue's name and supplier", () => {
  const supplier = { name: "Leverantören", address: "support@leverantor.example", reference: "AVT-1174" };

  it("are changed one at a time, and the supplier reads in the letter what it knows us by", async () => {
    await changeQueue(lead, { queue: "line-3", supplier });
    await changeQueue(lead, { queue: "line-3", name: "Specialister" });
    expect(await getQueueSetup(lead, "line-3")).toMatchObject({ name: "Specialister", supplier });
    const note = { known: "Felet kvarstår", tried: "Startat om", asked: "Se loggen" };
    const reference = await faultIn(world);
    const transfer = TransferTicket.parse({ line: 3, queue: "line-3", reason: "Hör hemma där", note });
    await transferTicket(await world.as("first"), { reference, ...transfer });
    const [letter] = await lettersTo(world, supplier.address);
    expect(JSON.stringify(letter?.content)).toContain("AVT-1174");
    await changeQueue(lead, { queue: "line-3", supplier: null });
    expect((await getQueueSetup(lead, "line-3")).supplier).toBeNull();
  });
});
