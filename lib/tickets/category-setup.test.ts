import { beforeAll, describe, expect, it } from "vitest";
import type { Context } from "@/lib/base/context";
import { Conflict, Invalid, NotAllowed } from "@/lib/base/errors";
import { faultIn } from "@/lib/testing/tickets";
import { makeWorld, type World } from "@/lib/testing/world";
import { addCategory } from "./add-category";
import { listCategories } from "./categories";
import { branchesOf, type CategorySetup, listCategorySetup } from "./category-setup";
import { getPriorityMatrix } from "./get-priority-matrix";
import { getTicket } from "./queries";
import { getQueueSetup } from "./queue-setup";
import { saveCategory } from "./save-category";
import { AddCategory, SaveCategory } from "./schema";

let world: World;
let elsewhere: World;
let lead: Context;

beforeAll(async () => {
  world = await makeWorld();
  elsewhere = await makeWorld("linderas");
  lead = await world.as("lead");
});

const setupOf = async (path: string, ctx = lead) => (await listCategorySetup(ctx)).find((each) => each.path === path);
const change = async (path: string, changes: Partial<CategorySetup> = {}) => {
  const { version, queueName: _, isNeeded: __, isHidden: ___, queue, ...row } = (await setupOf(path)) as CategorySetup;
  return SaveCategory.parse({ ...row, queue: queue ?? undefined, basedOn: version, ...changes });
};

describe("a new category", () => {
  it("gets its path from its name, once, under the one above it, in one municipality", async () => {
    const skal = AddCategory.parse({ name: "Skal & väskor", above: "ipad" });
    const outcomes = await Promise.allSettled([addCategory(lead, skal), addCategory(lead, skal)]);
    expect(outcomes.map(({ status }) => status).sort()).toEqual(["fulfilled", "rejected"]);
    expect(await setupOf("ipad/skal-vaskor")).toMatchObject({ name: "Skal & väskor", version: 1, isClosed: false });
    await expect(addCategory(lead, skal)).rejects.toThrow(Invalid);
    expect(await setupOf("ipad/skal-vaskor", await elsewhere.as("lead"))).toBeUndefined();
  });

  it("overwrites none that is there, and is made by those who set up the desk alone", async () => {
    await expect(addCategory(lead, AddCategory.parse({ name: "Sensitive" }))).rejects.toThrow(Invalid);
    expect(await setupOf("sensitive")).toMatchObject({ isConfidential: true });
    const refused = addCategory(await world.as("first"), AddCategory.parse({ name: "Mitt" }));
    await expect(refused).rejects.toThrow(NotAllowed);
    await expect(listCategorySetup(await world.as("first"))).rejects.toThrow(NotAllowed);
    const ctx = await world.as("first");
    expect(() => getPriorityMatrix(ctx)).toThrow(NotAllowed);
  });
});

describe("a change of a category", () => {
  it("of two who read the same the second hears of the first: nobody opens what another just hid", async () => {
    const [hidden, named] = [
      await change("mobile", { isConfidential: true }),
      await change("mobile", { name: "Mobil" }),
    ];
    await saveCategory(lead, hidden);
    await expect(saveCategory(await world.as("admin"), named)).rejects.toThrow(Conflict);
    expect(await setupOf("mobile")).toMatchObject({ isConfidential: true, name: "Mobil och abonnemang" });
  });

  it("closed is chosen for no new ticket, those that have it keep it, and it can be opened again", async () => {
    const reference = await faultIn(world, { category: "ipad/apps" });
    await saveCategory(lead, await change("ipad/apps", { isClosed: true }));
    await expect(faultIn(world, { category: "ipad/apps" })).rejects.toThrow(Invalid);
    expect((await getTicket(world.portal(), reference)).ticket.category).toBe("ipad/apps");
    expect((await listCategories(lead)).map(({ path }) => path)).not.toContain("ipad/apps");
    await saveCategory(lead, await change("ipad/apps", { isClosed: false }));
    await faultIn(world, { category: "ipad/apps" });
  });

  it("is not closed over open ones, nor opened or added to under a closed one", async () => {
    await expect(saveCategory(lead, await change("printing", { isClosed: true }))).rejects.toThrow("categoryHolds");
    await saveCategory(lead, await change("printing/airprint", { isClosed: true }));
    await saveCategory(lead, await change("printing", { isClosed: true }));
    const open = await change("printing/airprint", { isClosed: false });
    await expect(saveCategory(lead, open)).rejects.toThrow("categoryAboveClosed");
    const under = AddCategory.parse({ name: "Toner", above: "printing" });
    await expect(addCategory(lead, under)).rejects.toThrow("categoryAboveClosed");
  });

  it("closed while another is added under it: one of the two is refused", async () => {
    await addCategory(lead, AddCategory.parse({ name: "Projektorer" }));
    const closing = await change("projektorer", { isClosed: true });
    await Promise.allSettled([
      saveCategory(lead, closing),
      addCategory(await world.as("admin"), AddCategory.parse({ name: "Lampa", above: "projektorer" })),
    ]);
    const [above, below] = [await setupOf("projektorer"), await setupOf("projektorer/lampa")];
    expect(above?.isClosed === true && below !== undefined).toBe(false);
  });

  it("never closes the one where the unsorted go", async () => {
    await expect(saveCategory(lead, await change("other", { isClosed: true }))).rejects.toThrow("categoryNeeded");
  });
});

it("what lies under a confidential one is told to be confidential, in the tree and at the queue where it begins", async () => {
  expect(await setupOf("sensitive/protected")).toMatchObject({ isConfidential: false, isHidden: true });
  const { categories } = await getQueueSetup(lead, "sensitive");
  expect(categories.map(({ isConfidential }) => isConfidential)).toEqual([true, true]);
});

it("the tree has each category once, inside the one above it", async () => {
  const rows = await listCategorySetup(lead);
  const count = (branches: ReturnType<typeof branchesOf>): number =>
    branches.reduce((sum, { below }) => sum + 1 + count(below), 0);
  expect(count(branchesOf(rows))).toBe(rows.length);
});
