import { beforeAll, describe, expect, it } from "vitest";
import { orderAt } from "@/lib/testing/orders";
import { makeWorld, type World } from "@/lib/testing/world";
import { listOwnDevices } from "./own-devices";
import { getOrder } from "./queries";

let world: World;
beforeAll(async () => {
  world = await makeWorld();
});

const devicesOf = async (who: string) => listOwnDevices(await world.as(who));

describe("listOwnDevices", () => {
  it("holds what was handed over to the person, and nothing before that or of anybody else", async () => {
    await orderAt(world, "ready");
    expect(await devicesOf("staff")).toEqual([]);
    const { reference } = await orderAt(world, "handed_over");
    const { lines, hardware } = await getOrder(await world.as("staff"), reference);
    expect(await devicesOf("staff")).toEqual([
      { serialNumber: lines[0]?.serialNumber, model: hardware.name, handedOverAt: lines[0]?.handedOverAt },
    ]);
    for (const who of ["staff2", "first", "manager"]) expect(await devicesOf(who), who).toEqual([]);
  });

  it("counts a shared device as theirs who ordered it", async () => {
    const publik = { variant: "publik", quantity: 1, unit: "bjorkskolan", recipients: undefined };
    await orderAt(world, "handed_over", "orderer", publik);
    expect(await devicesOf("orderer")).toHaveLength(1);
    expect(await devicesOf("staff2")).toEqual([]);
  });

  it("is another organisation's to see never", async () => {
    const elsewhere = await makeWorld("linderas");
    expect(await listOwnDevices(await elsewhere.as("staff"))).toEqual([]);
  });
});
