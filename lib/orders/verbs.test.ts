import { beforeAll, describe, expect, it } from "vitest";
import type { Context } from "@/lib/base/context";
import { DomainError, NotAllowed, NotFound } from "@/lib/base/errors";
import { newId } from "@/lib/base/ids";
import { orderAt, orderOf, type Stage, type Staged } from "@/lib/testing/orders";
import { makeWorld, type World } from "@/lib/testing/world";
import { pauseTicket } from "@/lib/tickets/pause-ticket";
import { resumeTicket } from "@/lib/tickets/resume-ticket";
import { sweepDue } from "@/lib/tickets/sweep-due";
import { writeComment } from "@/lib/tickets/write-comment";
import { acknowledgeReceipt } from "./acknowledge-receipt";
import { cancelOrder } from "./cancel-order";
import { changeOrder } from "./change-order";
import { decideApproval } from "./decide-approval";
import { handOver } from "./hand-over";
import { placeOrder } from "./place-order";
import { getOrder } from "./queries";
import { registerSerialNumber } from "./register-serial-number";
import { completeByHand, preconfigureLine } from "./work-on-task";

let world: World;
let elsewhere: World;

beforeAll(async () => {
  process.env.DEMO = "1";
  world = await makeWorld();
  elsewhere = await makeWorld("linderas");
});

type Row = {
  verb: string;
  stage: Stage;
  by: string;
  /** Someone who may read the order, but not do this. */
  notBy: string;
  /** A second one at the same moment loses; false where the act may be repeated. */
  isOnce: boolean;
  act: (ctx: Context, order: Staged) => Promise<unknown>;
};

const inAWeek = new Date("2026-12-21T08:00:00+01:00");
const pause = { reason: "Väntar på kabel", waitingFor: "requester", reviewAt: inAWeek } as const;
const change = { hardware: "ipad-air-11", costCentre: "2110-20", deliverTo: "Expeditionen" };

const rows: Row[] = [
  {
    ...{ verb: "decideApproval", stage: "placed", by: "manager", notBy: "staff", isOnce: true },
    act: (ctx, { reference }) => decideApproval(ctx, { reference, decision: "approved" }),
  },
  {
    ...{ verb: "changeOrder", stage: "placed", by: "staff", notBy: "manager", isOnce: true },
    act: (ctx, { reference }) => changeOrder(ctx, { reference, ...change }),
  },
  {
    ...{ verb: "cancelOrder", stage: "approved", by: "staff", notBy: "manager", isOnce: true },
    act: (ctx, { reference }) => cancelOrder(ctx, { reference, reason: "Behövs inte längre" }),
  },
  {
    ...{ verb: "registerSerialNumber", stage: "approved", by: "first", notBy: "staff", isOnce: false },
    act: (ctx, { reference, lineId }) =>
      registerSerialNumber(ctx, { reference, lineId, serialNumber: `S${newId().slice(0, 8).toUpperCase()}` }),
  },
  {
    ...{ verb: "preconfigureLine", stage: "ready", by: "first", notBy: "manager", isOnce: true },
    act: async (ctx, { reference, taskId }) =>
      preconfigureLine(ctx, { reference, taskId: await taskId("preconfigure"), checklist: ["charged"] }),
  },
  {
    ...{ verb: "completeByHand", stage: "approved", by: "first", notBy: "staff", isOnce: true },
    act: async (ctx, { reference, taskId }) =>
      completeByHand(ctx, { reference, taskId: await taskId("add_to_groups"), note: "Gjort i AD" }),
  },
  {
    ...{ verb: "handOver", stage: "ready", by: "first", notBy: "staff", isOnce: true },
    act: (ctx, { reference, lineId }) => handOver(ctx, { reference, lineIds: [lineId], receivedBy: "Maja Ekdahl" }),
  },
  {
    ...{ verb: "acknowledgeReceipt", stage: "handed_over", by: "staff", notBy: "first", isOnce: true },
    act: (ctx, { reference }) => acknowledgeReceipt(ctx, { reference }),
  },
  {
    ...{ verb: "pauseTicket", stage: "approved", by: "first", notBy: "staff", isOnce: true },
    act: (ctx, { reference }) => pauseTicket(ctx, { reference, ...pause }),
  },
  {
    ...{ verb: "writeComment (internal)", stage: "placed", by: "first", notBy: "staff", isOnce: false },
    act: (ctx, { reference }) => writeComment(ctx, { reference, body: "Ringde skolan", visibility: "internal" }),
  },
];

