import { eq } from "drizzle-orm";
import { beforeAll, describe, expect, it } from "vitest";
import { ipadService } from "@/db/demo/ipad-service";
import { calendars, policies } from "@/db/schema/calendars";
import { hardwareModels } from "@/db/schema/catalogue";
import { inTransaction } from "@/lib/base/context";
import { newId } from "@/lib/base/ids";
import { makeTown, type Town, townMorning } from "@/lib/testing/town";
import { addHardware } from "./add-hardware";
import { certifyHardware } from "./certify-hardware";
import { countStock } from "./count-stock";
import { draftService } from "./draft-service";
import { publishService } from "./publish-service";
import { getService } from "./queries";
import type { Hardware } from "./service";

let here: Town;
let elsewhere: Town;

beforeAll(async () => {
  here = await makeTown("administrator", "approver", "staff");
  elsewhere = await makeTown("administrator");
  const ctx = here.as("administrator");
  const row = { organisationId: ctx.organisation.id, slug: "delivery", version: 1, createdAt: ctx.now };
  const content = { target: "delivery", amount: { workingDays: 14 } };
  await inTransaction(ctx, async (tx) => {
    await tx.insert(calendars).values({ id: newId(), ...row, name: "Leveranser", content: {} });
    await tx.insert(policies).values({ id: newId(), ...row, target: "delivery", content });
  });
  await draftService(ctx, { basedOn: 0, ...ipadService("aminne") });
  await publishService(ctx, { service: "ipad", version: 1 });
});

async function added(slug: string): Promise<string> {
  const words = { manufacturer: "Apple", name: slug, class: "plus", rentPerMonthOre: 24_900, stock: 3 } as const;
  await addHardware(here.as("administrator"), { slug, ...words });
  return slug;
}

const test = (model: string, step: "general" | "technical" | "business", passed = true) =>
  certifyHardware(here.as("administrator"), { model, step, passed, note: "provad" });

async function shown(slug: string): Promise<Hardware | undefined> {
  return (await getService(here.as("staff"), "ipad")).hardware.find((model) => model.slug === slug);
}

describe("certifyHardware", () => {
  it("makes a model orderable after three steps in order, all at one instant", async () => {
    const model = await added("air");
    expect(await shown(model)).toMatchObject({ orderable: false, whyNot: expect.stringContaining("den allmänna") });
    await test(model, "general");
    await test(model, "technical");
    expect(await shown(model)).toMatchObject({ orderable: false, whyNot: expect.stringContaining("i verksamheten") });
    await test(model, "business");
    const certified = await shown(model);
    expect(certified).toMatchObject({ orderable: true, rentPerMonthOre: 24_900, class: "plus", stock: 3 });
    expect(certified).not.toHaveProperty("whyNot");
    expect((await getService(here.as("staff"), "ipad")).orderable).toBe(true);
  });

  it("stops at a failed step until it passes (C8)", async () => {
    const model = await added("mini");
    await test(model, "general");
    await test(model, "technical", false);
    await expect(test(model, "business")).rejects.toMatchObject({ key: "catalogue.stepTooEarly" });
    expect((await shown(model))?.whyNot).toBe("Modellen klarade inte den tekniska provningen. Välj en annan modell.");
    await test(model, "technical");
    expect(await test(model, "business")).toEqual({ passed: ["general", "technical", "business"] });
  });

  it("takes no step out of turn", async () => {
    const model = await added("pro");
    await expect(test(model, "technical")).rejects.toMatchObject({ status: 409, key: "catalogue.stepTooEarly" });
  });

  it("withdraws what later turns out not to work", async () => {
    const model = await added("old");
    for (const step of ["general", "technical", "business"] as const) await test(model, step);
    await test(model, "technical", false);
    expect(await shown(model)).toMatchObject({ orderable: false });
  });

  it("never lets a retired model be ordered", async () => {
    const model = await added("gone");
    for (const step of ["general", "technical", "business"] as const) await test(model, step);
    await inTransaction(here.as("administrator"), async (tx) => {
      await tx.update(hardwareModels).set({ isRetired: true }).where(eq(hardwareModels.slug, model));
    });
    expect(await shown(model)).toMatchObject({ orderable: false, whyNot: expect.stringContaining("utgått") });
  });

  it("refuses whoever is not an administrator, and another municipality", async () => {
    const input = { model: await added("kept"), step: "general", passed: true, note: "provad" } as const;
    await expect(certifyHardware(here.as("staff"), input)).rejects.toMatchObject({ status: 403 });
    await expect(certifyHardware(elsewhere.as("administrator"), input)).rejects.toMatchObject({ status: 404 });
  });

  it("lets one of two testers win", async () => {
    const model = await added("raced");
    const outcomes = await Promise.allSettled([test(model, "general"), test(model, "general")]);
    expect(outcomes.map((one) => one.status).sort()).toEqual(["fulfilled", "rejected"]);
    expect(outcomes.find((one) => one.status === "rejected")).toMatchObject({
      reason: { key: "catalogue.stepAlreadyPassed" },
    });
  });
});

describe("addHardware", () => {
  it("refuses a slug that is taken, and whoever is not an administrator", async () => {
    await added("first");
    await expect(added("first")).rejects.toMatchObject({ key: "catalogue.slugTaken" });
    const words = { slug: "x", manufacturer: "Apple", name: "x", class: "bas", rentPerMonthOre: 1, stock: 0 } as const;
    await expect(addHardware(here.as("staff"), words)).rejects.toMatchObject({ status: 403 });
    await addHardware(elsewhere.as("administrator"), { ...words, slug: "first" });
    expect((await shown("first"))?.name).toBe("first");
  });

  it("lets one of two who add the same model win", async () => {
    const outcomes = await Promise.allSettled([added("both"), added("both")]);
    expect(outcomes.map((one) => one.status).sort()).toEqual(["fulfilled", "rejected"]);
  });
});

describe("countStock", () => {
  it("sets the figure", async () => {
    const model = await added("counted");
    await countStock(here.as("administrator", townMorning), { model, was: 3, stock: 7 });
    expect((await shown(model))?.stock).toBe(7);
  });

  it("refuses whoever is not an administrator, and another municipality", async () => {
    const input = { model: await added("guarded"), was: 3, stock: 0 };
    await expect(countStock(here.as("staff"), input)).rejects.toMatchObject({ status: 403 });
    await expect(countStock(elsewhere.as("administrator"), input)).rejects.toMatchObject({ status: 404 });
  });

  it("lets one of two counters win", async () => {
    const model = await added("contested");
    const count = (stock: number) => countStock(here.as("administrator"), { model, was: 3, stock });
    const outcomes = await Promise.allSettled([count(4), count(5)]);
    expect(outcomes.map((one) => one.status).sort()).toEqual(["fulfilled", "rejected"]);
    expect(outcomes.find((one) => one.status === "rejected")).toMatchObject({ reason: { status: 409 } });
  });
});
