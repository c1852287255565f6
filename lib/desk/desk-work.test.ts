import { beforeAll, describe, expect, it } from "vitest";
import type { Context } from "@/lib/base/context";
import { Conflict, Invalid, NotAllowed, NotFound, RuleBroken } from "@/lib/base/errors";
import { faultIn } from "@/lib/testing/tickets";
import { makeWorld, type World } from "@/lib/testing/world";
import { assignTicket } from "@/lib/tickets/assign-ticket";
import { classifyTicket } from "@/lib/tickets/classify-ticket";
import { listConversation } from "@/lib/tickets/conversation";
import { mergeTicket } from "@/lib/tickets/merge-ticket";
import { getTicket } from "@/lib/tickets/queries";
import { resolveTicket } from "@/lib/tickets/resolve-ticket";
import { writeComment } from "@/lib/tickets/write-comment";
import { saveChecklist } from "./save-checklist";
import { saveNote, sendReply } from "./send-reply";
import { listTime, spendTime, takeBackTime } from "./spend-time";
import { listTicketChecklists, tickItem } from "./ticket-checklists";
import { findTicketDraft, keepTicketDraft } from "./ticket-drafts";
import { findUndoable, undoLastAct } from "./undo-last-act";

let world: World;
let elsewhere: World;
let first: Context;

beforeAll(async () => {
  world = await makeWorld();
  elsewhere = await makeWorld("linderas");
  first = await world.as("first");
});

const later = (minutes: number) => new Date(Date.parse("2026-12-14T09:00:00+01:00") + minutes * 60_000);
const publicly = "public" as const;

describe("a stale reply", () => {
  it("is stopped by what came since, is told so, and goes through once that is read", async () => {
    const reference = await faultIn(world);
    const reply = { reference, body: "Prova att starta om" };
    await writeComment(await world.as("staff", later(5)), { reference, body: "Nu går det igen", visibility: publicly });
    const at = await world.as("first", later(6));
    await expect(sendReply(at, { ...reply, lastRead: "none" })).rejects.toThrow(Conflict);
    const [seen] = (await listConversation(at, reference)).filter(({ kind }) => kind === "message");
    await sendReply(at, { ...reply, lastRead: seen?.id });
    const said = (await listConversation(at, reference)).filter(({ kind }) => kind === "message");
    expect(said).toHaveLength(2);
  });

  it("is not stopped by one's own message, nor by a note; a colleague's reply stops it", async () => {
    const reference = await faultIn(world);
    await sendReply(first, { reference, body: "Vi ser på det", lastRead: "none" });
    await saveNote(await world.as("lead", later(1)), { reference, body: "Känt fel" });
    await sendReply(await world.as("first", later(2)), { reference, body: "Mer", lastRead: "none" });
    const lead = await world.as("lead", later(3));
    await expect(sendReply(lead, { reference, body: "Hej", lastRead: "none" })).rejects.toThrow("tickets.newMessage");
  });

  it("of two who answer at once, having read the same, one is stopped", async () => {
    const reference = await faultIn(world);
    const both = await Promise.allSettled(
      ["first", "lead"].map(async (who, n) =>
        sendReply(await world.as(who, later(n)), { reference, body: `Svar ${who}`, lastRead: "none" }),
      ),
    );
    expect(both.map(({ status }) => status).sort()).toEqual(["fulfilled", "rejected"]);
  });
});

