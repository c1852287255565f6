import { afterAll, beforeEach, expect, it } from "vitest";
import { systemNow } from "@/lib/base/clock";
import { NotAllowed } from "@/lib/base/errors";
import { appointSubstitute } from "@/lib/people/appoint-substitute";
import { orderOf } from "@/lib/testing/orders";
import { makeWorld, mondayMorning, setNow, type World } from "@/lib/testing/world";
import { decideApproval } from "./decide-approval";
import { placeOrder } from "./place-order";
import { getOrder, listOrders } from "./queries";
import { nearestApprovers } from "./reminders";

let world: World;

beforeEach(async () => {
  setNow(mondayMorning);
  world = await makeWorld();
});
afterAll(() => setNow(systemNow()));

const standsInFor = async (away: string, who: string) =>
  appointSubstitute(await world.as(away), {
    ...{ substitute: `${who}@${world.slug}.example`, from: "2026-12-14", to: "2026-12-18" },
  });
const placedBy = async (who: string) => (await placeOrder(await world.as(who), orderOf())).reference;
const approve = async (who: string, reference: string) =>
  decideApproval(await world.as(who), { reference, decision: "approved" });
const asked = async (reference: string) => {
  const { order } = await getOrder(world.portal(), reference);
  return (await nearestApprovers(world.portal(), order)).map(({ email }) => email.split("@")[0]);
};
const waitingFor = async (who: string) =>
  (await listOrders(await world.as(who), { view: "approvals" }, { limit: 10 })).items.map(({ reference }) => reference);

it("a substitute approves for the approver, but nothing of their own", async () => {
  await standsInFor("manager", "orderer");
  const [theirs, own] = [await placedBy("staff"), await placedBy("orderer")];
  expect(await waitingFor("orderer")).toEqual([theirs]);
  expect(await asked(own)).toEqual(["manager"]);
  await approve("orderer", theirs);
  await expect(approve("orderer", own)).rejects.toThrow(NotAllowed);
});

it("a substitute approves nothing that was ordered by the one they stand in for", async () => {
  await standsInFor("manager", "orderer");
  const reference = await placedBy("manager");
  expect(await asked(reference)).toEqual(["manager2"]);
  expect(await waitingFor("orderer")).toEqual([]);
  await expect(approve("orderer", reference)).rejects.toThrow(NotAllowed);
  await approve("manager2", reference);
});

it("a right of one's own is not lost by standing in for somebody", async () => {
  await standsInFor("manager", "manager2");
  const reference = await placedBy("manager");
  expect(await asked(reference)).toEqual(["manager2"]);
  expect(await waitingFor("manager2")).toEqual([reference]);
  await approve("manager2", reference);
});
