import { beforeAll, describe, expect, it } from "vitest";
import { ipadService } from "@/db/demo/ipad-service";
import { calendars, policies } from "@/db/schema/calendars";
import { inTransaction } from "@/lib/base/context";
import { newId } from "@/lib/base/ids";
import { makeTown, type Town, townMorning } from "@/lib/testing/town";
import { draftService } from "./draft-service";
import { publishService } from "./publish-service";
import { getService, getServiceVersion, listServices } from "./queries";
import type { DraftService } from "./schema";

let here: Town;
let elsewhere: Town;
let unready: Town;

beforeAll(async () => {
  here = await makeTown("administrator", "approver", "staff");
  elsewhere = await makeTown("administrator");
  unready = await makeTown("administrator");
  await promiseIn(here);
});

const draft = (change: Partial<DraftService> = {}): DraftService => ({
  basedOn: 0,
  ...ipadService("aminne"),
  ...change,
});
const day = (n: number) => new Date(townMorning.getTime() + n * 86_400_000);

async function promiseIn(town: Town): Promise<void> {
  const ctx = town.as("administrator");
  const row = { organisationId: ctx.organisation.id, slug: "delivery", version: 1, createdAt: ctx.now };
  const policy = { target: "delivery" as const, amount: { workingDays: 14 } };
  await inTransaction(ctx, async (tx) => {
    await tx.insert(calendars).values({ id: newId(), ...row, name: "Leveranser", content: {} });
    await tx.insert(policies).values({ id: newId(), ...row, target: "delivery", content: policy });
  });
}

describe("draftService", () => {
  it("writes the next edition, which nobody sees before it is published", async () => {
    const { id, version } = await draftService(here.as("administrator"), draft({ service: "tablet" }));
    expect(version).toBe(1);
    await expect(getService(here.as("staff"), "tablet")).rejects.toMatchObject({ status: 404 });
    await expect(getServiceVersion(here.as("staff"), id)).rejects.toMatchObject({ status: 404 });
    const seen = await getServiceVersion(here.as("administrator"), id);
    expect(seen).toMatchObject({ version: 1, status: "draft", orderable: false, deliveryWorkingDays: 14 });
    expect(seen.sections.map((section) => section.id)).toEqual(ipadService("aminne").sections.map((one) => one.key));
  });

  it("refuses whoever is not an administrator", async () => {
    for (const who of ["staff", "approver", "portal", "anonymous"] as const) {
      await expect(draftService(here.as(who), draft({ service: "none" }))).rejects.toMatchObject({ status: 403 });
    }
  });

  it("keeps the municipalities apart", async () => {
    const { id } = await draftService(here.as("administrator"), draft({ service: "apart" }));
    await expect(getServiceVersion(elsewhere.as("administrator"), id)).rejects.toMatchObject({ status: 404 });
    expect((await draftService(elsewhere.as("administrator"), draft({ service: "apart" }))).version).toBe(1);
  });

  it("lets one of two authors win", async () => {
    const write = () => draftService(here.as("administrator"), draft({ service: "raced" }));
    const outcomes = await Promise.allSettled([write(), write(), write()]);
    expect(outcomes.filter((one) => one.status === "fulfilled")).toHaveLength(1);
    for (const one of outcomes) if (one.status === "rejected") expect(one.reason).toMatchObject({ status: 409 });
  });
});

