import { beforeAll, describe, expect, it } from "vitest";
import { calendars, policies } from "@/db/schema/calendars";
import { inTransaction } from "@/lib/base/context";
import { newId } from "@/lib/base/ids";
import { makeTown, type Town } from "@/lib/testing/town";
import { fillDemoCatalogue } from "./fill-demo-catalogue";
import { listServices } from "./queries";

let here: Town;

beforeAll(async () => {
  here = await makeTown("administrator", "approver");
  const ctx = here.as("administrator");
  const row = { organisationId: ctx.organisation.id, slug: "delivery", version: 1, createdAt: ctx.now };
  const content = { target: "delivery", amount: { workingDays: 14 } };
  await inTransaction(ctx, async (tx) => {
    await tx.insert(calendars).values({ id: newId(), ...row, name: "Leveranser", content: {} });
    await tx.insert(policies).values({ id: newId(), ...row, target: "delivery", content });
  });
});

describe("the demo's catalogue", () => {
  it("is published, in both languages, with three models to order and two that say why not", async () => {
    await fillDemoCatalogue(here.as("administrator"), "linderas");
    const [ipad, ...others] = await listServices({ ...here.as("anonymous"), language: "en" });
    expect(others).toEqual([]);
    expect(ipad).toMatchObject({ slug: "ipad", version: 1, orderable: true, deliveryWorkingDays: 14, language: "en" });
    expect(ipad?.variants.map((variant) => variant.slug)).toEqual(["publik", "personlig"]);
    expect(ipad?.addOns).toMatchObject([{ slug: "airprint", orderable: false }]);
    expect(ipad?.sections.every((section) => section.language === "en")).toBe(true);
    expect(ipad?.hardware.map((model) => [model.slug, model.orderable])).toEqual([
      ["ipad-11", true],
      ["ipad-air-11", true],
      ["ipad-pro-11", true],
      ["ipad-air-13", false],
      ["ipad-mini", false],
    ]);
    expect(ipad?.hardware.map((model) => model.whyNot)).toEqual([
      ...[undefined, undefined, undefined],
      "The model is not fully tested: the test in daily work remains. Choose another model.",
      "The model did not pass the technical test. Choose another model.",
    ]);
  });
});
