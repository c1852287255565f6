import { beforeAll, expect, test } from "vitest";
import { madeToken, type RestClient, restClient, tokenOf } from "@/lib/testing/rest-client";
import { makeWorld, mondayMorning, setNow, type World } from "@/lib/testing/world";
import { largestBody } from "./body-limit";
import { secondsToWait } from "./rate-limits";

let world: World;
let staff: RestClient;
let manager: RestClient;
let first: RestClient;

beforeAll(async () => {
  setNow(mondayMorning);
  world = await makeWorld();
  const clients = await Promise.all(
    ["staff", "manager", "first"].map(async (who) => restClient(await tokenOf(world, who))),
  );
  [staff, manager, first] = clients as [RestClient, RestClient, RestClient];
});

const order = (changes: Record<string, unknown> = {}) => ({
  ...{ service: "ipad", variant: "personlig", hardware: "ipad-air-11", quantity: 1 },
  ...{ recipients: [`staff@${world.slug}.example`], costCentre: "2110-10", deliverTo: "Receptionen", addOns: [] },
  ...changes,
});

async function placed() {
  const { body, headers } = await staff("POST /orders", order());
  const [line] = body.lines as { id: string }[];
  return { reference: String(body.reference), line: line?.id ?? "", etag: headers.get("etag") ?? "", body };
}

test("400 names every bad field, in the reader's language", async () => {
  const bad = await staff("POST /orders", order({ costCentre: "", recipients: ["nobody"], deliverTo: "" }), {
    "accept-language": "en",
  });
  expect(bad.status).toBe(400);
  expect(bad.headers.get("content-type")).toBe("application/problem+json");
  const paths = (bad.body.errors as { path: string; message: string }[]).map(({ path }) => path);
  expect(paths.sort()).toEqual(["costCentre", "deliverTo", "recipients.0"]);
  for (const { message } of bad.body.errors as { message: string }[]) expect(message).toMatch(/^[A-Z].* /);
});

test.each([
  ["addOns", { addOns: [{ slug: "airprint" }] }],
  ["costCentre", { costCentre: "9999-99" }],
  ["recipients.0", { recipients: ["representative@elsewhere.example"] }],
  ["hardware", { hardware: "ipad-mini" }],
  ["variant", { variant: "publik", recipients: [] }],
  ["quantity", { quantity: 0 }],
  ["deliverTo", { deliverTo: "Rum \0 1" }],
])("400 at %s", async (path, changes) => {
  const { status, body } = await staff("POST /orders", order(changes));
  expect(status).toBe(400);
  expect((body.errors as { path: string }[]).map((each) => each.path)).toContain(path);
});

test.each(["2026-12-14", "2026-12-14T09:00:00", "2026-02-30T09:00:00Z", "1969-12-31T23:59:00Z", "snart", 7, null])(
  "400 for an instant that is none: %j",
  async (receivedAt) => {
    const { status, body } = await staff("POST /quotes", { service: "ipad", receivedAt });
    expect([status, body.errors]).toMatchObject([400, [{ path: "receivedAt" }]]);
  },
);

test("an add-on alone is refused with a sentence of its own", async () => {
  const { status, body } = await staff("POST /orders", { service: "airprint", device: "DMPXK2ABC1", printer: "p1" });
  expect([status, body.errors]).toEqual([
    400,
    [{ path: "service", message: "AirPrint går inte att beställa här än. Ring servicedesk så hjälper vi dig." }],
  ]);
});

test("400 for what is no JSON, for a cursor that is none, and for a filter that does not exist", async () => {
  expect((await staff("POST /orders", "{")).body.code).toBe("errors.json");
  expect((await staff("GET /orders?cursor=x")).body.errors).toMatchObject([{ path: "cursor" }]);
  expect((await staff("GET /tickets?owner=me")).body.errors).toMatchObject([{ path: "owner" }]);
  expect((await staff("GET /orders?limit=0")).status).toBe(400);
});

test("401 without a token, with a made-up one, and with one for nobody", async () => {
  for (const token of [undefined, "x", `sp_${world.slug}_${"a".repeat(43)}`, `sp_nowhere_${"a".repeat(43)}`]) {
    const { status, headers, body } = await restClient(token)("GET /me");
    expect([status, headers.get("www-authenticate"), body.code]).toEqual([401, "Bearer", "errors.noToken"]);
  }
});

