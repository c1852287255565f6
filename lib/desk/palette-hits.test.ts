import { beforeAll, expect, it } from "vitest";
import { NotAllowed } from "@/lib/base/errors";
import { faultIn } from "@/lib/testing/tickets";
import { makeWorld, type World } from "@/lib/testing/world";
import { paletteHits } from "./palette-hits";

let world: World;
let elsewhere: World;

beforeAll(async () => {
  world = await makeWorld();
  elsewhere = await makeWorld("linderas");
});

it("finds a ticket by its number, however it is typed, and by words", async () => {
  const reference = await faultIn(world, { title: "Åskan slog ut växeln" });
  const first = await world.as("first");
  for (const q of [reference, reference.replace("-", ""), reference.replace("-", " "), "åskan slog"])
    expect((await paletteHits(first, q)).map(({ label }) => label)).toEqual([`${reference} Åskan slog ut växeln`]);
  expect(await paletteHits(first, "x")).toEqual([]);
});

it("shows nothing hidden, nothing of another municipality, and nothing to those who do not work there", async () => {
  const hidden = await faultIn(world, { category: "sensitive", title: "Zenit" });
  expect(await paletteHits(await world.as("first"), hidden)).toEqual([]);
  expect(await paletteHits(await world.as("first"), "Zenit")).toEqual([]);
  expect(await paletteHits(await elsewhere.as("second"), hidden)).toEqual([]);
  expect(await paletteHits(await world.as("second"), hidden)).toHaveLength(1);
  await expect(paletteHits(await world.as("staff"), hidden)).rejects.toBeInstanceOf(NotAllowed);
});
