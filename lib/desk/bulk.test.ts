import { eq } from "drizzle-orm";
import { beforeAll, describe, expect, it } from "vitest";
import { bulkItems, bulkRuns } from "@/db/schema/desk-work";
import { letters } from "@/db/schema/history";
import { persons } from "@/db/schema/people";
import { type Context, inTransaction, read } from "@/lib/base/context";
import { faultIn } from "@/lib/testing/tickets";
import { makeWorld, mondayMorning, setNow, type World } from "@/lib/testing/world";
import { assignTicket } from "@/lib/tickets/assign-ticket";
import { getTicket } from "@/lib/tickets/queries";
import { listTicketHistory } from "@/lib/tickets/ticket-history";
import { itemsOf, settleItem } from "./bulk-items";
import { PrepareBulk } from "./bulk-schema";
import { continueBulk } from "./continue-bulk";
import { getBulk } from "./get-bulk";
import { prepareBulk } from "./prepare-bulk";
import { runBulk } from "./run-bulk";
import { undoBulk } from "./undo-bulk";

let world: World;
let first: Context;

beforeAll(async () => {
  setNow(mondayMorning);
  world = await makeWorld();
  first = await world.as("first");
});

const address = (who: string) => `${who}@${world.slug}.example`;
const faults = async (count: number, who = "staff") => {
  const references: string[] = [];
  for (let n = 0; n < count; n++) references.push(await faultIn(world, { title: `Fel nummer ${n}` }, who));
  return references;
};
const prepare = (act: string, references: string[], input: object, ctx = first) =>
  prepareBulk(ctx, PrepareBulk.parse({ act, references, input }));
const outcomes = async (id: string, ctx = first) =>
  (await getBulk(ctx, id)).items.map(({ item }) => `${item.state}${item.why ? ` ${item.why.key}` : ""}`);
const eventsOf = async (reference: string) =>
  (await listTicketHistory(world.portal(), reference, { limit: 50 })).items.map(({ event }) => event);
const lettersTo = (who: string, kind: string) =>
  read(world.portal(), async (tx) =>
    (
      await tx
        .select()
        .from(letters)
        .where(eq(letters.toAddress, address(who)))
    ).filter((each) => each.kind === kind),
  );

describe("many tickets at once", () => {
  it("five, of which two cannot: the others are done, and each says why", async () => {
    const references = await faults(5);
    const [, second = "", , fourth = ""] = references;
    await assignTicket(first, { reference: second, assignee: address("first") });
    const run = await prepare("assign", [...references, "999-9999"], { assignee: address("first") });
    const stops = "pending tickets.alreadyAssigned";
    expect(await outcomes(run.id)).toEqual([
      "pending",
      stops,
      "pending",
      "pending",
      "pending",
      "skipped bulk.why.absent",
    ]);
    expect((await getTicket(first, references[0] ?? "")).assignee).toBeNull();
    // Somebody else is quicker with one of them, between the look and the act.
    await assignTicket(await world.as("lead"), { reference: fourth, assignee: address("lead") });
    await runBulk(first, run);
    expect(await outcomes(run.id)).toEqual([
      ...["done", "skipped tickets.alreadyAssigned", "done", "skipped bulk.why.changed", "done"],
      "skipped bulk.why.absent",
    ]);
    expect((await getTicket(first, references[4] ?? "")).assignee).toBe(address("first"));
    expect((await getTicket(first, fourth)).assignee).toBe(address("lead"));
  });

  it("gives back what it changed, once, and leaves what has changed since", async () => {
    const references = await faults(3);
    const run = await prepare("classify", references, { category: "printing", urgency: 1 });
    await runBulk(first, run);
    const [one = "", two = ""] = references;
    expect((await getTicket(first, one)).ticket).toMatchObject({ category: "printing", urgency: 1 });
    await assignTicket(first, { reference: two, assignee: address("first") });
    const back = await undoBulk(first, run);
    expect(await outcomes(back.id)).toEqual(["done", "skipped bulk.why.changed", "done"]);
    expect((await getTicket(first, one)).ticket).toMatchObject({ category: "ipad/sync", urgency: 3 });
    expect((await getTicket(first, two)).ticket).toMatchObject({ category: "printing" });
    await expect(undoBulk(first, run)).rejects.toMatchObject({ key: "bulk.errors.undone" });
    await expect(undoBulk(first, back)).rejects.toMatchObject({ key: "bulk.errors.noUndo" });
  });

  it("tells who has several one letter, who has one that letter, and nobody at a rehearsal", async () => {
    const references = [...(await faults(3)), ...(await faults(1, "staff2"))];
    const before = [
      (await lettersTo("staff", "ticket.reply")).length,
      (await lettersTo("staff2", "ticket.reply")).length,
    ];
    const run = await prepare("reply", references, { body: "Felet är hittat och lagas i dag." });
    expect((await lettersTo("staff2", "ticket.reply")).length).toBe(before[1]);
    await runBulk(first, run);
    const digests = await lettersTo("staff", "ticket.digest");
    expect(digests).toHaveLength(1);
    const content = digests[0]?.content as { facts: { label: string }[]; paragraphs: string[] };
    expect(content.facts.map(({ label }) => label)).toEqual(references.slice(0, 3));
    expect(content.paragraphs.filter((each) => each.includes("lagas i dag"))).toHaveLength(1);
    expect((await lettersTo("staff", "ticket.reply")).length).toBe(before[0]);
    const theirs = await lettersTo("staff2", "ticket.reply");
    expect(theirs.length).toBe((before[1] ?? 0) + 1);
    // Answered by mail, it must find its way back.
    expect(theirs.find(({ reference }) => reference === references[3])).toMatchObject({ origin: "person" });
  });

  it.each([
    [
      "transfer",
      { queue: "line-2", reason: "Djupare fel", note: { known: "Allt", tried: "Omstart", asked: "Se loggen" } },
      "tickets.transferred",
    ],
    [
      "pause",
      { waitingFor: "requester", reason: "Vi väntar på svar", reviewAt: { day: "21", month: "12", year: "2026" } },
      "tickets.paused",
    ],
    ["resolve", { resolution: "Omstart hjälpte", code: "fixed" }, "tickets.resolved"],
    ["cancel", { reason: "Anmält två gånger" }, "tickets.cancelled"],
  ])("%s is the ticket's own verb", async (act, input, event) => {
    const references = await faults(2);
    await runBulk(first, await prepare(act, references, input));
    for (const reference of references) expect(await eventsOf(reference)).toContain(event);
  });

  it("checks rights ticket by ticket", async () => {
    const secretary = await world.as("secretary");
    const own = await faultIn(world, { category: "meeting-documents" }, "representative");
    const [others = ""] = await faults(1);
    const run = await prepare("resolve", [own, others], { resolution: "Visat i appen" }, secretary);
    await runBulk(secretary, run);
    expect(await outcomes(run.id, secretary)).toEqual(["done", "skipped bulk.why.absent"]);
  });
});

