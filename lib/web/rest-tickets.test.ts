import { beforeAll, describe, expect, test } from "vitest";
import { type RestAnswer, type RestClient, restClient, tokenOf } from "@/lib/testing/rest-client";
import { makeWorld, mondayMorning, setNow, type World } from "@/lib/testing/world";

let world: World;
const clients: Record<string, RestClient> = {};
const as = (who: string): RestClient => clients[who] as RestClient;
const address = (who: string) => `${who}@${world.slug}.example`;

beforeAll(async () => {
  setNow(mondayMorning);
  world = await makeWorld();
  for (const who of ["staff", "staff2", "first", "second", "third", "lead", "admin", "secretary"])
    clients[who] = restClient(await tokenOf(world, who));
});

const fault = { type: "incident", title: "Kalendern synkar inte", description: "Sedan i går.", category: "ipad/sync" };
const open = async (changes: Record<string, unknown> = {}, who = "staff") =>
  as(who)("POST /tickets", { ...fault, ...changes });
const opened = async (changes: Record<string, unknown> = {}, who = "staff") =>
  String((await open(changes, who)).body.reference);

const shape = [
  ...["reference", "type", "title", "description", "category", "channel", "impact", "urgency", "priority"],
  ...["status", "line", "queue", "assignee", "requester", "receivedAt", "firstResponseAt", "resolvedAt", "closedAt"],
  ...["resolution", "clocks", "version"],
];

describe("POST /tickets", () => {
  test("opens one: 201 with the whole ticket, its version as ETag and its address", async () => {
    const { status, body, headers } = await open({ device: "dmpxk2abc1", ownership: "municipal" });
    expect(status).toBe(201);
    for (const field of shape) expect([field, field in body]).toEqual([field, true]);
    expect(body).toMatchObject({
      ...{ ...fault, channel: "api", impact: 3, urgency: 3, priority: 3, status: "new", line: 1, queue: "line-1" },
      ...{ assignee: null, requester: address("staff"), device: "DMPXK2ABC1", firstResponseAt: null, resolution: null },
    });
    expect(body.reference).toMatch(/^\d{3}-\d{4}$/);
    expect(headers.get("etag")).toBe(`"${body.version}"`);
    expect(headers.get("location")).toBe(`/api/v1/tickets/${body.reference}`);
    const clocks = body.clocks as { target: string; dueAt: string; state: string; elapsedMinutes: number }[];
    expect(clocks.map(({ target }) => target).sort()).toEqual(["resolution", "response", "update"]);
    for (const { dueAt, state, elapsedMinutes } of clocks) {
      expect([state, elapsedMinutes]).toEqual(["running", 0]);
      expect(dueAt).toMatch(/^2026-12-\d\dT\d\d:\d\d:\d\d(\.\d+)?\+01:00$/);
    }
  });

  test.each([
    ["type", { type: "wish" }],
    ["title", { title: "" }],
    ["title", { title: undefined }],
    ["category", { category: "no/such" }],
    ["channel", { channel: "pigeon" }],
    ["impact", { impact: 5 }],
    ["urgency", { urgency: "1" }],
    ["ownership", { ownership: "stolen" }],
    ["requester", { requester: "nobody" }],
  ])("400 at %s", async (path, changes) => {
    const { status, body } = await open(changes);
    expect([status, (body.errors as { path: string }[]).map((each) => each.path)]).toEqual([400, [path]]);
  });

  test("for another only by an agent; a stranger is 400 for the agent, and 403 alike for staff", async () => {
    expect(await open({ requester: address("staff2"), channel: "phone" }, "first")).toMatchObject({
      ...{ status: 201, body: { requester: address("staff2"), channel: "phone" } },
    });
    expect((await open({ requester: "nobody@elsewhere.example" }, "first")).status).toBe(400);
    for (const requester of [address("staff2"), "nobody@elsewhere.example"])
      expect((await open({ requester })).status).toBe(403);
  });

  test("that somebody called, wrote or came is said by agents alone", async () => {
    for (const channel of ["phone", "walk_in", "email", "import"])
      expect([channel, (await open({ channel })).status]).toEqual([channel, 403]);
    for (const channel of ["portal", "api"])
      expect(await open({ channel })).toMatchObject({ status: 201, body: { channel } });
    expect((await open({ channel: "walk_in" }, "first")).status).toBe(201);
  });

  test("for someone whose matter the agent may not see afterwards: opened, answered once, then hidden", async () => {
    const { status, body } = await open({ requester: address("staff2"), category: "sensitive" }, "first");
    expect([status, body.queue]).toEqual([201, "sensitive"]);
    expect((await as("first")(`GET /tickets/${body.reference}`)).status).toBe(404);
    expect((await as("staff2")(`GET /tickets/${body.reference}`)).status).toBe(200);
  });

  test("Idempotency-Key: the same again, and 409 for another body", async () => {
    const key = { "idempotency-key": "t-1" };
    const [one, two] = [await as("staff")("POST /tickets", fault, key), await as("staff")("POST /tickets", fault, key)];
    expect([two.status, two.text]).toEqual([201, one.text]);
    expect((await as("staff")("POST /tickets", { ...fault, title: "Något annat" }, key)).status).toBe(409);
  });
});

