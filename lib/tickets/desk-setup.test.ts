import { beforeAll, describe, expect, it } from "vitest";
import type { Context } from "@/lib/base/context";
import { Conflict, NotAllowed } from "@/lib/base/errors";
import { demoServiceLevels } from "@/lib/calendars/demo-service-levels";
import { saveServiceLevel } from "@/lib/calendars/save-service-level";
import { SaveServiceLevel } from "@/lib/calendars/schema";
import { clocksOf, faultIn } from "@/lib/testing/tickets";
import { makeWorld, rolledBack, type World } from "@/lib/testing/world";
import { listCategories } from "./categories";
import { changeQueue } from "./change-queue";
import { priorityOf } from "./priority";
import { getTicket } from "./queries";
import { listQueues } from "./queues";
import { saveCategory } from "./save-category";
import { savePriorityMatrix } from "./save-priority-matrix";
import { SaveCategory, SavePriorityMatrix, TransferTicket } from "./schema";
import { suggestedLine, suggestLine } from "./suggest-line";
import { transferTicket } from "./transfer-ticket";

let world: World;
let elsewhere: World;
let admin: Context;

beforeAll(async () => {
  world = await makeWorld();
  elsewhere = await makeWorld("linderas");
  admin = await world.as("admin");
});

const all = (n: number) => [n, n, n, n];
const matrix = [all(1), all(2), all(3), all(4)];
const [level] = demoServiceLevels();
const category = SaveCategory.parse({ path: "ipad/cover", name: "Skal" });

describe.each<[string, (ctx: Context) => Promise<unknown>, boolean]>([
  ["savePriorityMatrix", (ctx) => savePriorityMatrix(ctx, { basedOn: 1, matrix }), true],
  ["saveServiceLevel", (ctx) => saveServiceLevel(ctx, { ...(level as SaveServiceLevel), basedOn: 1 }), true],
  ["saveCategory", (ctx) => saveCategory(ctx, category), false],
  ["changeQueue", (ctx) => changeQueue(ctx, { queue: "line-3", isClosed: false }), false],
])("%s", (_, act, isOnce) => {
  it("refuses those who do not run the desk", async () => {
    for (const who of ["staff", "first", "third"]) await expect(act(await world.as(who))).rejects.toThrow(NotAllowed);
  });
  it("does it, and of two from the same version the second hears of the first", async () => {
    const outcomes = await Promise.allSettled([act(admin), act(admin)]);
    const lost = outcomes.flatMap((each) => (each.status === "rejected" ? [each.reason] : []));
    expect(lost).toHaveLength(isOnce ? 1 : 0);
    if (isOnce) expect(lost[0]).toBeInstanceOf(Conflict);
  });
  it("changes one municipality alone", async () => {
    await act(await elsewhere.as("admin"));
    const theirs = await listCategories(await elsewhere.as("staff"));
    expect(theirs.filter(({ path }) => path === "ipad/cover").length).toBeLessThan(2);
  });
});

describe("priority", () => {
  it("is what the newest matrix says of impact and urgency; open tickets keep theirs", async () => {
    const priority = async (urgency: number) =>
      (await getTicket(world.portal(), await faultIn(world, { impact: 2, urgency }))).ticket.priority;
    expect(priorityOf(matrix, { impact: 2, urgency: 4 })).toBe(2);
    expect([await priority(1), await priority(4)]).toEqual([2, 2]);
  });
  it("is no other number than 1–4", () => {
    expect(SavePriorityMatrix.safeParse({ basedOn: 0, matrix: [all(5), all(1), all(1), all(1)] }).success).toBe(false);
    expect(() => priorityOf(matrix, { impact: 5, urgency: 1 })).toThrow(RangeError);
  });
});

describe("a service level", () => {
  it("promises a resolution for each priority, and each promise once", () => {
    const { promises = [] } = level ?? {};
    const parse = (some: SaveServiceLevel["promises"]) =>
      SaveServiceLevel.safeParse({ ...level, promises: some }).success;
    expect(parse(promises)).toBe(true);
    expect(parse(promises.filter(({ target }) => target !== "resolution"))).toBe(false);
    expect(parse([...promises, ...promises])).toBe(false);
  });
  it("of a new version holds for new tickets; those that run keep theirs", async () => {
    const [office] = demoServiceLevels().filter(({ slug }) => slug === "office");
    const before = await faultIn(world, { category: "meeting-documents" });
    const held = await clocksOf(world, before);
    const promises = (office?.promises ?? []).map((each) => ({ ...each, amount: { workingMinutes: 60 } }));
    await saveServiceLevel(admin, { ...(office as SaveServiceLevel), promises, basedOn: 1 });
    expect(await clocksOf(world, before)).toEqual(held);
    const after = await clocksOf(world, await faultIn(world, { category: "meeting-documents" }));
    expect(after.resolution).toBe("running 2026-12-14T09:00:00.000Z");
    expect(held.resolution).not.toBe(after.resolution);
  });
});