describe("a run", () => {
  it("is not for those who work no tickets, and is nobody else's", async () => {
    const references = await faults(1);
    await expect(prepare("cancel", references, { reason: "Nej tack" }, await world.as("staff"))).rejects.toMatchObject({
      status: 403,
    });
    const run = await prepare("assign", references, { assignee: address("first") });
    const foreign = await (await makeWorld("linderas")).as("first");
    for (const other of [await world.as("lead"), foreign]) {
      await expect(runBulk(other, run)).rejects.toMatchObject({ status: 404 });
      await expect(getBulk(other, run.id)).rejects.toMatchObject({ status: 404 });
      await expect(undoBulk(other, run)).rejects.toMatchObject({ status: 404 });
    }
  });

  it("begins once, however often it is sent", async () => {
    const run = await prepare("assign", await faults(2), { assignee: address("first") });
    const sent = await Promise.allSettled([runBulk(first, run), runBulk(first, run), runBulk(first, run)]);
    expect(sent.filter(({ status }) => status === "fulfilled")).toHaveLength(1);
    expect(await outcomes(run.id)).toEqual(["done", "done"]);
  });

  it("goes on where it was interrupted, no ticket done twice, whoever goes on with it", async () => {
    const references = await faults(6);
    const { id } = await prepare("reply", references, { body: "Vi arbetar med det." });
    const [run] = await inTransaction(first, (tx) =>
      tx.update(bulkRuns).set({ status: "running" }).where(eq(bulkRuns.id, id)).returning(),
    );
    if (!run) throw new Error("no run");
    const items = await read(first, (tx) => itemsOf(tx, id));
    for (const item of items.slice(0, 2)) await settleItem(first, run, item);
    // Two workers, and one who took up an item that had been settled meanwhile.
    const again = items.slice(0, 3).map((item) => settleItem(first, run, item));
    await Promise.all([continueBulk(world.portal(), id), continueBulk(world.portal(), id), ...again]);
    expect(await outcomes(id)).toEqual(Array(6).fill("done"));
    for (const reference of references) {
      expect((await eventsOf(reference)).filter((event) => event === "tickets.commented")).toHaveLength(1);
    }
    expect((await getBulk(first, id)).run.status).toBe("done");
  });

  it("passes by what is left where the person may no longer sign in", async () => {
    const printers = await world.as("printers");
    const { id } = await prepare("assign", await faults(1), { assignee: address("first") }, printers);
    await inTransaction(world.portal(), async (tx) => {
      await tx.update(bulkRuns).set({ status: "running" }).where(eq(bulkRuns.id, id));
      await tx
        .update(persons)
        .set({ disabledAt: mondayMorning })
        .where(eq(persons.email, address("printers")));
    });
    await continueBulk(world.portal(), id);
    const [item] = await read(first, (tx) => tx.select().from(bulkItems).where(eq(bulkItems.runId, id)));
    expect(item).toMatchObject({ state: "skipped", why: { key: "bulk.why.personGone" } });
  });
});