test("a ticket's whole way: each act answers 201 with the ticket, and the version only grows", async () => {
  const reference = await opened();
  const acts: [string, string, unknown, Record<string, unknown>][] = [
    ["first", "assignment", { assignee: address("first") }, { assignee: address("first"), status: "in_progress" }],
    ["first", "comments", { body: "Vi ser på det.", visibility: "public" }, { status: "in_progress" }],
    ["first", "classification", { impact: 1, urgency: 1 }, { priority: 1 }],
    ["first", "transfers", { line: 2, reason: "Hör till MDM", note: "Profilen saknas" }, { line: 2, assignee: null }],
    ["second", "transfers", { line: 3, queue: "line-3", reason: "Loggar", note: "Fel i nätet" }, { queue: "line-3" }],
    ["third", "transfers", { line: 2, reason: "Åter", note: "Nätet är helt" }, { queue: "line-2", line: 2 }],
    [
      ...(["second", "pauses"] as const),
      { reason: "Vilken modell?", waitingFor: "requester", reviewAt: "2026-12-21T08:00:00+01:00" },
      { status: "paused" },
    ],
    ["second", "resumptions", {}, { status: "in_progress" }],
    ["second", "resolution", { resolution: "Profilen är tillbaka", code: "fixed" }, { status: "resolved" }],
    ["staff", "comments", { body: "Tack!", visibility: "public" }, { status: "resolved" }],
    ["staff", "reopenings", { reason: "Felet kom tillbaka" }, { status: "in_progress", resolution: null }],
    ["second", "resolution", { resolution: "Bytt profil" }, { status: "resolved", resolution: "Bytt profil" }],
    ["staff", "closing", {}, { status: "closed" }],
  ];
  let version = 1;
  for (const [who, act, body, expected] of acts) {
    const answer = await as(who)(`POST /tickets/${reference}/${act}`, body, { "if-match": `"${version}"` });
    expect([act, answer.status, answer.body]).toMatchObject([act, 201, expected]);
    expect(Number(answer.body.version)).toBeGreaterThan(version);
    expect(answer.headers.get("etag")).toBe(`"${answer.body.version}"`);
    const stale = await as(who)(`POST /tickets/${reference}/${act}`, body, { "if-match": `"${version}"` });
    expect([act, stale.status]).toEqual([act, 412]);
    version = Number(answer.body.version);
  }
  const again = await as("first")(`POST /tickets/${reference}/assignment`, { assignee: null });
  expect(again.status).toBe(409);
});

test("merging, parting and cancelling; a hidden target is as an absent one", async () => {
  const [one, two, hidden] = [await opened(), await opened(), await opened({ category: "sensitive" })];
  for (const into of [hidden, "000-0000", "123", "100-0003"])
    expect((await as("first")(`POST /tickets/${one}/merges`, { into })).status).toBe(404);
  expect((await as("first")(`POST /tickets/${one}/merges`, { into: one })).status).toBe(409);
  const merged = await as("first")(`POST /tickets/${one}/merges`, { into: two.replace("-", "") });
  expect([merged.status, merged.body.status]).toEqual([201, "cancelled"]);
  const links = await as("first")(`GET /tickets/${one}/links`);
  expect(links.body.items).toMatchObject([{ kind: "merged", direction: "to", reference: two }]);
  expect((await as("first")(`POST /tickets/${one}/separations`, {})).body.status).toBe("new");
  expect((await as("first")(`POST /tickets/${one}/duplicates`, { into: two })).status).toBe(201);
  const cancelled = await as("staff")(`POST /tickets/${two}/cancellation`, { reason: "Behövs inte" });
  expect([cancelled.status, cancelled.body.status]).toEqual([201, "cancelled"]);
});

test("handed over out of one's sight: answered, then hidden", async () => {
  const reference = await opened({ category: "sensitive" });
  const on = { line: 3, queue: "line-3", reason: "Loggar", note: "Behöver specialist" };
  const key = { "idempotency-key": "out-of-sight" };
  for (const _ of [1, 2]) {
    const { status, body } = await as("second")(`POST /tickets/${reference}/transfers`, on, key);
    expect([status, body.queue]).toEqual([201, "line-3"]);
  }
  expect((await as("second")(`GET /tickets/${reference}`)).status).toBe(404);
});

