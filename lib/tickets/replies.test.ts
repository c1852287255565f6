import { eq } from "drizzle-orm";
import { beforeAll, describe, expect, it } from "vitest";
import { tickets } from "@/db/schema/tickets";
import { inTransaction } from "@/lib/base/context";
import { faultIn } from "@/lib/testing/tickets";
import { makeWorld, type World } from "@/lib/testing/world";
import { changeQueue } from "./change-queue";
import { listLinks } from "./links";
import { listComments } from "./list-comments";
import { markDuplicate, mergeTicket } from "./merge-ticket";
import { pauseTicket } from "./pause-ticket";
import { getTicket } from "./queries";
import { resolveTicket } from "./resolve-ticket";
import { ResolveTicket, TransferTicket } from "./schema";
import { sweepDue } from "./sweep-due";
import { transferTicket } from "./transfer-ticket";
import { unmergeTicket } from "./unmerge-ticket";
import { writeComment } from "./write-comment";

let world: World;
beforeAll(async () => {
  world = await makeWorld();
});

const later = (time: string) => new Date(`2026-12-${time}:00+01:00`);
const stillBroken = "Tack, men det fungerar fortfarande inte.";
const statusOf = async (reference: string) => (await getTicket(world.portal(), reference)).ticket.status;

async function resolved(): Promise<string> {
  const reference = await faultIn(world);
  await resolveTicket(await world.as("first"), { reference, ...ResolveTicket.parse({ resolution: "Synkar igen" }) });
  return reference;
}

const say = async (reference: string, body: string, when?: Date, isAutomatic = false) =>
  writeComment(await world.as("staff", when), { reference, body, visibility: "public", isAutomatic });

describe("a reply within the five working days of grace", () => {
  it.each([
    "Tack!",
    "Tack så mycket för hjälpen 🙂",
    "Hej!\nNu funkar det, tack.\n\nMvh\nMaja",
    "Perfekt",
    "Thanks, works now!",
  ])("that only thanks is filed: %j", async (body) => {
    const reference = await resolved();
    expect(await say(reference, body)).toMatchObject({ outcome: "filed" });
    expect(await statusOf(reference)).toBe("resolved");
    expect(await listComments(await world.as("first"), reference)).toHaveLength(1);
  });

  it("that a machine wrote is filed, whatever it says", async () => {
    const reference = await resolved();
    expect(await say(reference, stillBroken, undefined, true)).toMatchObject({ outcome: "filed" });
    expect(await statusOf(reference)).toBe("resolved");
  });

  it("that says something opens it again", async () => {
    const reference = await resolved();
    expect(await say(reference, stillBroken, later("21T16:59"))).toMatchObject({ outcome: "reopened" });
    expect(await statusOf(reference)).toBe("in_progress");
  });
});

describe("closing by itself", () => {
  it("comes at closing time on the fifth working day, not before; a reply then opens a linked ticket", async () => {
    const reference = await resolved();
    await sweepDue(world.portal(later("21T16:59")));
    expect(await statusOf(reference)).toBe("resolved");
    await sweepDue(world.portal(later("21T17:00")));
    expect(await statusOf(reference)).toBe("closed");
    const { outcome, writtenTo } = await say(reference, stillBroken, later("22T09:00"));
    expect(outcome).toBe("linked");
    expect(await statusOf(reference)).toBe("closed");
    const view = await getTicket(await world.as("staff"), writtenTo);
    expect(view.ticket).toMatchObject({ status: "new", description: stillBroken, receivedAt: later("22T09:00") });
    expect(await listLinks(await world.as("first"), writtenTo)).toMatchObject([
      { kind: "follow_up", direction: "to", reference },
    ]);
    expect(await say(reference, "Tack!", later("22T10:00"))).toMatchObject({ outcome: "filed" });
  });
});

describe("what stands in the way of one ticket", () => {
  it("is no hindrance to the others that are due, and is told", async () => {
    const [broken, whole] = [await resolved(), await resolved()];
    await inTransaction(world.portal(), (tx) =>
      tx.update(tickets).set({ serviceLevelId: null }).where(eq(tickets.reference, broken)),
    );
    await expect(sweepDue(world.portal(later("21T17:00")))).rejects.toBeInstanceOf(AggregateError);
    expect([await statusOf(broken), await statusOf(whole)]).toEqual(["resolved", "closed"]);
    await inTransaction(world.portal(), (tx) =>
      tx.update(tickets).set({ nextSweepAt: null }).where(eq(tickets.reference, broken)),
    );
  });

  it("is not a queue that was closed meanwhile: opened again it is another's of its line, or the first line's", async () => {
    const reference = await faultIn(world);
    const on = TransferTicket.parse({ line: 3, queue: "line-3", reason: "Loggar", note: "Behöver specialist" });
    await transferTicket(await world.as("first"), { reference, ...on });
    await resolveTicket(await world.as("third"), { reference, ...ResolveTicket.parse({ resolution: "Synkar igen" }) });
    await changeQueue(await world.as("admin"), { queue: "line-3", isClosed: true });
    expect(await say(reference, stillBroken)).toMatchObject({ outcome: "reopened" });
    const { queue, ticket } = await getTicket(world.portal(), reference);
    expect([queue, ticket.line, ticket.assigneeId]).toEqual(["line-1", 1, null]);
  });
});

