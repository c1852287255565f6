import { eq } from "drizzle-orm";
import { afterAll, afterEach, beforeAll, describe, expect, it } from "vitest";
import { roleAssignments, sessions } from "@/db/schema/people";
import { systemNow } from "@/lib/base/clock";
import { inTransaction } from "@/lib/base/context";
import { hashOf, newId } from "@/lib/base/ids";
import { personOf } from "@/lib/base/may";
import { notePresence } from "@/lib/desk/presence";
import { stopListening } from "@/lib/live/signals";
import { disablePerson } from "@/lib/people/disable-person";
import { endSession } from "@/lib/people/end-session";
import { findSession } from "@/lib/people/find-session";
import { cookieOf, type LiveReader, readLive } from "@/lib/testing/live-reader";
import { faultIn } from "@/lib/testing/tickets";
import { makeWorld, type World } from "@/lib/testing/world";
import { assignTicket } from "@/lib/tickets/assign-ticket";
import { classifyTicket } from "@/lib/tickets/classify-ticket";
import { getTicket } from "@/lib/tickets/queries";
import { TransferTicket } from "@/lib/tickets/schema";
import { transferTicket } from "@/lib/tickets/transfer-ticket";
import { writeComment } from "@/lib/tickets/write-comment";
import { endLiveStreams, liveAnswer } from "./live-answer";

let world: World;
let elsewhere: World;
const open: LiveReader[] = [];

beforeAll(async () => {
  process.env.DEMO = "1";
  world = await makeWorld();
  elsewhere = await makeWorld("linderas");
});
afterEach(() => {
  for (const reader of open.splice(0)) reader.leave();
});
afterAll(async () => {
  endLiveStreams();
  await stopListening();
});

async function reading(who: string, options: Parameters<typeof readLive>[1] = {}, where = world): Promise<LiveReader> {
  const reader = await readLive(await cookieOf(await where.as(who)), options);
  open.push(reader);
  return reader;
}

const saw = (reference: string) => (seen: LiveReader["seen"]) => seen.some(({ data }) => data.reference === reference);
const note = { known: "Felet kvarstår", tried: "Omstart", asked: "Se loggarna" };

describe("a change on another's screen", () => {
  it("is there though another stream of the municipality has ended meanwhile, and so is who reads", async () => {
    const reference = await faultIn(world);
    const [lead, gone] = [await reading("lead"), await reading("second")];
    gone.leave();
    const first = await world.as("first");
    await assignTicket(first, { reference, assignee: personOf(first).email });
    await lead.until(() => saw(reference)(lead.seen));
    await notePresence(first, { reference, isWriting: false, isLeaving: false });
    await lead.until(() => lead.seen.some(({ event, data }) => event === "presence" && data.reference === reference));
  });

  it("is there within a second: new, assigned, replied to, transferred", async () => {
    const lead = await reading("lead");
    const first = await world.as("first");
    const took: number[] = [];
    const timed = async (act: () => Promise<unknown>, seen: () => boolean) => {
      await act();
      const done = performance.now();
      await lead.until(seen);
      took.push(performance.now() - done);
    };
    let reference = "";
    const versions = () => lead.seen.filter(({ data }) => data.reference === reference).map(({ data }) => data.version);
    await timed(
      async () => {
        reference = await faultIn(world);
      },
      () => saw(reference)(lead.seen),
    );
    expect(lead.seen.at(-1)?.data).toMatchObject({ reference, isNew: true });
    const acts = [
      () => assignTicket(first, { reference, assignee: personOf(first).email }),
      () => writeComment(first, { reference, body: "Starta om den", visibility: "public" }),
      () => transferTicket(first, { reference, ...TransferTicket.parse({ line: 2, reason: "Djupare kunskap", note }) }),
    ];
    for (const act of acts) {
      const before = versions().length;
      await timed(act, () => versions().length > before);
    }
    expect(lead.seen.at(-1)?.data).toEqual({
      reference,
      version: (await getTicket(first, reference)).ticket.version,
      isNew: false,
    });
    process.stdout.write(`\nseen after the act, ms: ${took.map((ms) => Math.round(ms)).join(", ")}\n`);
    expect(Math.max(...took)).toBeLessThan(1_000);
  });
});

