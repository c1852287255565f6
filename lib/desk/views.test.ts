import { beforeAll, describe, expect, it } from "vitest";
import type { Context } from "@/lib/base/context";
import { newId } from "@/lib/base/ids";
import { makeWorld, rolledBack } from "@/lib/testing/world";
import { chooseColumns } from "./choose-columns";
import { deleteView } from "./delete-view";
import { queueArrangement } from "./list-views";
import { moveView } from "./move-view";
import { usualColumns } from "./queue-column-names";
import { renameView } from "./rename-view";
import { saveView } from "./save-view";

let first: Context;
let second: Context;
let secretary: Context;
let staff: Context;
let foreign: Context;

beforeAll(async () => {
  const world = await makeWorld();
  const other = await makeWorld("linderas");
  [first, second] = [await world.as("first"), await world.as("second")];
  [secretary, staff] = [await world.as("secretary"), await world.as("staff")];
  foreign = await other.as("first");
});

const view = (name: string) => ({ name, query: "view=mine&priority=1", columns: ["due" as const, "status" as const] });
const namesOf = async (ctx: Context) => (await queueArrangement(ctx)).views.map(({ name }) => name);

describe("own views", () => {
  it("are saved in their order, renamed, moved and deleted", () =>
    rolledBack(first, async (ctx) => {
      const [a, b, c] = [
        await saveView(ctx, view("A")),
        await saveView(ctx, view("B")),
        await saveView(ctx, view("C")),
      ];
      await moveView(ctx, { ...c, direction: "up" });
      await moveView(ctx, { ...a, direction: "up" });
      expect(await namesOf(ctx)).toEqual(["A", "C", "B"]);
      await moveView(ctx, { ...a, direction: "down" });
      await renameView(ctx, { ...b, name: "Bråttom" });
      expect(await namesOf(ctx)).toEqual(["C", "A", "Bråttom"]);
      await deleteView(ctx, c);
      expect(await namesOf(ctx)).toEqual(["A", "Bråttom"]);
      expect((await queueArrangement(ctx)).views[0]).toMatchObject({
        query: "view=mine&priority=1",
        columns: ["status", "due"],
      });
    }));

  it("have each a name of its own", () =>
    rolledBack(first, async (ctx) => {
      const a = await saveView(ctx, view("A"));
      await saveView(ctx, view("B"));
      await expect(saveView(ctx, view("A"))).rejects.toMatchObject({ fields: [{ key: "queue.errors.nameTaken" }] });
      await expect(renameView(ctx, { ...a, name: "B" })).rejects.toMatchObject({ fields: [{ path: "name" }] });
      await renameView(ctx, { ...a, name: "A" });
    }));

  it("are nobody else's, of another organisation least of all", () =>
    rolledBack(first, async (ctx) => {
      const a = await saveView(ctx, view("A"));
      for (const other of [{ ...second, tx: ctx.tx as never }, foreign]) {
        await expect(renameView(other, { ...a, name: "X" })).rejects.toMatchObject({ status: 404 });
        await expect(moveView(other, { ...a, direction: "up" })).rejects.toMatchObject({ status: 404 });
        await expect(deleteView(other, a)).rejects.toMatchObject({ status: 404 });
        expect(await namesOf(other)).toEqual([]);
      }
    }));

  it("are for those who work tickets, members of a queue among them", async () => {
    await rolledBack(secretary, async (ctx) => void (await saveView(ctx, view("A"))));
    await expect(saveView(staff, view("A"))).rejects.toMatchObject({ status: 403 });
    await expect(deleteView(staff, { id: newId() })).rejects.toMatchObject({ status: 403 });
    await expect(chooseColumns(staff, { columns: [] })).rejects.toMatchObject({ status: 403 });
  });

  it("are thirty at most", () =>
    rolledBack(first, async (ctx) => {
      for (let n = 0; n < 30; n++) await saveView(ctx, view(`Vy ${n}`));
      await expect(saveView(ctx, view("En till"))).rejects.toMatchObject({ key: "queue.errors.manyViews" });
    }));
});

it("columns are the usual until they are chosen, and again until chosen anew", () =>
  rolledBack(first, async (ctx) => {
    expect((await queueArrangement(ctx)).columns).toEqual(usualColumns);
    await chooseColumns(ctx, { columns: ["due"] });
    await chooseColumns(ctx, { columns: ["category", "due"] });
    expect((await queueArrangement(ctx)).columns).toEqual(["due", "category"]);
    expect((await queueArrangement({ ...second, tx: ctx.tx as never })).columns).toEqual(usualColumns);
  }));