describe("a wait", () => {
  const pause = async (waitingFor: "requester" | "supplier") => {
    const reference = await faultIn(world);
    const why = { reason: "Vi behöver veta mer", waitingFor, reviewAt: later("18T08:00") };
    const supplier = { supplier: "Atlas", supplierReference: "A-77", promisedOn: "2026-12-18" };
    await pauseTicket(await world.as("first"), { reference, ...why, ...(waitingFor === "supplier" ? supplier : {}) });
    return reference;
  };

  it("for the requester ends when they answer", async () => {
    const reference = await pause("requester");
    expect(await say(reference, "Modellen är en Air")).toMatchObject({ outcome: "resumed" });
    expect(await statusOf(reference)).toBe("in_progress");
  });

  it("for a supplier does not, carries what the supplier said, and ends at its review date", async () => {
    const reference = await pause("supplier");
    expect(await say(reference, "Hur går det?")).toMatchObject({ outcome: "filed" });
    const { pause: open } = await getTicket(world.portal(), reference);
    expect(open).toMatchObject({ supplier: "Atlas", supplierReference: "A-77", promisedOn: "2026-12-18" });
    await sweepDue(world.portal(later("18T07:59")));
    expect(await statusOf(reference)).toBe("paused");
    await sweepDue(world.portal(later("18T08:00")));
    expect(await statusOf(reference)).toBe("in_progress");
  });
});

describe("a merge", () => {
  it("sends replies to the ticket that goes on, and can be undone for 30 days", async () => {
    const [from, to] = [await faultIn(world), await faultIn(world)];
    await mergeTicket(await world.as("first"), { reference: from, into: to });
    expect(await say(from, "Händer även i Mail")).toMatchObject({ outcome: "redirected", writtenTo: to });
    expect((await listComments(await world.as("first"), to)).map(({ body }) => body)).toEqual(["Händer även i Mail"]);
    const tooLate = await world.as("first", new Date("2027-01-13T09:00:01+01:00"));
    await expect(unmergeTicket(tooLate, { reference: from })).rejects.toThrow("tickets.mergedTooLongAgo");
    await unmergeTicket(await world.as("first", new Date("2027-01-13T09:00:00+01:00")), { reference: from });
    // Nobody had begun with it.
    expect(await statusOf(from)).toBe("new");
    expect(await say(from, "Tack, här också")).toMatchObject({ outcome: "filed", writtenTo: from });
  });

  it("shows the one requester nothing of what the other writes", async () => {
    const [from, to] = [await faultIn(world), await faultIn(world, {}, "staff2")];
    await mergeTicket(await world.as("first"), { reference: from, into: to });
    // Nor its number: they are led to their own.
    expect(await say(from, "Mitt lösenord är borta")).toMatchObject({ outcome: "redirected", writtenTo: from });
    expect(await listComments(await world.as("staff2"), to)).toEqual([]);
    expect(await listComments(await world.as("first"), to)).toMatchObject([{ visibility: "internal" }]);
  });

  it("opens the ticket that goes on again, or a new one, when that one has ended meanwhile", async () => {
    const [from, to] = [await faultIn(world), await faultIn(world)];
    await mergeTicket(await world.as("first"), { reference: from, into: to });
    await resolveTicket(await world.as("first"), {
      reference: to,
      ...ResolveTicket.parse({ resolution: "Synkar igen" }),
    });
    expect(await say(from, "Tack!")).toMatchObject({ outcome: "redirected", writtenTo: to });
    expect(await statusOf(to)).toBe("resolved");
    expect(await say(from, stillBroken)).toMatchObject({ outcome: "reopened", writtenTo: to });
    expect(await statusOf(to)).toBe("in_progress");
  });

  it("never leaves a reply in another's ticket that nobody works any more", async () => {
    const [from, to] = [await faultIn(world), await faultIn(world, {}, "staff2")];
    await mergeTicket(await world.as("first"), { reference: from, into: to });
    await resolveTicket(await world.as("first"), {
      reference: to,
      ...ResolveTicket.parse({ resolution: "Synkar igen" }),
    });
    const { outcome, writtenTo } = await say(from, stillBroken);
    expect(outcome).toBe("linked");
    const { ticket, requester } = await getTicket(await world.as("staff"), writtenTo);
    expect([ticket.description, requester]).toEqual([stillBroken, `staff@${world.slug}.example`]);
    expect(await statusOf(to)).toBe("resolved");
  });

  it("that is followed by another sends replies to the last of them", async () => {
    const [a, b, c] = [await faultIn(world), await faultIn(world), await faultIn(world)];
    await mergeTicket(await world.as("first"), { reference: a, into: b });
    await mergeTicket(await world.as("first"), { reference: b, into: c });
    expect(await say(a, "Händer även i Mail")).toMatchObject({ outcome: "redirected", writtenTo: c });
    expect((await listComments(await world.as("first"), c)).map(({ body }) => body)).toEqual(["Händer även i Mail"]);
  });

  it("takes nothing confidential into a ticket that is not", async () => {
    const [from, to] = [await faultIn(world, { category: "sensitive" }), await faultIn(world)];
    for (const verb of [mergeTicket, markDuplicate])
      await expect(verb(await world.as("second"), { reference: from, into: to })).rejects.toMatchObject({
        key: "tickets.confidentialStays",
      });
  });
});
