import { count } from "drizzle-orm";
import { beforeAll, describe, expect, test } from "vitest";
import { history } from "@/db/schema/history";
import { read } from "@/lib/base/context";
import { referenceOf } from "@/lib/base/reference";
import { orderAt, type Staged } from "@/lib/testing/orders";
import { type RestClient, restClient, tokenOf } from "@/lib/testing/rest-client";
import { makeWorld, mondayMorning, setNow, type World } from "@/lib/testing/world";
import { restCalls } from "./rest-calls";

process.env.SEAL_KEY ??= "a key for these tests, long enough to be one";

const roles = [
  "staff",
  "staff2",
  "orderer",
  "secretary",
  "representative",
  "manager",
  "first",
  "lead",
  "admin",
] as const;
type Who = (typeof roles)[number];

let here: World;
let elsewhere: World;
let order: Staged;
let theirs: Staged;
let clients: Record<Who, RestClient>;

beforeAll(async () => {
  setNow(mondayMorning);
  here = await makeWorld();
  elsewhere = await makeWorld("linderas");
  order = await orderAt(here, "placed");
  theirs = await orderAt(elsewhere, "placed");
  const made = roles.map(async (who) => [who, restClient(await tokenOf(here, who))] as const);
  clients = Object.fromEntries(await Promise.all(made)) as Record<Who, RestClient>;
});

const place = {
  ...{ service: "ipad", variant: "personlig", hardware: "ipad-air-11", quantity: 1, recipients: [] },
  ...{ costCentre: "2110-10", deliverTo: "Receptionen", addOns: [] },
};
const pause = { reason: "Väntar på svar", waitingFor: "other", reviewAt: "2027-01-04T08:00:00+01:00" };

function upload(): FormData {
  const form = new FormData();
  form.set("file", new File(["Fel 42"], "logg.txt"));
  return form;
}

/** A body that each call would take: what is refused must be refused for who asks, not for what they sent. */
/** A number that no test's ticket comes to have: into itself would be another refusal. */
const far = referenceOf(990_000);
const bodies: Record<string, unknown> = {
  "/orders/{reference}/approvals": { decision: "approved" },
  "/orders/{reference}/changes": { hardware: "ipad-11", costCentre: "2110-20", deliverTo: "Sal 4" },
  "/orders/{reference}/cancellation": { reason: "Behövs inte" },
  "/orders/{reference}/lines/{line}/serial-number": { serialNumber: "DMPXK2ABC1" },
  "/orders/{reference}/lines/{line}/handover": { receivedBy: "Maja Ekdahl" },
  "/orders/{reference}/lines/{line}/acknowledgement": {},
  "/tickets/{reference}/comments": { body: "Hej", visibility: "public" },
  "/tickets/{reference}/assignment": { assignee: null },
  "/tickets/{reference}/transfers": { line: 2, reason: "Hör till MDM", note: "Profilen saknas" },
  "/tickets/{reference}/attachments": upload(),
  "/tickets/{reference}/pauses": pause,
  "/tickets/{reference}/resumptions": {},
  "/tickets/{reference}/resolution": { resolution: "Löst", code: "by_requester" },
  "/tickets/{reference}/reopenings": { reason: "Felet kom tillbaka" },
  "/tickets/{reference}/classification": { impact: 1 },
  "/tickets/{reference}/cancellation": { reason: "Behövs inte" },
  "/tickets/{reference}/closing": {},
  "/tickets/{reference}/merges": { into: far },
  "/tickets/{reference}/duplicates": { into: far },
  "/tickets/{reference}/separations": {},
};

const onOne = Object.entries(restCalls).flatMap(([path, calls]) =>
  path.includes("{reference}") ? Object.keys(calls).map((method) => ({ path, method })) : [],
);

const call = (
  client: RestClient,
  { path, method }: { path: string; method: string },
  staged: Staged,
  body?: unknown,
) => {
  const address = path.replace("{reference}", staged.reference).replace("{line}", staged.lineId);
  return client(`${method} ${address}` as "GET /", method === "GET" ? undefined : (body ?? bodies[path]));
};

test("every call on one order or ticket is in the matrix", () => {
  expect(onOne.filter(({ method }) => method === "POST").map(({ path }) => path)).toEqual(Object.keys(bodies));
});

describe.each(onOne)("$method $path", (one) => {
  test("another organisation's reference is as one that does not exist, whoever asks, and nothing is written", async () => {
    const before = await written();
    const absent = { ...theirs, reference: "000-0000" };
    for (const who of roles) {
      const hidden = await call(clients[who], one, theirs);
      const none = await call(clients[who], one, absent);
      expect([who, hidden.status, hidden.text]).toEqual([who, 404, none.text]);
    }
    expect(await written()).toEqual(before);
  });

  test("those who have nothing to do with it do not learn that it exists", async () => {
    const before = await written();
    for (const who of ["staff2", "secretary", "representative"] as const) {
      expect([who, (await call(clients[who], one, order)).status]).toEqual([who, 404]);
    }
    expect(await written()).toEqual(before);
  });
});