describe.each(rows)("$verb", ({ stage, by, notBy, act }) => {
  it("does it, and counts the order's version or its ticket's up", async () => {
    const order = await orderAt(world, stage);
    const before = (await getOrder(world.portal(), order.reference)).order;
    await act(await world.as(by), order);
    const after = (await getOrder(world.portal(), order.reference)).order;
    expect(after.version + after.ticket.version).toBeGreaterThan(before.version + before.ticket.version);
  });

  it("refuses the wrong role, and changes nothing", async () => {
    const order = await orderAt(world, stage);
    const before = (await getOrder(world.portal(), order.reference)).order;
    await expect(act(await world.as(notBy), order)).rejects.toThrow(NotAllowed);
    expect((await getOrder(world.portal(), order.reference)).order).toEqual(before);
  });

  it("is hidden from another organisation and from those who have nothing to do with it", async () => {
    const order = await orderAt(world, stage);
    await expect(act(await elsewhere.as(by), order)).rejects.toThrow(NotFound);
    await expect(act(await world.as("staff2"), order)).rejects.toThrow(NotFound);
  });
});

describe.each(rows.filter((row) => row.isOnce))("$verb", ({ stage, by, act }) => {
  it("lets one of two racers win", async () => {
    const order = await orderAt(world, stage);
    const ctx = await world.as(by);
    const outcomes = await Promise.allSettled([act(ctx, order), act(ctx, order)]);
    expect(outcomes.filter((outcome) => outcome.status === "fulfilled")).toHaveLength(1);
    const lost = outcomes.find((outcome) => outcome.status === "rejected");
    expect(lost?.reason).toBeInstanceOf(DomainError);
  });
});

describe("resumeTicket", () => {
  it("goes on by an agent's word, and moves the due day by the days that were waited through", async () => {
    const order = await orderAt(world, "approved");
    const before = await getOrder(world.portal(), order.reference);
    await pauseTicket(await world.as("first"), { reference: order.reference, ...pause });
    const later = new Date("2026-12-17T12:00:00+01:00");
    await resumeTicket(await world.as("first", later), { reference: order.reference });
    const after = await getOrder({ ...(await world.as("first", later)) }, order.reference);
    expect(after.clock.dueAt.toISOString()).toBe("2027-01-12T16:00:00.000Z");
    expect(after.order.ticket.dueAt).toEqual(after.clock.dueAt);
    expect(before.clock.dueAt.toISOString()).toBe("2027-01-08T15:00:00.000Z");
    expect(after.clock.ledger.filter((day) => day.reason.code === "paused").map((day) => day.date)).toEqual([
      "2026-12-15",
      "2026-12-16",
    ]);
  });

  it("cannot take the place of an approval", async () => {
    const order = await orderAt(world, "placed");
    await expect(resumeTicket(await world.as("first"), { reference: order.reference })).rejects.toMatchObject({
      key: "tickets.awaitsApproval",
    });
  });

  it("is never hindered: nobody but the order lays a ticket by for its approval, which no day of review could end", async () => {
    const order = await orderAt(world, "approved");
    const wait = { ...pause, reference: order.reference, waitingFor: "approval" as const };
    await expect(pauseTicket(await world.as("first"), wait)).rejects.toMatchObject({ key: "errors.invalid" });
    await expect(sweepDue(world.portal(new Date("2027-01-04T12:00:00+01:00")))).resolves.toBeGreaterThanOrEqual(0);
  });
});

