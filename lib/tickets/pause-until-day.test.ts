import { beforeAll, describe, expect, it } from "vitest";
import type { Context } from "@/lib/base/context";
import { decideApproval } from "@/lib/orders/decide-approval";
import { placeOrder } from "@/lib/orders/place-order";
import { getOrder } from "@/lib/orders/queries";
import { PlaceOrder } from "@/lib/orders/schema";
import { makeWorld, rolledBack, type World } from "@/lib/testing/world";
import { PauseUntilDay, pauseUntilDay } from "./pause-until-day";
import { writeComment } from "./write-comment";

const form = (day: string, month: string, year: string) => ({
  ...{ reference: "", reason: "Slut i lager", waitingFor: "supplier", supplier: "Atlas" },
  reviewAt: { day, month, year },
});

describe("PauseUntilDay", () => {
  it("reads a date in three parts, as people write them", () => {
    expect(PauseUntilDay.parse(form("7", "1", "2027")).reviewAt).toBe("2027-01-07");
  });

  it.each([
    ["31", "2", "2027"],
    ["", "", ""],
    ["7", "1", "27"],
    ["sju", "1", "2027"],
  ])("refuses %s %s %s at the field itself", (day, month, year) => {
    const { error } = PauseUntilDay.safeParse(form(day, month, year));
    expect(error?.issues).toMatchObject([{ path: ["reviewAt"], message: "tickets.errors.reviewAt" }]);
  });

  it("asks for the supplier when it is the supplier's turn", () => {
    const { error } = PauseUntilDay.safeParse({ ...form("7", "1", "2027"), supplier: undefined });
    expect(error?.issues).toMatchObject([{ path: ["supplier"] }]);
  });
});

describe("pauseUntilDay", () => {
  let world: World;
  let first: Context;
  let reference: string;

  beforeAll(async () => {
    world = await makeWorld();
    first = await world.as("first");
    const order = PlaceOrder.parse({
      ...{ service: "ipad", variant: "personlig", hardware: "ipad-air-11" },
      ...{ costCentre: "2110-10", deliverTo: "Expeditionen" },
    });
    const placed = await placeOrder(await world.as("staff"), { ...order, submissionKey: "one", channel: "portal" });
    reference = placed.reference;
    await decideApproval(await world.as("manager"), { reference, decision: "approved" });
  }, 60_000);

  const pausedUntil = async (day: string, month: string, year = "2026") => {
    let reviewAt: Date | null | undefined;
    await rolledBack(first, async (ctx) => {
      await pauseUntilDay(ctx, PauseUntilDay.parse({ ...form(day, month, year), reference }));
      reviewAt = (await getOrder(ctx, reference)).pause?.reviewAt;
    });
    return reviewAt?.toISOString();
  };

  it("waits until the calendar opens that day, or next opens after a closed one", async () => {
    expect(await pausedUntil("18", "12")).toBe("2026-12-18T06:00:00.000Z");
    expect(await pausedUntil("24", "12")).toBe("2026-12-28T06:00:00.000Z");
  });

  it("refuses a day that has begun", async () => {
    await expect(pausedUntil("14", "12")).rejects.toMatchObject({ fields: [{ path: "reviewAt" }] });
  });

  it("refuses those who do not work on orders, and another municipality", async () => {
    const input = PauseUntilDay.parse({ ...form("18", "12", "2026"), reference });
    await expect(pauseUntilDay(await world.as("staff"), input)).rejects.toThrow("errors.notAllowed");
    const other = await (await makeWorld("linderas")).as("first");
    await expect(pauseUntilDay(other, input)).rejects.toThrow("errors.notFound");
  }, 60_000);

  it.each([
    ["requester", "staff", "public", null],
    ["requester", "first", "public", "requester"],
    ["supplier", "staff", "public", "supplier"],
  ] as const)(
    "waits for the %s and not for a reply of %s, unless it is theirs to give",
    async (waitingFor, who, visibility, still) => {
      const replier = await world.as(who);
      await rolledBack(first, async (ctx) => {
        const asked = {
          ...form("18", "12", "2026"),
          waitingFor,
          ...(waitingFor === "supplier" ? {} : { supplier: undefined }),
        };
        await pauseUntilDay(ctx, PauseUntilDay.parse({ ...asked, reference }));
        await writeComment(
          { ...replier, ...(ctx.tx ? { tx: ctx.tx } : {}) },
          { reference, body: "Blått, tack.", visibility },
        );
        expect((await getOrder(ctx, reference)).pause?.waitingFor ?? null).toBe(still);
      });
    },
  );
});