describe("only what one may see", () => {
  it("of one's own municipality, by role, confidential and protected tickets too", async () => {
    const everyone = [
      "first",
      "second",
      "third",
      "lead",
      "admin",
      "printers",
      "staff",
      "staff2",
      "manager",
      "secretary",
    ];
    const readers = new Map<string, LiveReader>();
    for (const who of everyone) readers.set(who, await reading(who));
    readers.set("stranger", await reading("lead", {}, elsewhere));
    const hidden = await faultIn(world, { category: "sensitive" });
    const turned = await faultIn(world);
    await classifyTicket(await world.as("first"), { reference: turned, category: "sensitive" });
    const meeting = await faultIn(world, { category: "meeting-documents" }, "representative");
    const plain = await faultIn(world, {}, "staff2");
    const theirs = await faultIn(elsewhere);
    await readers.get("lead")?.until(saw(plain));
    await readers.get("stranger")?.until(saw(theirs));
    await new Promise((done) => setTimeout(done, 300));
    for (const [who, reader] of readers) {
      const place = who === "stranger" ? elsewhere : world;
      const ctx = await place.as(who === "stranger" ? "lead" : who);
      for (const reference of [hidden, meeting, plain, theirs]) {
        const may = await getTicket(ctx, reference).then(
          () => true,
          () => false,
        );
        expect([who, reference, reader.tickets().includes(reference)]).toEqual([who, reference, may]);
      }
    }
    expect(readers.get("second")?.tickets()).toContain(hidden);
    expect(readers.get("lead")?.tickets()).not.toContain(hidden);
    expect(readers.get("staff2")?.tickets()).toEqual([plain]);
  });

  it("nothing without a session, and 404s nothing away: 401", async () => {
    expect((await liveAnswer(new Request("http://portal.example/api/live"))).status).toBe(401);
    expect((await readLive("__Host-session=aminne.nonsense")).status).toBe(401);
  });
});

describe("a right that ends", () => {
  it("ends the stream with the session, and an open stream is no use of the session", async () => {
    const ctx = await world.as("first");
    const cookie = await cookieOf(ctx);
    const anHourAgo = new Date(systemNow().getTime() - 3_600_000);
    const mine = eq(sessions.tokenHash, hashOf(cookie.split("=")[1] ?? ""));
    await inTransaction(ctx, (tx) => tx.update(sessions).set({ lastSeenAt: anHourAgo }).where(mine));
    const reader = await readLive(cookie, { recheckMs: 100 });
    await new Promise((done) => setTimeout(done, 250));
    expect((await inTransaction(ctx, (tx) => tx.select().from(sessions).where(mine)))[0]?.lastSeenAt).toEqual(
      anHourAgo,
    );
    open.push(reader);
    const token = cookie.split("=")[1] ?? "";
    const session = await findSession(token, undefined, { isUse: false });
    await endSession(ctx, { sessionId: session?.sessionId ?? "" });
    await reader.until(() => reader.isOver(), 2_000);
    expect((await readLive(cookie)).status).toBe(401);
  });

  it("ends it when the person is disabled", async () => {
    const reader = await reading("third", { recheckMs: 100 });
    await disablePerson(await world.as("admin"), { personId: personOf(await world.as("third")).personId });
    await reader.until(() => reader.isOver(), 2_000);
  });

  it("stops what a role gave when the role is gone", async () => {
    const ctx = await world.as("printers");
    const reader = await reading("coordinator", { recheckMs: 100 });
    const { personId, unitId } = personOf(await world.as("coordinator"));
    const role = { id: newId(), organisationId: ctx.organisation.id, personId, unitId, role: "first_line" } as const;
    await inTransaction(ctx, (tx) =>
      tx.insert(roleAssignments).values({ ...role, source: "administrator", createdAt: ctx.now }),
    );
    await new Promise((done) => setTimeout(done, 300));
    const before = await faultIn(world);
    await reader.until(saw(before));
    await inTransaction(ctx, (tx) => tx.delete(roleAssignments).where(eq(roleAssignments.id, role.id)));
    await new Promise((done) => setTimeout(done, 300));
    const after = await faultIn(world);
    await new Promise((done) => setTimeout(done, 300));
    expect(reader.tickets()).not.toContain(after);
  });
});

describe("the server's own limits", () => {
  it("lets a person have twenty streams, and frees a place when one is left", async () => {
    const cookie = await cookieOf(await world.as("second"));
    const many = await Promise.all(Array.from({ length: 20 }, () => readLive(cookie)));
    open.push(...many);
    expect((await readLive(cookie)).status).toBe(429);
    many[0]?.leave();
    const next = await readLive(cookie);
    open.push(next);
    expect(next.status).toBe(200);
  });

  it("ends every stream at once when the process is asked to stop", async () => {
    const reader = await reading("lead");
    endLiveStreams();
    await reader.until(() => reader.isOver(), 500);
    expect((await readLive(await cookieOf(await world.as("lead")))).status).toBe(503);
  });
});
