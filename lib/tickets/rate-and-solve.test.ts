import { beforeAll, describe, expect, it } from "vitest";
import { letters } from "@/db/schema/history";
import { read } from "@/lib/base/context";
import { NotAllowed, NotFound, RuleBroken } from "@/lib/base/errors";
import { faultIn } from "@/lib/testing/tickets";
import { makeWorld, type World } from "@/lib/testing/world";
import { listRatings } from "./list-ratings";
import { getOwnTicket } from "./own-tickets";
import { getTicket } from "./queries";
import { RateTicket, rateTicket } from "./rate-ticket";
import { reopenTicket } from "./reopen-ticket";
import { resolveTicket } from "./resolve-ticket";
import { ResolveTicket } from "./schema";
import { solvedByRequester } from "./solved-by-requester";

let world: World;
let elsewhere: World;
beforeAll(async () => {
  world = await makeWorld();
  elsewhere = await makeWorld("linderas");
});

const later = (day: string) => new Date(`2026-12-${day}T10:00:00+01:00`);
const resolve = async (reference: string, at?: Date) =>
  resolveTicket(await world.as("first", at), { reference, ...ResolveTicket.parse({ resolution: "Synkar igen" }) });

async function resolved(): Promise<string> {
  const reference = await faultIn(world);
  await resolve(reference);
  return reference;
}

const rate = async (reference: string, rating: string, text = "", who = "staff", at?: Date) =>
  rateTicket(await world.as(who, at), { reference, ...RateTicket.parse({ rating, text }) });

const said = async (reference: string, who = "staff") =>
  (await listRatings(await world.as(who), reference)).map(({ rating, text, isCurrent }) => [rating, text, isCurrent]);

describe("rateTicket", () => {
  it("keeps one answer a solution, which may be changed, and moves no version", async () => {
    const reference = await resolved();
    const { version } = (await getTicket(await world.as("first"), reference)).ticket;
    await rate(reference, "partly", "Det tog tid");
    await rate(reference, "yes");
    expect(await said(reference)).toEqual([["yes", "", true]]);
    expect(await said(reference, "first")).toEqual([["yes", "", true]]);
    expect((await getTicket(await world.as("first"), reference)).ticket.version).toBe(version);
  });

  it("begins anew when the ticket is resolved again; the earlier answer stays", async () => {
    const reference = await resolved();
    await rate(reference, "no", "Samma fel igen");
    await reopenTicket(await world.as("staff", later("15")), { reference, reason: "Felet är tillbaka" });
    await resolve(reference, later("16"));
    expect(await said(reference)).toEqual([["no", "Samma fel igen", false]]);
    await rate(reference, "yes", "", "staff", later("16"));
    expect(await said(reference)).toEqual([
      ["no", "Samma fel igen", false],
      ["yes", "", true],
    ]);
  });

  it("is the requester's alone, not an agent's, a colleague's or another organisation's", async () => {
    const reference = await resolved();
    await expect(rate(reference, "yes", "", "first")).rejects.toThrow(NotAllowed);
    await expect(rate(reference, "yes", "", "staff2")).rejects.toThrow(NotFound);
    const stranger = await elsewhere.as("staff");
    await expect(rateTicket(stranger, { reference, rating: "yes", text: "" })).rejects.toThrow(NotFound);
    await expect(listRatings(stranger, reference)).rejects.toThrow(NotFound);
    expect(await said(reference)).toEqual([]);
  });

  it("comes neither before the solution nor after closing", async () => {
    const open = await faultIn(world);
    await expect(rate(open, "yes")).rejects.toThrow(RuleBroken);
    const reference = await resolved();
    await rate(reference, "yes");
    await solvedByRequester(await world.as("staff"), { reference });
    await expect(rate(reference, "no")).rejects.toThrow(RuleBroken);
    expect(await said(reference)).toEqual([["yes", "", true]]);
  });

  it("of two at once keeps one", async () => {
    const reference = await resolved();
    await Promise.all([rate(reference, "yes"), rate(reference, "no")]);
    expect(await said(reference)).toHaveLength(1);
  });
});

describe("solvedByRequester", () => {
  it.each([
    ["Jag startade om", "Jag startade om"],
    ["", "Det löste sig"],
  ])("ends an open ticket as theirs, with %j as its solution", async (line, resolution) => {
    const reference = await faultIn(world);
    const staff = await world.as("staff");
    await solvedByRequester(staff, { reference, line });
    expect((await getTicket(staff, reference)).ticket).toMatchObject({
      ...{ status: "closed", resolution, resolutionCode: "by_requester", endedAs: "resolved" },
      verdict: expect.objectContaining({ state: "met" }),
    });
  });

  it("closes what is resolved, and leaves the agent's solution as it is", async () => {
    const reference = await resolved();
    await solvedByRequester(await world.as("staff"), { reference, line: "Ja tack" });
    expect((await getTicket(await world.as("first"), reference)).ticket).toMatchObject({
      ...{ status: "closed", resolution: "Synkar igen", resolutionCode: "fixed" },
    });
  });

  it("is the requester's alone", async () => {
    const reference = await faultIn(world);
    await expect(solvedByRequester(await world.as("first"), { reference })).rejects.toThrow(NotAllowed);
    await expect(solvedByRequester(await world.as("staff2"), { reference })).rejects.toThrow(NotFound);
    await expect(solvedByRequester(await elsewhere.as("staff"), { reference })).rejects.toThrow(NotFound);
    expect((await getTicket(world.portal(), reference)).ticket.status).toBe("new");
  });

  it("of two at once ends it once", async () => {
    const reference = await faultIn(world);
    const staff = await world.as("staff");
    const both = await Promise.allSettled([1, 2].map(() => solvedByRequester(staff, { reference })));
    expect(both.map(({ status }) => status).sort()).toEqual(["fulfilled", "rejected"]);
  });
});

describe("the letter of a solution", () => {
  it("says until when it opens again, that no thanks are needed, and asks whether it was good", async () => {
    const reference = await resolved();
    const { ticket } = await getTicket(world.portal(), reference);
    const all = await read(world.portal(), (tx) => tx.select().from(letters));
    const letter = all.find(({ dedupeKey }) => dedupeKey.startsWith(`ticket.resolved:${ticket.id}`));
    const text = JSON.stringify(letter?.content);
    expect(text).toContain("Svara senast mån 21 dec 2026");
    expect(text).toContain("Du behöver inte tacka");
    expect(text).toContain("Blev det bra?");
    expect(text).toContain(`/tickets/${reference}`);
  });
});

describe("one's own ticket", () => {
  it("is there for its requester alone: an agent has the desk's page, a colleague nothing", async () => {
    const reference = await faultIn(world);
    expect((await getOwnTicket(await world.as("staff"), reference)).ticket.reference).toBe(reference);
    for (const who of ["staff2", "first", "lead", "admin"])
      await expect(getOwnTicket(await world.as(who), reference), who).rejects.toThrow(NotFound);
  });
});
