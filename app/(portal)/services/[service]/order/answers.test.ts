import { describe, expect, it } from "vitest";
import { type Asks, answersOf, inOrder, orderFrom, recipientRows, type Typed } from "./answers";

const everything: Asks = { variant: true, who: true, unit: true };
const little: Asks = { variant: false, who: false, unit: false };
const typed: Typed = {
  ...{ variant: ["personlig"], hardware: ["ipad-11"], who: ["others"], quantity: ["3"], unit: ["school"] },
  ...{ costCentre: ["2110-10"], deliverTo: [" Expeditionen "], note: [""] },
  ...{ "recipients.10.email": ["c@x.example"], "recipients.0.email": ["A@x.example; b@x.example"] },
};
const read = (change: Typed = {}, asks = everything) => orderFrom("ipad", answersOf({ ...typed, ...change }), asks);
const order = (change: Typed = {}, asks = everything) => {
  const result = read(change, asks);
  if (!result.ok) throw new Error(JSON.stringify(result.faults));
  return result.order;
};
const faults = (change: Typed = {}, asks = everything) => {
  const result = read(change, asks);
  return result.ok ? [] : result.faults.map(({ path, key }) => `${path} ${key}`);
};

describe("orderFrom", () => {
  it("reads the rows in their order, a pasted list among them, and leaves empty answers out", () => {
    expect(order()).toEqual({
      ...{ service: "ipad", variant: "personlig", hardware: "ipad-11", quantity: 1, addOns: [] },
      recipients: ["a@x.example", "b@x.example", "c@x.example"],
      ...{ unit: "school", costCentre: "2110-10", deliverTo: "Expeditionen" },
    });
  });

  it("neither requires nor sends what an answer hides", () => {
    expect(order({ variant: ["publik"], who: [], "recipients.0.email": ["no address"] })).toMatchObject({
      ...{ variant: "publik", quantity: 3, recipients: [] },
    });
    expect(order({ quantity: ["many"] })).toMatchObject({ quantity: 1 });
    expect(order({ who: ["self"], "recipients.0.email": ["no address"] })).toMatchObject({ recipients: [] });
  });

  it("gives whoever is not asked the one answer there is, whatever is sent", () => {
    const sent = { variant: ["publik"], who: ["others"], unit: ["other"] };
    expect(order(sent, little)).toMatchObject({ variant: "personlig", recipients: [] });
    expect(order(sent, little)).not.toHaveProperty("unit");
  });

  it("never takes an empty list of others for oneself", () => {
    const none = { "recipients.0.email": [""], "recipients.10.email": ["  "] };
    expect(faults(none)).toEqual(["recipients.0 orderForm.errors.recipient"]);
  });

  it("tells all faults at once, in the order of the questions, one a field", () => {
    expect(faults(Object.fromEntries(Object.keys(typed).map((name) => [name, []])))).toEqual([
      "variant orderForm.errors.variant",
      "hardware orderForm.errors.hardware",
      "costCentre orderForm.errors.costCentre",
      "deliverTo orderForm.errors.deliverTo",
    ]);
    expect(faults({ who: [], hardware: [] })).toEqual([
      "hardware orderForm.errors.hardware",
      "who orderForm.errors.who",
    ]);
    expect(faults({ variant: ["publik"], quantity: ["0"] })).toEqual(["quantity orderForm.errors.quantity"]);
    expect(faults({ variant: ["publik"], quantity: ["51"] })).toEqual(["quantity orderForm.errors.quantityMost"]);
  });
});

describe("recipientRows", () => {
  it("keeps empty rows: a row that was added is still there after the page came back", () => {
    expect(recipientRows({ "recipients.1.email": [""], "recipients.0.email": ["a@x.example"] })).toEqual([
      ...["a@x.example", ""],
    ]);
  });
});

describe("inOrder", () => {
  it("counts rows as numbers", () => {
    const paths = ["recipients.10", "deliverTo", "recipients.9", "variant", "recipients.9"].map((path) => ({ path }));
    expect(inOrder(paths).map(({ path }) => path)).toEqual(["variant", "recipients.9", "recipients.10", "deliverTo"]);
  });
});
