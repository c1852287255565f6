import { beforeAll, describe, expect, it } from "vitest";
import type { Context } from "@/lib/base/context";
import { DomainError, NotAllowed, NotFound } from "@/lib/base/errors";
import { faultIn, faultOf } from "@/lib/testing/tickets";
import { makeWorld, type World } from "@/lib/testing/world";
import { assignTicket } from "./assign-ticket";
import { cancelTicket } from "./cancel-ticket";
import { classifyTicket } from "./classify-ticket";
import { closeTicket } from "./close-ticket";
import { markDuplicate, mergeTicket } from "./merge-ticket";
import { openTicket } from "./open-ticket";
import { pauseTicket } from "./pause-ticket";
import { getTicket } from "./queries";
import { reopenTicket } from "./reopen-ticket";
import { resolveTicket } from "./resolve-ticket";
import { resumeTicket } from "./resume-ticket";
import { ResolveTicket, TransferTicket } from "./schema";
import { transferTicket } from "./transfer-ticket";
import { unmergeTicket } from "./unmerge-ticket";
import { writeComment } from "./write-comment";

let world: World;
let elsewhere: World;

beforeAll(async () => {
  world = await makeWorld();
  elsewhere = await makeWorld("linderas");
});

type On = { reference: string; other: string; version: number };
type Row = {
  verb: string;
  /** What has happened to the ticket before. */
  after?: "assigned" | "paused" | "resolved" | "merged";
  by: string;
  /** Someone who may read the ticket, but not do this; null where whoever reads it may. */
  notBy: string | null;
  act: (ctx: Context, on: On) => Promise<unknown>;
  done: Record<string, unknown>;
};

const note = { known: "Felet kvarstår", tried: "Omstart", asked: "Se loggarna" };
const resolution = ResolveTicket.parse({ resolution: "Kontot lades till på nytt", code: "fixed" });
const inAWeek = new Date("2026-12-21T08:00:00+01:00");
const wait = { reason: "Vilken modell?", waitingFor: "requester", reviewAt: inAWeek } as const;

const rows: Row[] = [
  {
    ...{ verb: "assignTicket", by: "first", notBy: "staff", done: { status: "in_progress" } },
    act: (ctx, { reference }) => assignTicket(ctx, { reference, assignee: `first@${ctx.organisation.slug}.example` }),
  },
  {
    ...{ verb: "transferTicket", by: "first", notBy: "staff", done: { line: 2, assigneeId: null, status: "new" } },
    act: (ctx, { reference }) =>
      transferTicket(ctx, { reference, ...TransferTicket.parse({ line: 2, reason: "Djupare kunskap", note }) }),
  },
  {
    ...{ verb: "classifyTicket", by: "first", notBy: "staff", done: { category: "account", priority: 2 } },
    act: (ctx, { reference }) => classifyTicket(ctx, { reference, category: "account", impact: 2, urgency: 2 }),
  },
  {
    ...{ verb: "writeComment (reply)", by: "first", notBy: "staff2", done: { status: "in_progress" } },
    act: (ctx, on) => writeComment(ctx, { ...on, body: "Prova att starta om", visibility: "public" }),
  },
  {
    ...{ verb: "writeComment (note)", by: "first", notBy: "staff", done: { status: "new", firstResponseAt: null } },
    act: (ctx, on) => writeComment(ctx, { ...on, body: "Känt fel", visibility: "internal" }),
  },
  {
    ...{ verb: "pauseTicket", by: "first", notBy: "staff", done: { status: "paused", nextSweepAt: expect.any(Date) } },
    act: (ctx, { reference }) => pauseTicket(ctx, { reference, ...wait }),
  },
  {
    ...{ verb: "resumeTicket", after: "paused", by: "first", notBy: "staff", done: { status: "in_progress" } },
    act: (ctx, { reference }) => resumeTicket(ctx, { reference }),
  },
  {
    ...{ verb: "resolveTicket", by: "first", notBy: "staff", done: { status: "resolved", resolutionCode: "fixed" } },
    act: (ctx, { reference }) => resolveTicket(ctx, { reference, ...resolution }),
  },
  {
    ...{ verb: "closeTicket", after: "resolved", by: "staff", notBy: "first", done: { status: "closed" } },
    act: (ctx, { reference }) => closeTicket(ctx, { reference }),
  },
  {
    ...{ verb: "reopenTicket", after: "resolved", by: "staff", notBy: "admin" },
    done: { status: "in_progress", verdict: null, resolution: null, endedAs: null },
    act: (ctx, { reference }) => reopenTicket(ctx, { reference, reason: "Felet är tillbaka" }),
  },
  {
    ...{ verb: "cancelTicket", by: "staff", notBy: "admin", done: { status: "cancelled", endedAs: "cancelled" } },
    act: (ctx, { reference }) => cancelTicket(ctx, { reference, reason: "Gällde fel enhet" }),
  },
  {
    ...{ verb: "markDuplicate", by: "first", notBy: "staff", done: { status: "cancelled", endedAs: "duplicate" } },
    act: (ctx, { reference, other }) => markDuplicate(ctx, { reference, into: other }),
  },
  {
    ...{ verb: "mergeTicket", by: "first", notBy: "staff", done: { status: "cancelled", endedAs: "merged" } },
    act: (ctx, { reference, other }) => mergeTicket(ctx, { reference, into: other }),
  },
  {
    ...{ verb: "unmergeTicket", after: "merged", by: "first", notBy: "staff" },
    done: { status: "new", endedAs: null, verdict: null },
    act: (ctx, { reference }) => unmergeTicket(ctx, { reference }),
  },
];

