import type { WorkerEventMap } from "graphile-worker";
import { afterAll, expect, it } from "vitest";
import { ownDatabase } from "@/lib/testing/own-database";
import { type WorkerLives, watchWorkers } from "./worker-lives";

const ends: (() => Promise<void>)[] = [];
afterAll(async () => {
  for (const end of ends) await end();
});

const create = (lives: WorkerLives, workerId: string) =>
  lives.events.emit("worker:create", { worker: { workerId } } as WorkerEventMap["worker:create"]);

it("a worker counts as alive from its first job until its process lets go, in every other process", async () => {
  const own = await ownDatabase();
  const [one, other] = [await watchWorkers(own.url), await watchWorkers(own.url)];
  ends.push(other.close, own.drop);
  expect(await other.isDead("a worker")).toBe(true);
  create(one, "a worker");
  await one.begun("a worker");
  expect(await other.isDead("a worker")).toBe(false);
  expect(await one.isDead("a worker")).toBe(false);
  await one.close();
  await expect.poll(() => other.isDead("a worker")).toBe(true);
});
