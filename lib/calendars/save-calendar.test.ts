import { beforeAll, describe, expect, it } from "vitest";
import { makeTown, type Town } from "@/lib/testing/town";
import { demoCalendars, demoPolicies } from "./demo-calendars";
import { deskNow } from "./desk-now";
import { fillDemoCalendars } from "./fill-demo-calendars";
import { namedCalendar } from "./named-calendar";
import { currentCalendar, currentPolicy, getCalendar, getPolicy } from "./queries";
import { saveCalendar } from "./save-calendar";
import { savePolicy } from "./save-policy";
import { SaveCalendar, SavePolicy } from "./schema";

let here: Town;
let elsewhere: Town;

beforeAll(async () => {
  here = await makeTown("administrator", "staff");
  elsewhere = await makeTown("administrator");
});

const [delivery] = demoCalendars();
const [promise] = demoPolicies();
if (!delivery || !promise) throw new Error("the demo has no calendars");

describe("saveCalendar", () => {
  it("writes a new version; the one before stays as it was", async () => {
    const admin = here.as("administrator");
    const first = await saveCalendar(admin, delivery);
    const shorter = { ...delivery.calendar, hours: { mon: delivery.calendar.hours.mon } };
    const second = await saveCalendar(admin, { ...delivery, basedOn: 1, calendar: shorter });
    expect([first.version, second.version]).toEqual([1, 2]);
    expect(await currentCalendar(here.as("anonymous"), "delivery")).toEqual(second);
    expect((await getCalendar(here.as("staff"), first.id)).calendar).toEqual(delivery.calendar);
    expect(await namedCalendar(here.slug, "delivery")).toEqual(shorter);
  });

  it("keeps one object for a version, so that what lib/sla worked out is kept too", async () => {
    const [once, twice] = [
      await currentCalendar(here.as("staff"), "delivery"),
      await currentCalendar(here.as("staff"), "delivery"),
    ];
    expect(once.calendar).toBe(twice.calendar);
  });

  it("refuses whoever is not an administrator", async () => {
    for (const who of ["staff", "anonymous", "portal"] as const) {
      await expect(saveCalendar(here.as(who), { ...delivery, slug: "own" })).rejects.toMatchObject({ status: 403 });
    }
  });

  it("leaves another municipality's calendar alone", async () => {
    const { id } = await currentCalendar(here.as("staff"), "delivery");
    await expect(getCalendar(elsewhere.as("administrator"), id)).rejects.toMatchObject({ status: 404 });
    await saveCalendar(elsewhere.as("administrator"), delivery);
    expect((await currentCalendar(here.as("staff"), "delivery")).id).toBe(id);
  });

  it("lets one of two authors win", async () => {
    const save = (name: string) => saveCalendar(here.as("administrator"), { ...delivery, name, basedOn: 2 });
    const outcomes = await Promise.allSettled([save("en"), save("två"), save("tre")]);
    expect(outcomes.filter((one) => one.status === "fulfilled")).toHaveLength(1);
    for (const one of outcomes) if (one.status === "rejected") expect(one.reason).toMatchObject({ status: 409 });
    expect((await currentCalendar(here.as("staff"), "delivery")).version).toBe(3);
  });

  it("leaves no gap for an author who claims to know a version that is not there", async () => {
    await expect(saveCalendar(here.as("administrator"), { ...delivery, basedOn: 9 })).rejects.toMatchObject({
      status: 409,
    });
  });

  it("says what is wrong with a calendar in its own fields", () => {
    const backwards = { ...delivery, calendar: { ...delivery.calendar, hours: { mon: [["17:00", "07:00"]] } } };
    const { error } = SaveCalendar.safeParse(backwards);
    expect(error?.issues[0]?.path).toEqual(["calendar", "hours", "mon", 0]);
    expect(SaveCalendar.safeParse({ ...delivery, slug: "Två ord" }).success).toBe(false);
  });
});

describe("savePolicy", () => {
  it("writes a new version; the one before stays as it was", async () => {
    const admin = here.as("administrator");
    const first = await savePolicy(admin, promise);
    const ten = { ...promise.policy, amount: { workingDays: 10 } };
    await savePolicy(admin, { ...promise, basedOn: 1, policy: ten });
    expect((await currentPolicy(here.as("staff"), "delivery")).policy).toEqual(ten);
    expect((await getPolicy(here.as("staff"), first.id)).policy).toEqual(promise.policy);
  });

  it("refuses whoever is not an administrator, and another municipality", async () => {
    await expect(savePolicy(here.as("staff"), promise)).rejects.toMatchObject({ status: 403 });
    const { id } = await currentPolicy(here.as("staff"), "delivery");
    await expect(getPolicy(elsewhere.as("administrator"), id)).rejects.toMatchObject({ status: 404 });
  });

  it("lets one of two authors win", async () => {
    const save = () => savePolicy(here.as("administrator"), { ...promise, basedOn: 2 });
    const outcomes = await Promise.allSettled([save(), save()]);
    expect(outcomes.map((one) => one.status).sort()).toEqual(["fulfilled", "rejected"]);
  });

  it("takes no slip of the pen", () => {
    expect(
      SavePolicy.safeParse({ ...promise, policy: { ...promise.policy, amount: { workingDays: -1 } } }).success,
    ).toBe(false);
  });
});

describe("the demo's calendars", () => {
  it("are all saved, with their service level", async () => {
    const fresh = await makeTown("administrator");
    await fillDemoCalendars(fresh.as("administrator"));
    for (const { slug, name } of demoCalendars()) {
      expect(await currentCalendar(fresh.as("anonymous"), slug)).toMatchObject({ slug, name, version: 1 });
    }
    expect((await currentPolicy(fresh.as("anonymous"), "delivery")).policy.amount).toEqual({ workingDays: 14 });
    expect((await deskNow(fresh.as("anonymous")))?.words).toBe("Öppet till 17.00, drop-in nu, till 10.00");
    expect(await deskNow((await makeTown()).as("anonymous"))).toBeNull();
  });
});

describe("what is not there", () => {
  it("is not found, whatever is asked for", async () => {
    const ctx = here.as("staff");
    await expect(currentCalendar(ctx, "no-such")).rejects.toMatchObject({ key: "calendars.noSuchCalendar" });
    await expect(currentPolicy(ctx, "no-such")).rejects.toMatchObject({ key: "calendars.noSuchPolicy" });
    await expect(namedCalendar("no-such-town", "delivery")).rejects.toMatchObject({ status: 404 });
  });
});
