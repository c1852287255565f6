import { and, eq } from "drizzle-orm";
import { beforeAll, describe, expect, it } from "vitest";
import { history } from "@/db/schema/history";
import { persons } from "@/db/schema/people";
import { type Context, inTransaction, read } from "@/lib/base/context";
import { Conflict, DomainError, Invalid, NotAllowed, NotFound, RuleBroken } from "@/lib/base/errors";
import { newId } from "@/lib/base/ids";
import { faultIn } from "@/lib/testing/tickets";
import { makeWorld, mondayMorning, type World } from "@/lib/testing/world";
import { declareDisruption } from "./declare-disruption";
import { getDeskDisruption } from "./desk-disruption";
import { endDisruption } from "./end-disruption";
import { exportTimeline } from "./export-timeline";
import { followDisruption } from "./follow-disruption";
import { linkTicket, unlinkTicket } from "./link-ticket";
import { markSignificant } from "./mark-significant";
import { currentDisruptions, getDisruption } from "./queries";
import { reportMade } from "./report-made";
import { DeclareDisruption } from "./schema";
import { updateDisruption } from "./update-disruption";

let world: World;
let elsewhere: World;

beforeAll(async () => {
  world = await makeWorld();
  elsewhere = await makeWorld("linderas");
});

const text = { sv: "Vi byter en del i serverhallen." };
const none = { day: "", time: "" };
const wordsOf = (changes: Record<string, unknown> = {}) =>
  DeclareDisruption.parse({
    ...{ title: { sv: "E-post på iPad hämtas inte", en: "Mail on iPads does not arrive" } },
    ...{ affected: { sv: "Alla med Personlig." }, meanwhile: { sv: "Använd webben så länge." } },
    ...{ categories: ["ipad/sync"], services: [], nextUpdate: { day: "2026-12-14", time: "11.00" } },
    ...changes,
  });

async function declared(changes: Record<string, unknown> = {}) {
  const { id } = await declareDisruption(await world.as("first"), wordsOf(changes));
  return { id, version: 1 };
}

type On = { id: string; version: number; reference: string };
const acts: {
  verb: string;
  by: string;
  notBy: string;
  after?: "linked" | "marked";
  act: (ctx: Context, on: On) => Promise<unknown>;
}[] = [
  {
    ...{ verb: "declareDisruption", by: "second", notBy: "staff" },
    act: (ctx, { reference }) => declareDisruption(ctx, wordsOf({ fromTicket: reference })),
  },
  {
    verb: "updateDisruption",
    by: "first",
    notBy: "admin",
    act: (ctx, on) => updateDisruption(ctx, { ...on, text, nextUpdate: none }),
  },
  {
    ...{ verb: "endDisruption", by: "third", notBy: "manager" },
    act: (ctx, on) => endDisruption(ctx, { ...on, text, tellsFollowers: true, key: newId() }),
  },
  { verb: "linkTicket", by: "first", notBy: "staff", act: linkTicket },
  { verb: "unlinkTicket", by: "first", notBy: "staff", after: "linked", act: unlinkTicket },
  {
    verb: "markSignificant",
    by: "lead",
    notBy: "first",
    act: (ctx, on) => markSignificant(ctx, { ...on, aware: none }),
  },
  {
    ...{ verb: "reportMade", by: "admin", notBy: "second", after: "marked" },
    act: (ctx, { id }) => reportMade(ctx, { id, step: "early_warning", reportedTo: "CSIRT", receipt: "" }),
  },
];

describe.each(acts)("$verb", ({ verb, by, notBy, after, act }) => {
  async function given(): Promise<On> {
    const on = { ...(await declared()), reference: await faultIn(world) };
    if (after === "linked") await linkTicket(await world.as("first"), on);
    if (after === "marked") await markSignificant(await world.as("lead"), { ...on, aware: none });
    return on;
  }
  const eventsOf = () =>
    read(world.portal(), (tx) =>
      tx
        .select({ event: history.event })
        .from(history)
        .where(and(eq(history.organisationId, world.portal().organisation.id), eq(history.objectKind, "disruption"))),
    );

  it("does it, once of two at the same time, and writes it down", async () => {
    const on = await given();
    const before = (await eventsOf()).length;
    const outcomes = await Promise.allSettled([act(await world.as(by), on), act(await world.as(by), on)]);
    const lost = outcomes.flatMap((each) => (each.status === "rejected" ? [each.reason] : []));
    expect(lost).toEqual([expect.any(DomainError)]);
    expect(lost[0]).not.toBeInstanceOf(NotAllowed);
    expect((await eventsOf()).length - before, verb).toBe(verb === "endDisruption" ? 2 : 1);
  });

  it("refuses the wrong role, and another organisation as if there were nothing", async () => {
    const on = await given();
    const before = await eventsOf();
    await expect(act(await world.as(notBy), on)).rejects.toBeInstanceOf(NotAllowed);
    await expect(act(await elsewhere.as(by), on)).rejects.toBeInstanceOf(NotFound);
    expect(await eventsOf()).toHaveLength(before.length);
  });
});