test.each<[string, Partial<Record<Who, number>>]>([
  ["GET /orders/{reference}", { staff: 200, orderer: 404, manager: 200, first: 200, lead: 200, admin: 200 }],
  ["GET /tickets/{reference}", { staff: 200, orderer: 404, manager: 404, first: 200, lead: 200, admin: 200 }],
  ["GET /tickets/{reference}/history", { staff: 200, orderer: 404, manager: 404, first: 200, lead: 200, admin: 200 }],
  ["POST /orders/{reference}/approvals", { staff: 403, orderer: 404, first: 403, lead: 403, admin: 403 }],
  ["POST /orders/{reference}/changes", { orderer: 404, manager: 403, first: 403, lead: 403, admin: 403 }],
  ["POST /orders/{reference}/cancellation", { orderer: 404, manager: 403, admin: 403 }],
  ["POST /orders/{reference}/lines/{line}/serial-number", { staff: 403, manager: 403, admin: 403, first: 409 }],
  ["POST /orders/{reference}/lines/{line}/handover", { staff: 403, manager: 403, admin: 403, first: 409 }],
  ["POST /orders/{reference}/lines/{line}/acknowledgement", { manager: 403, first: 403, admin: 403, staff: 409 }],
  ["POST /tickets/{reference}/comments", { orderer: 404, manager: 404, admin: 403 }],
  ["GET /tickets/{reference}/attachments", { staff: 200, orderer: 404, manager: 404, first: 200, admin: 200 }],
  ["POST /tickets/{reference}/attachments", { orderer: 404, manager: 404, admin: 403, staff: 201, first: 201 }],
  ["POST /tickets/{reference}/pauses", { staff: 403, manager: 404, admin: 403, first: 409 }],
  ["POST /tickets/{reference}/resumptions", { staff: 403, manager: 404, admin: 403, first: 409 }],
])("who may %s", async (name, expected) => {
  const [method = "", path = ""] = name.split(" ");
  for (const [who, status] of Object.entries(expected)) {
    const answer = await call(clients[who as Who], { method, path }, order);
    expect([who, answer.status]).toEqual([who, status]);
  }
});

test("internal notes are for agents: not to be written by the requester, and not in what they read", async () => {
  const note = { body: "Bara för oss", visibility: "internal" };
  const comments = { method: "POST", path: "/tickets/{reference}/comments" };
  expect((await call(clients.staff, comments, order, note)).status).toBe(403);
  expect((await call(clients.first, comments, order, note)).status).toBe(201);
  for (const path of ["/tickets/{reference}", "/tickets/{reference}/history", "/orders/{reference}"]) {
    expect((await call(clients.staff, { method: "GET", path }, order)).text).not.toContain("Bara för oss");
  }
  const history = { method: "GET", path: "/tickets/{reference}/history" };
  expect((await call(clients.first, history, order)).text).toContain("Bara för oss");
});

test("lists hold one's own organisation, and of it what one may read", async () => {
  for (const who of roles) {
    for (const path of ["/orders", "/tickets"] as const) {
      const { text, body } = await clients[who](`GET ${path}?limit=200`);
      expect(text).not.toContain(theirs.reference);
      const sees = { staff: true, first: true, lead: true, admin: true, manager: path === "/orders" }[who as string];
      expect([who, path, (body.items as unknown[]).length]).toEqual([who, path, sees ? 1 : 0]);
    }
  }
});

test("what belongs to another organisation cannot be named in an order: units, people, cost centres", async () => {
  const before = await written();
  const foreign = [
    { unit: "lindskolan" },
    { recipients: [`staff@${elsewhere.slug}.example`] },
    { service: "ipad-elsewhere" },
    { unit: "hemtjanst-norra", costCentre: "3210-10" },
  ];
  for (const changes of foreign) {
    const { status } = await clients.staff("POST /orders", { ...place, ...changes });
    expect([JSON.stringify(changes), status >= 400 && status < 500]).toEqual([JSON.stringify(changes), true]);
  }
  expect(await written()).toEqual(before);
});

test("connections are the administrator's, and each organisation's own", async () => {
  const ours = {
    provider: "ldap",
    url: "ldaps://9.9.9.9",
    bindDn: "cn=portal",
    password: "hemligt-här",
    baseDn: "dc=x",
  };
  expect((await clients.admin("PUT /connections/directory", ours)).status).toBe(200);
  const other = restClient(await tokenOf(elsewhere, "admin"));
  expect((await other("GET /connections/directory")).status).toBe(404);
  expect((await other("POST /connections/directory/test")).status).toBe(404);
  for (const who of roles.filter((each) => each !== "admin")) {
    for (const kind of ["mdm", "directory", "mail"] as const) {
      expect((await clients[who](`GET /connections/${kind}`)).status).toBe(403);
      expect((await clients[who](`POST /connections/${kind}/test`)).status).toBe(403);
    }
  }
});

test("nothing but the description answers without a token", async () => {
  for (const [path, calls] of Object.entries(restCalls)) {
    for (const method of Object.keys(calls)) {
      const answer = await call(restClient(), { path: path.replace("{service}", "ipad"), method }, order, {});
      expect([method, path, answer.status]).toEqual([method, path, 401]);
    }
  }
});

async function written(): Promise<unknown> {
  const counts = [here, elsewhere].map((world) =>
    read(world.portal(), (tx) => tx.select({ acts: count() }).from(history)),
  );
  return Promise.all(counts);
}