describe("a draft", () => {
  it("is kept for each of reply and note, written over, its author's alone, and gone when it is sent", async () => {
    const reference = await faultIn(world);
    const before = (await getTicket(first, reference)).ticket.version;
    for (const body of ["Hej", "Hej Maja"]) await keepTicketDraft(first, { reference, writing: "reply", body });
    await keepTicketDraft(first, { reference, writing: "note", body: "Kolla växeln" });
    expect((await getTicket(first, reference)).ticket.version).toBe(before);
    expect(await findTicketDraft(await world.as("first"), reference, "reply")).toMatchObject({ body: "Hej Maja" });
    expect(await findTicketDraft(await world.as("lead"), reference, "reply")).toBeNull();
    await sendReply(first, { reference, body: "Hej Maja" });
    expect(await findTicketDraft(first, reference, "reply")).toBeNull();
    expect(await findTicketDraft(first, reference, "note")).toMatchObject({ body: "Kolla växeln" });
    expect(await keepTicketDraft(first, { reference, writing: "note", body: "  " })).toEqual({ isKept: false });
    expect(await findTicketDraft(first, reference, "note")).toBeNull();
  });

  it("stays when the reply is stopped, and is for those who work on the ticket", async () => {
    const reference = await faultIn(world);
    const draft = { reference, writing: "reply", body: "Halva svaret" } as const;
    await keepTicketDraft(first, draft);
    await writeComment(await world.as("staff", later(1)), { reference, body: "Skynda", visibility: publicly });
    await expect(sendReply(first, { ...draft, lastRead: "none" })).rejects.toThrow(Conflict);
    expect(await findTicketDraft(first, reference, "reply")).toMatchObject({ body: "Halva svaret" });
    await expect(keepTicketDraft(await world.as("staff"), draft)).rejects.toThrow(NotAllowed);
    await expect(keepTicketDraft(await world.as("staff2"), draft)).rejects.toThrow(NotFound);
    await expect(keepTicketDraft(await elsewhere.as("first"), draft)).rejects.toThrow(NotFound);
  });
});

describe("a checklist", () => {
  const tick = { checklist: "forgotten-passcode", item: "identity", isDone: true };
  const resolution = { resolution: "Koden är borttagen", code: "fixed" } as const;

  it("stands on its category's tickets, says who did what when, and holds back until the required is done", async () => {
    const reference = await faultIn(world, { category: "ipad/passcode" });
    expect(await listTicketChecklists(first, await faultIn(world))).toEqual([]);
    await expect(resolveTicket(first, { reference, ...resolution })).rejects.toThrow("tickets.uncheckedItem");
    for (const item of ["identity", "holder", "cleared"]) await tickItem(first, { ...tick, reference, item });
    const [list] = await listTicketChecklists(first, reference);
    expect(list?.items.map(({ done }) => done?.by ?? null)).toEqual([...Array(3).fill("Samir Haddadin"), null]);
    await tickItem(first, { ...tick, reference, isDone: false });
    await expect(resolveTicket(first, { reference, ...resolution })).rejects.toThrow(RuleBroken);
    await tickItem(first, { ...tick, reference });
    await resolveTicket(first, { reference, ...resolution });
    expect((await getTicket(first, reference)).ticket.status).toBe("resolved");
  });

  it("never holds back the requester, to whom it solved itself", async () => {
    const reference = await faultIn(world, { category: "ipad/passcode" });
    const staff = await world.as("staff");
    await resolveTicket(staff, { reference, resolution: "Det löste sig", code: "by_requester" });
    expect((await getTicket(staff, reference)).ticket.status).toBe("resolved");
  });

  it("ticked by two at once is ticked once, in the first one's name", async () => {
    const reference = await faultIn(world, { category: "ipad/passcode" });
    const on = { ...tick, reference };
    await Promise.all([tickItem(first, on), tickItem(await world.as("lead"), on)]);
    const acts = (await listConversation(first, reference)).filter(
      (turn) => turn.kind === "act" && turn.event === "desk.itemDone",
    );
    expect(acts).toHaveLength(1);
  });

  it("refuses the requester, other units, other municipalities, and items that are not the ticket's", async () => {
    const reference = await faultIn(world, { category: "ipad/passcode" });
    const on = { ...tick, reference };
    await expect(tickItem(await world.as("staff"), on)).rejects.toThrow(NotAllowed);
    await expect(tickItem(await world.as("staff2"), on)).rejects.toThrow(NotFound);
    await expect(tickItem(await elsewhere.as("first"), on)).rejects.toThrow(NotFound);
    await expect(tickItem(first, { ...on, item: "nothing" })).rejects.toThrow(NotFound);
    await expect(tickItem(first, { ...on, reference: await faultIn(world) })).rejects.toThrow(NotFound);
  });

  it("is set up by those who set up the desk", async () => {
    const list = { slug: "alltid", name: "Alltid", category: null, holdsBack: false, items: [] };
    await expect(saveChecklist(first, list)).rejects.toThrow(NotAllowed);
    await saveChecklist(await elsewhere.as("lead"), list);
    expect(
      (await listTicketChecklists(await elsewhere.as("lead"), await faultIn(elsewhere))).map(({ slug }) => slug),
    ).toEqual(["alltid"]);
  });
});

