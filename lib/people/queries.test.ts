import { beforeAll, describe, expect, it } from "vitest";
import { substitutes } from "@/db/schema/people";
import { systemNow } from "@/lib/base/clock";
import { type Context, inTransaction } from "@/lib/base/context";
import { NotFound } from "@/lib/base/errors";
import { newId } from "@/lib/base/ids";
import { holdsRole, personOf } from "@/lib/base/may";
import { makeWorld, setNow, type World } from "@/lib/testing/world";
import { contextOfPerson } from "./context-of-person";
import { disablePerson } from "./disable-person";
import { findPersonByEmail, getPerson, listApprovers } from "./queries";
import { setLanguage } from "./set-language";
import { getUnit, listCostCentres, listUnitsFor } from "./units";

let world: World;
let other: World;
const on = (date: string) => new Date(`${date}T12:00:00+01:00`);
const idOf = (ctx: Context) => personOf(ctx).personId;

beforeAll(async () => {
  world = await makeWorld();
  other = await makeWorld("linderas");
});

async function standIn(who: string, by: string, fromDate: string, toDate: string) {
  const ctx = await world.as("admin");
  const [personId, substituteId] = [idOf(await world.as(who)), idOf(await world.as(by))];
  const row = { id: newId(), organisationId: ctx.organisation.id, personId, substituteId, fromDate, toDate };
  await inTransaction(ctx, (tx) => tx.insert(substitutes).values({ ...row, createdAt: ctx.now }));
}

async function approversOn(at: Date): Promise<string[]> {
  const staff = await world.as("staff", at);
  const approvers = await listApprovers(staff, personOf(staff).unitPath);
  return approvers.map(({ email }) => email.split("@")[0] ?? "");
}

describe("listApprovers", () => {
  it("names the nearest unit's first, and whoever stands in for them, on both dates and between", async () => {
    await standIn("manager", "coordinator", "2027-02-01", "2027-02-05");
    expect(await approversOn(on("2027-01-31"))).toEqual(["manager", "manager2"]);
    for (const date of ["2027-02-01", "2027-02-05"]) {
      expect(await approversOn(on(date))).toEqual(["manager", "coordinator", "manager2"]);
    }
    expect(await approversOn(on("2027-02-06"))).toEqual(["manager", "manager2"]);
  });

  it("counts dates where the municipality is, not in UTC", async () => {
    await standIn("manager", "orderer", "2027-03-10", "2027-03-10");
    expect(await approversOn(new Date("2027-03-09T23:30:00Z"))).toContain("orderer");
    expect(await approversOn(new Date("2027-03-10T23:30:00Z"))).not.toContain("orderer");
  });

  it("goes with the right to approve, on the same dates", async () => {
    await standIn("manager", "secretary", "2027-04-01", "2027-04-02");
    const mayApprove = async (date: string) => {
      setNow(on(date));
      const { actor } = await world.as("secretary");
      return holdsRole(actor, "approver", personOf(await world.as("staff")).unitPath);
    };
    expect(await mayApprove("2027-03-31")).toBe(false);
    expect(await mayApprove("2027-04-01")).toBe(true);
    expect(await mayApprove("2027-04-02")).toBe(true);
    expect(await mayApprove("2027-04-03")).toBe(false);
    setNow(systemNow());
  });

  it("leaves out who is disabled", async () => {
    const lone = await makeWorld();
    const manager = idOf(await lone.as("manager"));
    const staff = await lone.as("staff");
    await disablePerson(await lone.as("admin"), { personId: manager });
    const left = await listApprovers(staff, personOf(staff).unitPath);
    expect(left.map(({ id }) => id)).not.toContain(manager);
    expect(left).toHaveLength(1);
  });
});

describe("people", () => {
  it("are found by address in any case, within the organisation alone", async () => {
    const ctx = await world.as("staff");
    const found = await findPersonByEmail(ctx, ` Manager@${world.slug.toUpperCase()}.example`);
    expect(found).toMatchObject({
      personId: idOf(await world.as("manager")),
      unitName: "Björkskolan",
      isDisabled: false,
    });
    expect(await findPersonByEmail(ctx, `manager@${other.slug}.example`)).toBeNull();
    await expect(getPerson(ctx, idOf(await other.as("manager")))).rejects.toThrow(NotFound);
  });

  it("choose the language of their letters", async () => {
    await setLanguage(await world.as("staff2"), { language: "en" });
    expect((await getPerson(await world.as("staff"), idOf(await world.as("staff2")))).language).toBe("en");
    await expect(setLanguage(world.portal(), { language: "en" })).rejects.toThrow("errors.notAllowed");
  });

  it("who are disabled or unknown cannot be acted as", async () => {
    await expect(contextOfPerson("ingen@aminne.example", "test")).rejects.toThrow(NotFound);
  });
});

describe("units", () => {
  it("of ordinary staff are their own; of an orderer, those under the role", async () => {
    const own = await listUnitsFor(await world.as("staff2"));
    expect(own.map(({ name }) => name)).toEqual(["Hemtjänst Norra"]);
    const under = await listUnitsFor(await world.as("coordinator"));
    expect(under.map(({ name }) => name)).toEqual(["Barn och utbildning", "Björkskolan"]);
    expect(under[1]?.costCentres.map(({ code }) => code)).toEqual(["2110-10", "2110-20"]);
  });

  it("are not there for another organisation", async () => {
    const unit = await getUnit(await other.as("staff"), "lindskolan").catch(() => null);
    await expect(getUnit(await world.as("staff"), "lindskolan")).rejects.toThrow(NotFound);
    if (unit) expect(await listCostCentres(await world.as("staff"), unit.id)).toEqual([]);
  });
});
