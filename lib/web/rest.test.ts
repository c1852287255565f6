import { beforeAll, expect, test } from "vitest";
import { type RestClient, restClient, tokenOf } from "@/lib/testing/rest-client";
import { makeWorld, mondayMorning, setNow, type World } from "@/lib/testing/world";

process.env.SEAL_KEY ??= "a key for these tests, long enough to be one";
process.env.ALLOW_ADDRESSES = "192.0.2.25";

let world: World;
let staff: RestClient;
let manager: RestClient;
let first: RestClient;
let admin: RestClient;

beforeAll(async () => {
  setNow(mondayMorning);
  world = await makeWorld();
  const clients = await Promise.all(
    ["staff", "manager", "first", "admin"].map(async (who) => restClient(await tokenOf(world, who))),
  );
  [staff, manager, first, admin] = clients as [RestClient, RestClient, RestClient, RestClient];
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

test("who the token speaks for, with roles by unit and the cost centres of one's units", async () => {
  expect((await staff("GET /me")).body).toEqual({
    ...{ email: `staff@${world.slug}.example`, name: "Maja Ekdahl", organisation: world.slug },
    roles: [{ role: "staff", unit: "bjorkskolan" }],
    units: [{ slug: "bjorkskolan", name: "Björkskolan", costCentres: ["2110-10", "2110-20"] }],
  });
});

test("the service description: variants, hardware with rent in SEK, sections as HTML and as text", async () => {
  const { body } = await staff("GET /services/ipad");
  expect(body).toMatchObject({ slug: "ipad", version: 1, orderable: true, deliveryWorkingDays: 14 });
  expect(body.hardware).toContainEqual(
    expect.objectContaining({ slug: "ipad-air-11", class: "plus", rentPerMonth: 249, orderable: true }),
  );
  expect(body.hardware).toContainEqual(expect.objectContaining({ slug: "ipad-mini", orderable: false }));
  expect((body.sections as { html: string; text: string }[])[0]?.html).toMatch(/^<p>/);
  expect((await staff("GET /services")).body).toEqual({ items: [body], next: null });
  expect((await staff("GET /services/ipad", undefined, { "accept-language": "en" })).body.summary).toMatch(/^A tablet/);
});

test("a quote counts fourteen working days, day by day from day 0 to the due day", async () => {
  const { body, status } = await staff("POST /quotes", { service: "ipad", receivedAt: "2026-12-14T08:00:00Z" });
  const ledger = body.ledger as { date: string; counted: boolean; number?: number; reason: string }[];
  expect([status, body.workingDays, body.dueAt]).toEqual([200, 14, "2027-01-08T16:00:00+01:00"]);
  expect(body.receivedAt).toBe("2026-12-14T09:00:00+01:00");
  const toTheMinute = await staff("POST /quotes", { service: "ipad", receivedAt: "2026-12-14T09:00+01:00" });
  expect(toTheMinute.body).toEqual(body);
  expect([ledger.length, ledger[0]?.date, ledger.at(-1)?.date]).toEqual([26, "2026-12-14", "2027-01-08"]);
  expect(ledger.filter(({ counted }) => counted).map(({ number }) => number)).toEqual(
    [...Array(14).keys()].map((n) => n + 1),
  );
  expect(ledger.find(({ date }) => date === "2026-12-24")).toMatchObject({
    counted: false,
    reason: "julafton – stängt",
  });
});

test("an order from placed to confirmed, each act with the version it was read in", async () => {
  const { reference, line, etag, body } = await placed();
  expect(body).toMatchObject({
    status: "awaiting_approval",
    requester: `staff@${world.slug}.example`,
    rentPerMonth: 249,
  });
  expect(body.promise).toMatchObject({ dueAt: "2027-01-08T16:00:00+01:00" });
  expect(body.clock).toMatchObject({ target: "delivery", dueAt: "2027-01-08T16:00:00+01:00", state: "paused" });
  const approved = await manager(`POST /orders/${reference}/approvals`, { decision: "approved" }, { "if-match": etag });
  expect([approved.status, approved.body.status]).toEqual([201, "preparing"]);
  expect(approved.headers.get("etag")).toBe(`"${approved.body.version}"`);
  const tasks = (approved.body.lines as { tasks: { kind: string; detail: string }[] }[])[0]?.tasks;
  expect(tasks?.find(({ kind }) => kind === "add_to_groups")?.detail).toMatch(
    /user-iPad-wlan-adm-new.*user-iPad-service-personlig/,
  );
  const serial = await first(`POST /orders/${reference}/lines/${line}/serial-number`, { serialNumber: "dmpx k2ab c1" });
  expect((serial.body.lines as unknown[])[0]).toMatchObject({ serialNumber: "DMPXK2ABC1" });
  const early = await first(`POST /orders/${reference}/lines/${line}/handover`, { receivedBy: "Maja Ekdahl" });
  expect([early.status, early.body.code]).toEqual([409, "orders.notReady"]);
});

test("promise, clock and ticket are of one evaluation, before and after a pause", async () => {
  const { reference } = await placed();
  await manager(`POST /orders/${reference}/approvals`, { decision: "approved" });
  const pause = {
    reason: "Slut i lager",
    waitingFor: "supplier",
    supplier: "Leverantören",
    reviewAt: "2027-01-04T08:00:00+01:00",
  };
  const paused = await first(`POST /tickets/${reference}/pauses`, pause);
  expect([paused.status, paused.body.status]).toEqual([201, "paused"]);
  expect(paused.body.waiting).toMatchObject({ waitingFor: "supplier", reviewAt: "2027-01-04T08:00:00+01:00" });
  setNow(new Date("2026-12-17T10:00:00+01:00"));
  const resumed = await first(`POST /tickets/${reference}/resumptions`);
  const clocks = resumed.body.clocks as Record<string, unknown>[];
  expect(clocks[0]).toMatchObject({ target: "delivery", state: "running", dueAt: "2027-01-12T17:00:00+01:00" });
  const after = await staff(`GET /orders/${reference}`);
  expect((after.body.promise as { dueAt: string }).dueAt).toBe(clocks[0]?.dueAt);
  expect(after.body.clock).toEqual(clocks[0]);
  setNow(mondayMorning);
});

test("a change asks for approval again, and shows the difference", async () => {
  const { reference } = await placed();
  const { body } = await staff(`POST /orders/${reference}/changes`, {
    hardware: "ipad-11",
    costCentre: "2110-10",
    deliverTo: "Receptionen",
  });
  const rounds = body.approvals as { isSuperseded: boolean; changes: { field: string }[] }[];
  expect(rounds.map(({ isSuperseded }) => isSuperseded)).toEqual([true, false]);
  expect(rounds[1]?.changes.map(({ field }) => field)).toContain("hardware");
});

test("a connection: set, shown without secrets, and only by an administrator", async () => {
  const smtp = { smtpUrl: "smtp://portal:hemligt-ord@192.0.2.25:587", from: "IT <it@town.example>" };
  const put = await admin("PUT /connections/mail", smtp);
  expect(put.text).not.toContain("hemligt-ord");
  const shown = await admin("GET /connections/mail");
  expect(shown.body).toEqual(put.body);
  for (const client of [staff, manager, first]) {
    expect((await client("GET /connections/mail")).status).toBe(403);
    expect((await client("PUT /connections/mail", smtp)).status).toBe(403);
    expect((await client("POST /connections/mail/test")).status).toBe(403);
  }
  expect((await admin("GET /connections/directory")).status).toBe(404);
  expect((await admin("PUT /connections/mdm", { provider: "intune" })).body.errors).toMatchObject([
    { path: "provider" },
  ]);
});
