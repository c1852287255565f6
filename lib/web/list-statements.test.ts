import { beforeAll, describe, expect, it } from "vitest";
import { decideApproval } from "@/lib/orders/decide-approval";
import { listOrders } from "@/lib/orders/queries";
import { statementsOf } from "@/lib/testing/count-statements";
import { orderAt } from "@/lib/testing/orders";
import { type RestClient, restClient, tokenOf } from "@/lib/testing/rest-client";
import { makeWorld, mondayMorning, setNow, type World } from "@/lib/testing/world";

let world: World;
let first: RestClient;

beforeAll(async () => {
  setNow(mondayMorning);
  world = await makeWorld();
  first = restClient(await tokenOf(world, "first"));
  const manager = await world.as("manager");
  const recipients = ["staff", "orderer"].map((who) => `${who}@${world.slug}.example`);
  await orderAt(world, "handed_over");
  for (let n = 0; n < 21; n++) {
    const { reference } = await orderAt(world, "placed", "orderer", { quantity: 2, recipients });
    if (n % 2) await decideApproval(manager, { reference, decision: "approved" });
  }
}, 120_000);

describe("a list costs the same for 2 rows and for 20", () => {
  it.each(["/orders", "/orders?view=desk", "/tickets"])("GET %s", async (path) => {
    const call = async (limit: number) => {
      const { body } = await first(`GET ${path}${path.includes("?") ? "&" : "?"}limit=${limit}` as `GET /${string}`);
      expect(body.items).toHaveLength(limit);
    };
    // The first call of a minute also marks the token as used.
    await call(2);
    const few = await statementsOf(() => call(2));
    expect(few.filter((statement) => /"(orders|tickets)"/.test(statement))).toHaveLength(1);
    expect(await statementsOf(() => call(20))).toHaveLength(few.length);
  });

  it.each([
    ["/orders", "mine", "orderer", 20],
    ["/approvals", "approvals", "manager", 10],
    ["/desk", "desk", "first", 20],
  ] as const)("the page %s", async (_, view, who, most) => {
    const ctx = await world.as(who);
    const list = (limit: number) => async () => {
      expect((await listOrders(ctx, { view }, { limit })).items).toHaveLength(limit);
    };
    const few = await statementsOf(list(2));
    // Read only, its organisation, the rows, their calendars, their policies.
    expect(few).toHaveLength(5);
    expect(await statementsOf(list(most))).toHaveLength(5);
  });
});
