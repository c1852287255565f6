import { beforeAll, describe, expect, it } from "vitest";
import { makeTown, type Town } from "@/lib/testing/town";
import { listOrderers } from "./orderers";

let here: Town;
let elsewhere: Town;

beforeAll(async () => {
  here = await makeTown("staff", "orderer", "coordinator", "approver");
  elsewhere = await makeTown("orderer");
});

describe("listOrderers", () => {
  it("names those who may order for the unit, and nobody else", async () => {
    const found = await listOrderers(here.as("staff"), here.unit.path);
    expect(found.map(({ name, role }) => [name, role])).toEqual([
      ["Test coordinator", "coordinator"],
      ["Test orderer", "orderer"],
    ]);
  });

  it("holds under the unit of the role, not beside it", async () => {
    expect(await listOrderers(here.as("staff"), `${here.unit.path}below/`)).toHaveLength(2);
    expect(await listOrderers(here.as("staff"), "/beside/")).toEqual([]);
  });

  it("never names another municipality's", async () => {
    expect(await listOrderers(elsewhere.as("orderer"), here.unit.path)).toEqual([]);
  });
});