test("403 outside the token's scopes, before the body is looked at", async () => {
  const reader = restClient(await tokenOf(world, "staff", ["read"]));
  expect((await reader("POST /orders", order())).body).toMatchObject({ status: 403, code: "errors.scope" });
  expect((await reader("GET /me")).status).toBe(200);
  const writer = restClient(await tokenOf(world, "staff", ["write"]));
  expect((await writer("GET /me")).status).toBe(403);
});

test("404 for a mistyped reference says so; a line that is not the order's is 404", async () => {
  const { reference, line } = await placed();
  const swapped = reference.replace(/(\d)$/, (digit) => String((Number(digit) + 1) % 10));
  const mistyped = await staff(`GET /orders/${swapped}`);
  expect([mistyped.status, mistyped.body.errors]).toMatchObject([404, [{ path: "reference" }]]);
  const other = await placed();
  const wrong = await first(`POST /orders/${reference}/lines/${other.line}/serial-number`, {
    serialNumber: "DMPXK2ABC9",
  });
  expect(wrong.status).toBe(404);
  expect(line).not.toBe(other.line);
});

test("409 when it was decided already, 412 when the version is another, and nothing has changed", async () => {
  const { reference } = await placed();
  const stale = await manager(`POST /orders/${reference}/approvals`, { decision: "approved" }, { "if-match": '"7"' });
  expect([stale.status, stale.body.code]).toEqual([412, "errors.versionMismatch"]);
  const weak = await manager(`POST /orders/${reference}/approvals`, { decision: "approved" }, { "if-match": 'W/"1"' });
  expect(weak.status).toBe(412);
  const acts = [
    staff(`POST /tickets/${reference}/comments`, { body: "Hej", visibility: "public" }, { "if-match": '"99"' }),
    first(`POST /orders/${reference}/cancellation`, { reason: "Fel modell" }, { "if-match": '"99"' }),
    staff(
      `POST /orders/${reference}/changes`,
      { hardware: "ipad-11", costCentre: "2110-20", deliverTo: "Sal 4" },
      { "if-match": '"99"' },
    ),
  ];
  expect((await Promise.all(acts)).map(({ status }) => status)).toEqual([412, 412, 412]);
  const declined = await manager(`POST /orders/${reference}/approvals`, { decision: "declined", reason: "Inte nu" });
  expect([declined.status, declined.body.status]).toEqual([201, "declined"]);
  const again = await manager(`POST /orders/${reference}/approvals`, { decision: "approved" });
  expect([again.status, again.body.code]).toEqual([409, "orders.alreadyDecided"]);
});

test("413 for a body over the limit, however it comes", async () => {
  const large = JSON.stringify(order({ note: "x".repeat(largestBody) }));
  expect((await staff("POST /orders", large)).status).toBe(413);
  expect((await staff("POST /orders", "{}", { "content-length": String(largestBody + 1) })).status).toBe(413);
});

test("429 with Retry-After: by token, and by address for refused tokens alone", async () => {
  const { id, token } = await madeToken(world, "staff");
  for (let n = 0; n < 1200; n++) await secondsToWait("token", id);
  const full = await restClient(token)("GET /me");
  expect([full.status, full.body.code]).toEqual([429, "errors.tooMany"]);
  expect(Number(full.headers.get("retry-after"))).toBeGreaterThan(0);
  const from = { "x-forwarded-for": "192.0.2.7" };
  const refused = await Promise.all([...Array(61)].map(() => restClient("x")("GET /me", undefined, from)));
  expect(refused.at(-1)?.status).toBe(429);
  expect((await staff("GET /me", undefined, from)).status).toBe(200);
});

test("405 names what the address takes, 404 what is no address, HEAD and OPTIONS answer", async () => {
  const wrong = await staff("DELETE /orders");
  expect([wrong.status, wrong.headers.get("allow")]).toEqual([405, "GET, HEAD, POST, OPTIONS"]);
  expect(wrong.headers.get("content-type")).toBe("application/problem+json");
  expect((await staff("POST /me")).status).toBe(405);
  expect((await staff("POST /tickets/100-0002/nothing", {})).status).toBe(404);
  expect((await staff("GET /devices")).status).toBe(404);
  expect((await staff("HEAD /me")).text).toBe("");
  expect((await staff("OPTIONS /me")).headers.get("allow")).toBe("GET, HEAD, OPTIONS");
});