describe("publishService", () => {
  it("lets an edition hold from its day on, and the one before it until then", async () => {
    const admin = here.as("administrator");
    const first = await draftService(admin, draft());
    await publishService(admin, { service: "ipad", version: 1 });
    const second = await draftService(admin, draft({ basedOn: 1, name: { sv: "iPad i ny tappning" } }));
    await publishService(admin, { service: "ipad", version: 2, from: day(7) });
    expect((await getService(here.as("staff", day(6)), "ipad")).versionId).toBe(first.id);
    expect(await getService(here.as("anonymous", day(7)), "ipad")).toMatchObject({ versionId: second.id, version: 2 });
    expect((await getServiceVersion(here.as("staff", day(30)), first.id)).name).toBe("iPad");
    expect(await listServices(here.as("staff", day(-1)))).toEqual([]);
  });

  it("says each thing that is missing in a sentence of its own", async () => {
    const admin = unready.as("administrator");
    const { sections, variants } = ipadService("aminne");
    const bare = { approverRole: null, calendarSlug: null, policySlug: null } as const;
    const untold = sections.map((one, n) => (n === 3 ? { ...one, markdown: { sv: " ", en: "Only English" } } : one));
    const stepless = variants.map((one) => (one.slug === "publik" ? { ...one, fulfilment: [] } : one));
    await draftService(admin, draft({ ...bare, sections: untold, variants: stepless }));
    await expect(publishService(admin, { service: "ipad", version: 1 })).rejects.toMatchObject({
      status: 400,
      fields: [
        { path: "approverRole", key: "catalogue.publish.approverMissing" },
        { path: "calendarSlug", key: "catalogue.publish.calendarMissing" },
        { path: "policySlug", key: "catalogue.publish.policyMissing" },
        { path: "variants.publik.fulfilment", key: "catalogue.publish.stepsMissing", values: { variant: "Publik" } },
        { path: `sections.${sections[3]?.key}`, key: "catalogue.publish.swedishMissing" },
      ],
    });
    await expect(getService(admin, "ipad")).rejects.toMatchObject({ status: 404 });
  });

  it("refuses a calendar and a policy that do not exist, an approver that nobody is, and an empty description", async () => {
    const admin = unready.as("administrator");
    await draftService(
      admin,
      draft({ service: "empty", sections: [], variants: [], name: { sv: "" }, summary: { sv: "" } }),
    );
    const refused = await publishService(admin, { service: "empty", version: 1 }).catch((error) => error);
    expect(refused.fields.map((fault: { key: string }) => fault.key)).toEqual([
      "catalogue.publish.approverNobody",
      "catalogue.publish.calendarUnknown",
      "catalogue.publish.policyUnknown",
      "catalogue.publish.variantMissing",
      "catalogue.publish.nameMissing",
      "catalogue.publish.summaryMissing",
      "catalogue.publish.sectionMissing",
    ]);
  });

  it("does not publish into the past", async () => {
    const publishing = publishService(here.as("administrator"), { service: "tablet", version: 1, from: day(-1) });
    await expect(publishing).rejects.toMatchObject({ fields: [{ key: "catalogue.publish.fromPassed" }] });
  });

  it("refuses whoever is not an administrator, and another municipality", async () => {
    await draftService(here.as("administrator"), draft({ service: "kept" }));
    const input = { service: "kept", version: 1 };
    await expect(publishService(here.as("staff"), input)).rejects.toMatchObject({ status: 403 });
    await expect(publishService(elsewhere.as("administrator"), input)).rejects.toMatchObject({ status: 404 });
  });

  it("lets one of two publishers win", async () => {
    await draftService(here.as("administrator"), draft({ service: "twice" }));
    const publish = () => publishService(here.as("administrator"), { service: "twice", version: 1 });
    const outcomes = await Promise.allSettled([publish(), publish()]);
    expect(outcomes.map((one) => one.status).sort()).toEqual(["fulfilled", "rejected"]);
    expect(outcomes.find((one) => one.status === "rejected")).toMatchObject({
      reason: { key: "catalogue.publish.alreadyPublished" },
    });
  });
});

describe("the reader's language", () => {
  it("is Swedish where English is missing, and says so", async () => {
    const admin = here.as("administrator");
    const [about, forWhom] = ipadService("aminne").sections;
    if (!about || !forWhom) throw new Error("the demo text has no sections");
    const sections = [about, { ...forWhom, markdown: { sv: forWhom.markdown.sv } }];
    await draftService(admin, draft({ service: "half", sections }));
    await publishService(admin, { service: "half", version: 1 });
    const english = await getService({ ...here.as("staff"), language: "en" }, "half");
    expect(english.sections.map((one) => one.language)).toEqual(["en", "sv"]);
    expect(english.sections[1]).toMatchObject({ heading: forWhom.heading.sv });
    expect(english.sections[0]?.html).toContain("<li>The service exists on iPads only");
    expect(english.sections[0]?.text).toContain("– The service exists on iPads only");
    expect(english.variants[0]?.traits[0]).toMatchObject({ label: "Who uses it", language: "en" });
  });
});
