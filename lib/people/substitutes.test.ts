import { eq } from "drizzle-orm";
import { afterAll, beforeAll, beforeEach, describe, expect, it } from "vitest";
import { history } from "@/db/schema/history";
import { substitutes } from "@/db/schema/people";
import { systemNow } from "@/lib/base/clock";
import { type Context, read } from "@/lib/base/context";
import { Invalid, NotAllowed, NotFound, RuleBroken } from "@/lib/base/errors";
import { holdsRole, may, personOf } from "@/lib/base/may";
import { makeWorld, mondayMorning, setNow, type World } from "@/lib/testing/world";
import { appointSubstitute } from "./appoint-substitute";
import { disablePerson } from "./disable-person";
import { endSubstitute } from "./end-substitute";
import { listAllSubstitutes, listForWhomIStandIn, listMySubstitutes } from "./list-substitutes";
import type { AppointSubstitute } from "./schema";

let world: World;
let other: World;

beforeAll(async () => {
  other = await makeWorld("linderas");
});
beforeEach(async () => {
  setNow(mondayMorning);
  world = await makeWorld();
});
afterAll(() => setNow(systemNow()));

const days = { from: "2026-12-14", to: "2026-12-18" };
const address = (who: string, of = world) => `${who}@${of.slug}.example`;
const appoint = async (by: string, who: string, changes: Partial<AppointSubstitute> = {}) =>
  appointSubstitute(await world.as(by), { substitute: address(who), ...days, ...changes });
const rowsOf = (ctx: Context) => read(ctx, (tx) => tx.select().from(substitutes));
const eventsOf = async () =>
  (await read(world.portal(), (tx) => tx.select().from(history).where(eq(history.objectKind, "person")))).map(
    ({ event }) => event,
  );
const mayApprove = async (who: string) => {
  const school = personOf(await world.as("staff")).unitPath;
  return may((await world.as(who)).actor, "order:approve", { unitPath: school });
};
const faultAt = (path: string, why: string) => ({
  fields: [expect.objectContaining({ path, key: `people.substitutes.errors.${why}` })],
});

describe("appointSubstitute", () => {
  it("lends the approver's right on those days and no other, and writes it down", async () => {
    await appoint("manager", "staff2");
    for (const [at, isLent] of [
      ["2026-12-13T22:59:00Z", false],
      ["2026-12-13T23:00:00Z", true],
      ["2026-12-18T22:59:00Z", true],
      ["2026-12-18T23:00:00Z", false],
    ] as const) {
      setNow(new Date(at));
      expect(await mayApprove("staff2"), at).toBe(isLent);
    }
    expect(await eventsOf()).toEqual(["people.substitute_appointed"]);
  });

  it("finds the person by address or full name, in any case", async () => {
    const { name } = personOf(await world.as("coordinator"));
    expect(name).toMatch(/ö/i);
    const { id } = await appoint("manager", "", { substitute: ` ${name.toUpperCase().replace(" ", "  ")} ` });
    expect(await listMySubstitutes(await world.as("manager"))).toEqual([
      expect.objectContaining({ id, substitute: name, email: address("coordinator"), ...days }),
    ]);
  });

  it.each([
    ["somebody unknown", { substitute: "Ingen Alls" }, "substitute", "unknown"],
    ["part of a name", { substitute: "Elias" }, "substitute", "unknown"],
    ["oneself", { substitute: "manager@SLUG.example" }, "substitute", "self"],
    ["another organisation's", { substitute: "staff2@OTHER.example" }, "substitute", "unknown"],
    ["days that have been", { from: "2026-12-10", to: "2026-12-13" }, "to", "past"],
  ])("refuses %s", async (_, changes, path, why) => {
    const text = JSON.stringify(changes).replace("SLUG", world.slug).replace("OTHER", other.slug);
    await expect(appoint("manager", "staff2", JSON.parse(text))).rejects.toMatchObject(faultAt(path, why));
    expect(await rowsOf(world.portal())).toEqual([]);
  });

  it("refuses whoever is disabled", async () => {
    const personId = personOf(await world.as("staff2")).personId;
    await disablePerson(await world.as("admin"), { personId });
    await expect(appoint("manager", "staff2")).rejects.toMatchObject(faultAt("substitute", "unknown"));
  });

  it("counts today where the municipality is", async () => {
    const late = new Date("2026-12-18T23:30:00Z");
    const input = { substitute: address("staff2"), ...days };
    await expect(appointSubstitute(await world.as("manager", late), input)).rejects.toThrow(Invalid);
    await appointSubstitute(await world.as("manager", new Date("2026-12-18T22:30:00Z")), input);
  });

  it("is for approvers; for others it takes an administrator", async () => {
    await expect(appoint("staff", "staff2")).rejects.toThrow(NotAllowed);
    for (const person of [address("manager"), "Ingen Alls"]) {
      await expect(appoint("manager2", "staff2", { person })).rejects.toThrow(NotAllowed);
    }
    await expect(appoint("admin", "staff2")).rejects.toMatchObject(faultAt("person", "person"));
    await expect(appoint("admin", "staff2", { person: address("staff") })).rejects.toMatchObject(
      faultAt("person", "notApprover"),
    );
    await expect(appoint("admin", "staff2", { person: address("manager", other) })).rejects.toMatchObject(
      faultAt("person", "unknown"),
    );
    await appoint("admin", "staff2", { person: address("manager") });
    expect(await mayApprove("staff2")).toBe(true);
  });

  it("is not lent on: a substitute appoints nobody, and a substitute's substitute approves nothing", async () => {
    await appoint("manager", "staff2");
    await expect(appoint("staff2", "orderer")).rejects.toThrow(NotAllowed);
    await appoint("manager2", "manager");
    const top = personOf(await world.as("admin")).grants[0]?.unitPath ?? "";
    expect(holdsRole((await world.as("manager")).actor, "approver", top)).toBe(true);
    expect(holdsRole((await world.as("staff2")).actor, "approver", top)).toBe(false);
  });

  it("refuses the same person on some of the same days, and takes the same wish twice as one", async () => {
    const first = await appoint("manager", "staff2");
    expect(await appoint("manager", "staff2")).toEqual(first);
    for (const changes of [{ from: "2026-12-18", to: "2026-12-20" }, { to: "2026-12-14" }]) {
      await expect(appoint("manager", "staff2", changes)).rejects.toThrow(RuleBroken);
    }
    await appoint("manager", "staff2", { from: "2026-12-19", to: "2026-12-20" });
    await appoint("manager", "orderer");
    expect(await rowsOf(world.portal())).toHaveLength(3);
    expect(await eventsOf()).toHaveLength(3);
  });

  it("lets one of two racers win", async () => {
    const both = [appoint("manager", "staff2"), appoint("manager", "staff2", { to: "2026-12-16" })];
    const outcomes = await Promise.allSettled(both);
    expect(outcomes.map(({ status }) => status).sort()).toEqual(["fulfilled", "rejected"]);
    await Promise.all([1, 2, 3].map(() => appoint("manager", "orderer")));
    expect(await rowsOf(world.portal())).toHaveLength(2);
  });
});