describe("a disruption", () => {
  it("stands where it concerns, until twelve hours after its end", async () => {
    const { id } = await declared({ categories: ["ipad/sync"], services: ["ipad"] });
    const shown = async (where: object, at = mondayMorning) =>
      (await currentDisruptions(await world.as("staff", at), where)).some((each) => each.id === id);
    expect(await shown({})).toBe(true);
    expect(await shown({ category: "ipad/sync" })).toBe(true);
    expect(await shown({ category: "ipad" })).toBe(true);
    expect(await shown({ category: "ipad/synchron" })).toBe(false);
    expect(await shown({ category: "network/wifi" })).toBe(false);
    expect(await shown({ service: "ipad" })).toBe(true);
    expect(await shown({ service: "chromebook" })).toBe(false);
    await endDisruption(await world.as("first"), { id, version: 1, text, tellsFollowers: false, key: newId() });
    const later = (hours: number) => new Date(mondayMorning.getTime() + hours * 3_600_000);
    expect([await shown({}, later(11.9)), await shown({}, later(12.1))]).toEqual([true, false]);
    expect(await currentDisruptions(await elsewhere.as("staff"))).toEqual([]);
    await expect(getDisruption(await elsewhere.as("staff"), id)).rejects.toBeInstanceOf(NotFound);
  });

  it("is read by a visitor, in the language there is", async () => {
    const { id } = await declared();
    const visitor = { ...world.portal(), actor: { kind: "anonymous" as const }, language: "en" as const };
    const view = await getDisruption(visitor, id);
    expect(view.title).toEqual({ text: "Mail on iPads does not arrive", language: "en" });
    expect(view.meanwhile.language).toBe("sv");
    expect(view.isFollowing).toBe(false);
  });

  it("promises nothing that has passed, and knows its categories and services", async () => {
    const bad = wordsOf({ nextUpdate: { day: "2026-12-14", time: "8.59" }, categories: ["x"], services: ["y"] });
    await expect(declareDisruption(await world.as("first"), bad)).rejects.toMatchObject({
      fields: [{ path: "nextUpdate.day" }, { path: "categories" }, { path: "services" }],
    });
    const on = await declared();
    const ahead = { ...on, aware: { day: "2026-12-15", time: "9.00" } };
    await expect(markSignificant(await world.as("lead"), ahead)).rejects.toBeInstanceOf(Invalid);
  });

  it("is declared once a ticket", async () => {
    const reference = await faultIn(world);
    const { id } = await declared({ fromTicket: reference });
    await expect(declared({ fromTicket: reference })).rejects.toBeInstanceOf(Conflict);
    expect((await getDeskDisruption(await world.as("first"), id)).linked).toMatchObject([{ reference }]);
  });
});

describe("me too", () => {
  it("counts persons, each once, and links their own open ticket", async () => {
    const on = await declared({ categories: ["printing/airprint"] });
    const reference = await faultIn(world, { category: "printing/airprint" });
    await Promise.all([1, 2].map(async () => followDisruption(await world.as("staff"), on)));
    await followDisruption(await world.as("manager"), on);
    expect(await followDisruption(await world.as("manager"), on)).toMatchObject({ isNew: false });
    const view = await getDisruption(await world.as("staff"), on.id);
    expect(view).toMatchObject({ followers: 2, isFollowing: true });
    const desk = await getDeskDisruption(await world.as("first"), on.id);
    expect(desk.linked).toMatchObject([{ reference }]);
    expect(desk.followers.names).toHaveLength(2);
  });

  it("is not for another organisation, nor after the end", async () => {
    const on = await declared();
    await expect(followDisruption(await elsewhere.as("staff"), on)).rejects.toBeInstanceOf(NotFound);
    await endDisruption(await world.as("first"), { ...on, text, tellsFollowers: false, key: newId() });
    await expect(followDisruption(await world.as("staff"), on)).rejects.toBeInstanceOf(RuleBroken);
  });

  it("names nobody with a protected identity", async () => {
    const on = await declared();
    const ctx = await world.as("staff2");
    const me = (ctx.actor as { personId: string }).personId;
    await inTransaction(ctx, (tx) => tx.update(persons).set({ hasProtectedIdentity: true }).where(eq(persons.id, me)));
    await followDisruption(ctx, on);
    expect((await getDeskDisruption(await world.as("lead"), on.id)).followers).toEqual({ names: [], unnamed: 1 });
    const exported = JSON.stringify(await exportTimeline(await world.as("lead"), on.id));
    expect(exported).not.toContain((ctx.actor as { name: string }).name);
    await inTransaction(ctx, (tx) => tx.update(persons).set({ hasProtectedIdentity: false }).where(eq(persons.id, me)));
  });
});