describe("a queue", () => {
  const toLine = (line: number, queue?: string) =>
    TransferTicket.parse({
      line,
      queue,
      reason: "Hör hemma där",
      note: { known: "Allt", tried: "Inget", asked: "Se loggen" },
    });

  it("that is closed or that nobody works can own nothing", async () => {
    const reference = await faultIn(world);
    const first = await world.as("first");
    for (const change of [{ isClosed: true }, { members: [] }]) {
      await rolledBack(admin, async (inside) => {
        await changeQueue(inside, { queue: "line-3", ...change });
        const ctx = { ...first, tx: inside.tx as NonNullable<typeof inside.tx> };
        const wanted = { reference, ...toLine(3, "line-3") };
        await expect(transferTicket(ctx, wanted)).rejects.toThrow(/tickets\.queue(Closed|Empty)/);
      });
    }
  });

  it("that holds open tickets is neither closed nor left by its last member", async () => {
    await faultIn(world, { category: "mobile" });
    await expect(changeQueue(admin, { queue: "line-2", isClosed: true })).rejects.toThrow("tickets.queueHolds");
    await expect(changeQueue(admin, { queue: "line-2", members: [] })).rejects.toThrow("tickets.queueHolds");
    const two = (await listQueues(await world.as("first"))).find(({ slug }) => slug === "line-2");
    expect(two).toMatchObject({ closedAt: null, members: 2 });
  });

  it("has members of the municipality alone", async () => {
    const members = [`first@${elsewhere.slug}.example`];
    await expect(changeQueue(admin, { queue: "line-2", members })).rejects.toMatchObject({
      fields: [{ path: "members" }],
    });
  });

  it("belongs to the line that a ticket is sent to", async () => {
    const reference = await faultIn(world);
    const wrong = transferTicket(await world.as("first"), { reference, ...toLine(3, "line-2") });
    await expect(wrong).rejects.toMatchObject({ fields: [{ path: "queue" }] });
  });

  it("that is no agent's is worked by its members: meeting documents by the secretaries", async () => {
    const reference = await faultIn(world, { category: "meeting-documents" });
    const view = await getTicket(await world.as("secretary"), reference);
    expect(view).toMatchObject({ queue: "meeting-documents" });
    await transferTicket(await world.as("secretary"), { reference, ...toLine(1, "line-1") });
    await expect(getTicket(await world.as("secretary"), reference)).rejects.toThrow("errors.notFound");
  });

  it("wants a hand-over note with all its parts", () => {
    const note = { known: "Felet", tried: "", asked: "Hjälp" };
    expect(TransferTicket.safeParse({ line: 2, reason: "Därför", note }).success).toBe(false);
    expect(TransferTicket.safeParse({ line: 2, reason: "Därför" }).success).toBe(false);
    expect(TransferTicket.safeParse({ line: 2, reason: "Därför", note: "Allt som text" }).success).toBe(true);
  });
});

describe("the suggested line", () => {
  const of = (line: number, ...tried: Parameters<typeof suggestedLine>[1]) => {
    const { line: suggested, why } = suggestedLine({ line, name: "Wi-Fi" }, tried);
    return `${suggested} ${why.replace("tickets.suggest.", "")}`;
  };
  it("follows the category and what was tried, and says why", () => {
    expect(of(1)).toBe("1 firstLine");
    expect(of(1, "restarted")).toBe("1 firstLine");
    expect(of(1, "restarted", "guide_followed")).toBe("2 firstLineDone");
    expect(of(1, "remote_session")).toBe("2 firstLineDone");
    expect(of(2)).toBe("2 category");
    expect(of(2, "part_replaced", "logs_read")).toBe("3 secondLineDone");
    expect(of(3)).toBe("3 category");
    expect(of(1, "same_fault_elsewhere")).toBe("3 infrastructure");
  });
  it("comes with the queue that would own it, for agents", async () => {
    const ask = async (who: string, path: string) => suggestLine(await world.as(who), { category: path, tried: [] });
    expect(await ask("first", "network/infrastructure")).toMatchObject({ line: 3, queue: "line-3" });
    expect(await ask("first", "sensitive/protected")).toMatchObject({ queue: "sensitive" });
    await expect(ask("staff", "ipad")).rejects.toThrow(NotAllowed);
  });
});