describe("endSubstitute", () => {
  it("takes the right away at once, once, and writes it down", async () => {
    const { id } = await appoint("manager", "staff2");
    const ctx = await world.as("manager");
    const outcomes = await Promise.allSettled([endSubstitute(ctx, { id }), endSubstitute(ctx, { id })]);
    expect(outcomes.map(({ status }) => status).sort()).toEqual(["fulfilled", "rejected"]);
    expect(await mayApprove("staff2")).toBe(false);
    expect(await eventsOf()).toEqual(["people.substitute_appointed", "people.substitute_ended"]);
  });

  it("is the approver's own and the administrator's, and hidden from all others", async () => {
    const { id } = await appoint("manager", "staff2");
    for (const ctx of [await world.as("staff2"), await world.as("manager2"), await other.as("admin")]) {
      await expect(endSubstitute(ctx, { id })).rejects.toThrow(NotFound);
    }
    await endSubstitute(await world.as("admin"), { id });
    expect(await rowsOf(world.portal())).toEqual([]);
  });

  it("leaves what has been as it was", async () => {
    const { id } = await appoint("manager", "staff2");
    const afterwards = await world.as("manager", new Date("2026-12-19T08:00:00+01:00"));
    await expect(endSubstitute(afterwards, { id })).rejects.toThrow(NotFound);
    expect(await rowsOf(world.portal())).toHaveLength(1);
  });
});

describe("the lists", () => {
  it("name who stands in for me and for whom I stand in, until the last day is over", async () => {
    await appoint("manager", "staff2");
    await appoint("manager2", "manager", { from: "2027-01-04", to: "2027-01-05" });
    const manager = await world.as("manager");
    expect((await listMySubstitutes(manager)).map(({ email }) => email)).toEqual([address("staff2")]);
    expect((await listForWhomIStandIn(manager)).map(({ from }) => from)).toEqual(["2027-01-04"]);
    expect(await listAllSubstitutes(await world.as("admin"))).toHaveLength(2);
    expect(await listAllSubstitutes(await other.as("admin"))).toEqual([]);
    await expect(listAllSubstitutes(manager)).rejects.toThrow(NotAllowed);
    const later = await world.as("manager", new Date("2026-12-19T08:00:00+01:00"));
    expect(await listMySubstitutes(later)).toEqual([]);
  });
});
