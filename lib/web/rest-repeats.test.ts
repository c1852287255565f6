import { eq } from "drizzle-orm";
import { beforeAll, expect, test } from "vitest";
import { orders } from "@/db/schema/orders";
import { comments } from "@/db/schema/tickets";
import { read } from "@/lib/base/context";
import { type RestClient, restClient, tokenOf } from "@/lib/testing/rest-client";
import { makeWorld, mondayMorning, setNow, type World } from "@/lib/testing/world";

let world: World;
let staff: RestClient;
let coordinator: RestClient;
let manager: RestClient;
let first: RestClient;

beforeAll(async () => {
  setNow(mondayMorning);
  world = await makeWorld();
  const clients = await Promise.all(
    ["staff", "coordinator", "manager", "first"].map(async (who) => restClient(await tokenOf(world, who))),
  );
  [staff, coordinator, manager, first] = clients as [RestClient, RestClient, RestClient, RestClient];
});

const order = (deliverTo = "Receptionen") => ({
  ...{ service: "ipad", variant: "personlig", hardware: "ipad-air-11", quantity: 1, deliverTo, addOns: [] },
  ...{ recipients: [`staff@${world.slug}.example`], costCentre: "2110-10" },
});

const byKey = (key: string) => ({ "idempotency-key": key });

test("the same key and body give the first answer again, byte for byte, also after the order has moved on", async () => {
  const one = await staff("POST /orders", order(), byKey("a-1"));
  await manager(`POST /orders/${one.body.reference}/approvals`, { decision: "approved" });
  const two = await staff("POST /orders", order(), byKey("a-1"));
  expect([two.status, two.text]).toEqual([201, one.text]);
  expect(two.headers.get("etag")).toBe(one.headers.get("etag"));
  expect(two.headers.get("location")).toBe(`/api/v1/orders/${one.body.reference}`);
  expect([one, two].map(({ headers }) => headers.get("idempotent-replayed"))).toEqual([null, "true"]);
  expect(await ordersFor("a-1")).toHaveLength(1);
});

test("another body or another address under the same key is 409", async () => {
  const { body } = await staff("POST /orders", order(), byKey("b-1"));
  const other = await staff("POST /orders", order("Matsalen"), byKey("b-1"));
  expect([other.status, other.body.code]).toEqual([409, "errors.idempotencyOther"]);
  const elsewhere = await staff(`POST /orders/${body.reference}/cancellation`, { reason: "Fel" }, byKey("b-1"));
  expect(elsewhere.status).toBe(409);
  expect(await ordersFor("b-1")).toHaveLength(1);
});

test("another instant under the same key is another body", async () => {
  const { reference } = (await staff("POST /orders", order())).body;
  await manager(`POST /orders/${reference}/approvals`, { decision: "approved" });
  const pause = (reviewAt: string) =>
    first(`POST /tickets/${reference}/pauses`, { reason: "Väntar", waitingFor: "other", reviewAt }, byKey("i-1"));
  expect((await pause("2027-01-04T08:00:00+01:00")).status).toBe(201);
  expect((await pause("2027-01-05T08:00:00+01:00")).status).toBe(409);
  expect((await pause("2027-01-04T08:00:00+01:00")).status).toBe(201);
});

test("ten at once with one key make one order, and all ten get it", async () => {
  const answers = await Promise.all([...Array(10)].map(() => staff("POST /orders", order(), byKey("c-1"))));
  expect(answers.map(({ status }) => status)).toEqual(Array(10).fill(201));
  expect(new Set(answers.map(({ text }) => text)).size).toBe(1);
  expect(await ordersFor("c-1")).toHaveLength(1);
});

test("two persons may use the same key", async () => {
  const one = await staff("POST /orders", order(), byKey("d-1"));
  const two = await coordinator("POST /orders", { ...order(), unit: "bjorkskolan" }, byKey("d-1"));
  expect([one.status, two.status]).toEqual([201, 201]);
  expect(two.body.reference).not.toBe(one.body.reference);
});

test("what was refused is not kept: put right, the same key goes through", async () => {
  const refused = await staff("POST /orders", { ...order(), costCentre: "9999-99" }, byKey("e-1"));
  expect(refused.status).toBe(400);
  expect((await staff("POST /orders", order(), byKey("e-1"))).status).toBe(201);
});

test("a comment is written once", async () => {
  const { reference } = (await staff("POST /orders", order())).body;
  const write = () => staff(`POST /tickets/${reference}/comments`, { body: "Hej", visibility: "public" }, byKey("f-1"));
  await Promise.all([write(), write(), write()]);
  const ctx = world.portal();
  const rows = await read(ctx, (tx) => tx.select().from(comments).where(eq(comments.body, "Hej")));
  expect(rows).toHaveLength(1);
});

test("twenty approvers at once: one wins, the others are told that it is decided", async () => {
  const { reference } = (await staff("POST /orders", order())).body;
  const decisions = [...Array(20)].map((_, n) =>
    manager(
      `POST /orders/${reference}/approvals`,
      n % 2 ? { decision: "approved" } : { decision: "declined", reason: "Nej tack" },
    ),
  );
  const statuses = (await Promise.all(decisions)).map(({ status }) => status);
  expect(statuses.filter((status) => status === 201)).toHaveLength(1);
  expect(statuses.filter((status) => status === 409)).toHaveLength(19);
});

test.each(["", "x".repeat(201), "två ord"])("a key that is no key is 400: %j", async (key) => {
  const { status, body } = await staff("POST /orders", order(), byKey(encodeURI(key) === key ? key : "two words"));
  expect([status, body.errors]).toMatchObject([400, [{ path: "Idempotency-Key" }]]);
});

function ordersFor(key: string) {
  return read(world.portal(), (tx) => tx.select().from(orders).where(eq(orders.submissionKey, key)));
}