describe("placeOrder", () => {
  const place = async (who: string, changes = {}, key?: string) =>
    placeOrder(await world.as(who), orderOf(changes, key));

  it("gives the same order for the same submission, also when both come at once", async () => {
    const key = newId();
    const both = await Promise.all([place("staff", {}, key), place("staff", {}, key)]);
    expect(both[0].reference).toBe(both[1].reference);
    expect(both.filter((each) => each.isNew)).toHaveLength(1);
  });

  it.each([
    ["Publik by ordinary staff", "staff", { variant: "publik", quantity: 3 }, "variant"],
    ["Publik for a unit that is not theirs", "orderer", { variant: "publik", quantity: 3, unit: "it" }, "unit"],
    ["Publik with a recipient", "orderer", { variant: "publik", recipients: ["staff@SLUG.example"] }, "recipients"],
    ["for somebody else without the right", "staff", { recipients: ["staff2@SLUG.example"] }, "recipients.0"],
    ["for nobody", "orderer", { recipients: ["nobody@SLUG.example"] }, "recipients.0"],
    [
      "for the same person twice",
      "orderer",
      { quantity: 2, recipients: ["staff@SLUG.example", "staff@SLUG.example"] },
      "recipients.1",
    ],
    ["a model that is not certified", "staff", { hardware: "ipad-mini" }, "hardware"],
    ["a model that does not exist", "staff", { hardware: "ipad-0" }, "hardware"],
    ["another unit's cost centre", "staff", { costCentre: "3210-10" }, "costCentre"],
    ["an add-on", "staff", { addOns: [{ slug: "airprint" }] }, "addOns"],
  ])("refuses %s", async (_, who, changes, path) => {
    const given = JSON.parse(JSON.stringify(changes).replaceAll("SLUG", world.slug)) as object;
    await expect(place(who, given)).rejects.toMatchObject({
      fields: expect.arrayContaining([expect.objectContaining({ path })]),
    });
  });

  it("makes a line for each recipient, and one approval for them all", async () => {
    const recipients = [`staff@${world.slug}.example`, `orderer@${world.slug}.example`];
    const { reference } = await place("orderer", { quantity: 2, recipients });
    const view = await getOrder(world.portal(), reference);
    expect(view.lines.map((line) => line.recipient?.email)).toEqual(recipients);
    expect(view.approvals).toHaveLength(1);
  });

  it("lets a committee secretary order for an elected representative", async () => {
    const recipients = [`representative@${world.slug}.example`];
    const { reference } = await place("secretary", { recipients, costCentre: "1150-10" });
    expect((await getOrder(world.portal(), reference)).lines[0]?.recipient?.email).toBe(recipients[0]);
  });
});

describe("an approval", () => {
  it("is never the requester's own, whatever their role", async () => {
    const own = await placeOrder(await world.as("manager"), orderOf());
    await expect(
      decideApproval(await world.as("manager"), { reference: own.reference, decision: "approved" }),
    ).rejects.toThrow(NotAllowed);
    await decideApproval(await world.as("manager2"), { reference: own.reference, decision: "approved" });
  });

  it("asks again when what was ordered changes, shows the difference, and the old hash no longer counts", async () => {
    const order = await orderAt(world, "approved");
    const staff = await world.as("staff");
    const [round] = (await getOrder(staff, order.reference)).approvals;
    await changeOrder(staff, { reference: order.reference, ...change });
    const view = await getOrder(staff, order.reference);
    expect(view.order.status).toBe("awaiting_approval");
    expect(view.approvals[1]?.changes).toEqual([{ field: "costCentre", from: "2110-10", to: "2110-20" }]);
    const stale = { reference: order.reference, decision: "approved", contentHash: round?.contentHash } as const;
    await expect(decideApproval(await world.as("manager"), stale)).rejects.toMatchObject({
      key: "orders.changedSince",
    });
    await decideApproval(await world.as("manager"), { reference: order.reference, decision: "approved" });
    expect((await getOrder(staff, order.reference)).order.status).toBe("preparing");
  });

  it("is called by what it has become when another model is chosen", async () => {
    const order = await orderAt(world, "placed");
    const staff = await world.as("staff");
    await changeOrder(staff, { reference: order.reference, ...change, hardware: "ipad-pro-11" });
    expect((await getOrder(staff, order.reference)).order.ticket.title).toBe("Personlig: 1 × iPad Pro 11 tum, 256 GB");
  });

  it("that is declined ends the order and stops its clock", async () => {
    const { reference } = await orderAt(world, "placed");
    await decideApproval(await world.as("manager"), { reference, decision: "declined", reason: "Det finns redan en" });
    const { order, lines } = await getOrder(world.portal(), reference);
    expect([order.status, order.ticket.status, lines[0]?.status, order.ticket.nextSweepAt]).toEqual([
      "declined",
      "cancelled",
      "declined",
      null,
    ]);
  });
});