describe("time", () => {
  it("is summed on the ticket, by whom and which day, and taken back by its own person alone", async () => {
    const reference = await faultIn(world);
    const { id } = await spendTime(first, { reference, minutes: 25 });
    await spendTime(await world.as("lead"), { reference, minutes: 40, on: "2026-12-11" });
    const { entries, minutes } = await listTime(first, reference);
    expect(minutes).toBe(65);
    expect(entries).toMatchObject([
      { minutes: 40, spentOn: "2026-12-11", by: "Carin Holmfors", isMine: false },
      { minutes: 25, spentOn: "2026-12-14", by: "Samir Haddadin", isMine: true },
    ]);
    await expect(takeBackTime(await world.as("lead"), { reference, id })).rejects.toThrow(NotFound);
    const both = await Promise.allSettled([
      takeBackTime(first, { reference, id }),
      takeBackTime(first, { reference, id }),
    ]);
    expect(both.map(({ status }) => status).sort()).toEqual(["fulfilled", "rejected"]);
    expect((await listTime(first, reference)).minutes).toBe(40);
  });

  it("refuses a day to come, the requester and another municipality", async () => {
    const time = { reference: await faultIn(world), minutes: 5 };
    await expect(spendTime(first, { ...time, on: "2026-12-15" })).rejects.toThrow(Invalid);
    await expect(spendTime(await world.as("staff"), time)).rejects.toThrow(NotAllowed);
    await expect(spendTime(await elsewhere.as("first"), time)).rejects.toThrow(NotFound);
  });
});

describe("undo", () => {
  const mine = () => ({ assignee: `first@${world.slug}.example` });

  it.each([
    ["assigned", (on: { reference: string }) => assignTicket(first, { ...on, ...mine() }), { assigneeId: null }],
    [
      "classified",
      (on: { reference: string }) => classifyTicket(first, { ...on, impact: 1 }),
      { impact: 3, priority: 3 },
    ],
    [
      "resolved",
      (on: { reference: string }) => resolveTicket(first, { ...on, resolution: "Klart", code: "fixed" }),
      { status: "in_progress", resolution: null },
    ],
    [
      "merged",
      async (on: { reference: string }) => mergeTicket(first, { ...on, into: await faultIn(world) }),
      { status: "new", endedAs: null },
    ],
  ] as const)("takes back what was %s", async (event, act, before) => {
    const reference = await faultIn(world);
    await act({ reference });
    expect(await findUndoable(first, reference)).toBe(`tickets.${event}`);
    expect(await undoLastAct(first, { reference })).toEqual({ event: `tickets.${event}` });
    expect((await getTicket(first, reference)).ticket).toMatchObject(before);
  });

  it("is for one's own act, the last one, while it is fresh; once", async () => {
    const reference = await faultIn(world);
    await classifyTicket(first, { reference, impact: 1 });
    expect(await findUndoable(await world.as("lead"), reference)).toBeNull();
    await expect(undoLastAct(await world.as("first", later(11)), { reference })).rejects.toThrow(RuleBroken);
    await expect(undoLastAct(await elsewhere.as("first"), { reference })).rejects.toThrow(NotFound);
    await expect(undoLastAct(await world.as("staff"), { reference })).rejects.toThrow(NotAllowed);
    await saveNote(await world.as("lead"), { reference, body: "Vänta" });
    expect(await findUndoable(first, reference)).toBeNull();
  });

  it("takes back a resolution within a minute alone: by then its letter has told of it", async () => {
    const reference = await faultIn(world);
    await resolveTicket(first, { reference, resolution: "Klart", code: "fixed" });
    expect(await findUndoable(await world.as("first", later(1)), reference)).toBe("tickets.resolved");
    expect(await findUndoable(await world.as("first", later(2)), reference)).toBeNull();
  });
});