describe("history", () => {
  type Item = { at: string; actor: string; event: string; detail: Record<string, unknown> };
  const itemsOf = ({ body }: RestAnswer) => body.items as Item[];

  test("holds every act, oldest first, page by page; the requester reads what concerns them", async () => {
    const [reference, other] = [await opened(), await opened({}, "staff2")];
    const say = (body: string, visibility: string) =>
      as("first")(`POST /tickets/${reference}/comments`, { body, visibility });
    await say("Hemlig anteckning", "internal");
    await say("Vi ser på det", "public");
    await as("first")(`POST /tickets/${reference}/transfers`, { line: 2, reason: "Hemligt skäl", note: "Hemlig not" });
    await as("second")(`POST /tickets/${reference}/merges`, { into: other });
    const events = ["opened", "commented", "commented", "transferred", "merged"].map((each) => `tickets.${each}`);
    const all = itemsOf(await as("second")(`GET /tickets/${reference}/history`));
    expect(all.map(({ event }) => event)).toEqual(events);
    expect(all[1]).toMatchObject({ detail: { body: "Hemlig anteckning", visibility: "internal" } });
    expect(all[3]).toMatchObject({ detail: { reason: "Hemligt skäl", from: "line-1", to: "line-2" } });
    expect(all[4]).toMatchObject({ detail: { into: other } });

    const theirs = await as("staff")(`GET /tickets/${reference}/history`);
    expect(itemsOf(theirs).map(({ event }) => event)).toEqual(events.toSpliced(1, 1));
    for (const secret of ["Hemlig", other]) expect(theirs.text).not.toContain(secret);
    expect(theirs.text).toContain("Vi ser på det");

    const paged: Item[] = [];
    for (let cursor: string | null = ""; cursor !== null; ) {
      const page = await as("second")(`GET /tickets/${reference}/history?limit=2${cursor && `&cursor=${cursor}`}`);
      paged.push(...itemsOf(page));
      cursor = page.body.next as string | null;
    }
    expect(paged).toEqual(all);
  });

  test("of a hidden ticket is as of none", async () => {
    const reference = await opened({ category: "sensitive" });
    for (const who of ["first", "third", "lead", "admin", "staff2"])
      expect([who, (await as(who)(`GET /tickets/${reference}/history`)).status]).toEqual([who, 404]);
  });

  test("an agent who reported a confidential matter is its requester and no more", async () => {
    const reference = await opened({ category: "sensitive" }, "third");
    const note = { body: "Bara för kön", visibility: "internal" };
    expect((await as("second")(`POST /tickets/${reference}/comments`, note)).status).toBe(201);
    expect((await as("third")(`GET /tickets/${reference}/history`)).text).not.toContain("Bara för kön");
    expect((await as("third")(`POST /tickets/${reference}/comments`, note)).status).toBe(403);
    expect((await as("third")(`POST /tickets/${reference}/assignment`, { assignee: null })).status).toBe(403);
  });
});

test("each filter narrows: a category takes what lies under it, several words are any of them", async () => {
  const mine = await opened({ category: "ipad/passcode", title: "Glömd kod zebra", device: "DMPZEBRA1" }, "staff2");
  await as("first")(`POST /tickets/${mine}/assignment`, { assignee: address("first") });
  const found = async (query: string, who = "lead") =>
    ((await as(who)(`GET /tickets?limit=200&${query}`)).body.items as { reference: string }[]).map(
      ({ reference }) => reference,
    );
  const narrow = `requester=${address("staff2")}`;
  for (const query of [
    ...["q=zebra", "category=ipad", "category=ipad/passcode", "status=in_progress", "status=new,in_progress"],
    ...["line=1", "queue=line-1", `assignee=${address("first")}`, "device=dmpzebra1", "received_from=2026-12-14"],
    ...["received_to=2026-12-14", `received_from=${encodeURIComponent("2026-12-14T08:00:00+01:00")}`],
  ])
    expect([query, await found(`${narrow}&${query}`)]).toEqual([query, expect.arrayContaining([mine])]);
  for (const query of [
    ...["q=giraff", "category=ipad/sync", "category=ipa", "status=closed", "line=2,3", "queue=line-2", "assignee=none"],
    ...["device=X", "received_from=2026-12-15", "received_to=2026-12-13"],
  ])
    expect([query, await found(`${narrow}&${query}`)]).not.toEqual([query, expect.arrayContaining([mine])]);
  expect(await found("", "staff")).not.toContain(mine);
});