describe.each(rows)("$verb", ({ after, by, notBy, act, done }) => {
  async function ticket(): Promise<On> {
    const [reference, other] = [await faultIn(world), await faultIn(world)];
    const first = await world.as("first");
    if (after === "paused") await pauseTicket(first, { reference, ...wait });
    if (after === "resolved") await resolveTicket(first, { reference, ...resolution });
    if (after === "merged") await mergeTicket(first, { reference, into: other });
    return { reference, other, version: (await getTicket(first, reference)).ticket.version };
  }

  it("does it", async () => {
    const on = await ticket();
    await act(await world.as(by), on);
    expect((await getTicket(world.portal(), on.reference)).ticket).toMatchObject(done);
  });

  it("refuses the wrong role", async () => {
    const on = await ticket();
    const refusal = notBy === "staff2" ? NotFound : NotAllowed;
    await expect(act(await world.as(notBy ?? ""), on)).rejects.toBeInstanceOf(refusal);
  });

  it("refuses another municipality as if there were nothing", async () => {
    await expect(act(await elsewhere.as(by), await ticket())).rejects.toBeInstanceOf(NotFound);
  });

  it("loses the race: of two at once one wins", async () => {
    const on = await ticket();
    const outcomes = await Promise.allSettled([act(await world.as(by), on), act(await world.as(by), on)]);
    const lost = outcomes.flatMap((each) => (each.status === "rejected" ? [each.reason] : []));
    expect(lost).toHaveLength(1);
    expect(lost[0]).toBeInstanceOf(DomainError);
  });
});

describe("openTicket", () => {
  it("opens by every channel, in the category's queue and line, with the priority of the matrix", async () => {
    const first = await world.as("first");
    const requester = `staff2@${world.slug}.example`;
    for (const channel of ["portal", "email", "phone", "walk_in", "api", "import"] as const) {
      const { reference } = await openTicket(
        first,
        faultOf({ channel, requester, category: "mobile", impact: 1, urgency: 2, device: "dmpx123" }),
      );
      const view = await getTicket(first, reference);
      expect(view).toMatchObject({ requester, queue: "line-2" });
      expect(view.ticket).toMatchObject({
        channel,
        line: 2,
        priority: 1,
        deviceSerialNumber: "DMPX123",
        status: "new",
      });
    }
  });

  it("refuses those who are not agents to open for another, or to say that somebody called", async () => {
    const staff = await world.as("staff");
    await expect(openTicket(staff, faultOf({ requester: `staff2@${world.slug}.example` }))).rejects.toThrow(NotAllowed);
    await expect(openTicket(staff, faultOf({ channel: "phone" }))).rejects.toThrow(NotAllowed);
    await expect(openTicket({ ...staff, actor: { kind: "anonymous" } }, faultOf())).rejects.toThrow(NotAllowed);
  });

  it("knows nobody and no category of another municipality", async () => {
    const stranger = faultOf({ requester: `staff@${elsewhere.slug}.example` });
    await expect(openTicket(await world.as("first"), stranger)).rejects.toMatchObject({
      fields: [{ path: "requester" }],
    });
    await expect(openTicket(await world.as("staff"), faultOf({ category: "nowhere" }))).rejects.toMatchObject({
      fields: [{ path: "category" }],
    });
  });

  it("gives each of many at once a number of its own", async () => {
    const staff = await world.as("staff");
    const opened = await Promise.all(Array.from({ length: 8 }, () => openTicket(staff, faultOf())));
    expect(new Set(opened.map(({ reference }) => reference)).size).toBe(8);
  });
});
