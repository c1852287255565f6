import type { WorkerEventMap } from "graphile-worker";
import postgres from "postgres";
import { afterAll, beforeAll, expect, it, vi } from "vitest";
import { ownDatabase } from "@/lib/testing/own-database";
import { type WorkerLives, watchWorkers } from "./worker-lives";

const ends: (() => Promise<void>)[] = [];
let url = "";

beforeAll(async () => {
  const own = await ownDatabase();
  url = own.url;
  ends.push(own.drop);
});
afterAll(async () => {
  for (const end of ends.reverse()) await end();
});

const create = (lives: WorkerLives, workerId: string) =>
  lives.events.emit("worker:create", { worker: { workerId } } as WorkerEventMap["worker:create"]);

it("a worker counts as alive from its first job until its process lets go, in every other process", async () => {
  const [one, other] = [await watchWorkers(url), await watchWorkers(url)];
  ends.push(other.close);
  expect(await other.isDead("a worker")).toBe(true);
  create(one, "a worker");
  await expect.poll(() => other.isDead("a worker")).toBe(false);
  create(one, "another");
  await one.begun("another");
  expect(await other.isDead("another")).toBe(false);
  expect(await one.isDead("a worker")).toBe(false);
  await one.close();
  await expect.poll(() => other.isDead("a worker")).toBe(true);
});

it("a process whose connection breaks hears that its workers count as dead", async () => {
  const lost = vi.fn();
  const lives = await watchWorkers(url, lost);
  ends.push(lives.close);
  create(lives, "a worker");
  await lives.begun("a worker");
  expect(lost).not.toHaveBeenCalled();
  const admin = postgres(url, { max: 1, onnotice: () => {} });
  await admin`select pg_terminate_backend(pid) from pg_stat_activity
    where datname = current_database() and application_name = 'serviceportalen-worker'`;
  await admin.end();
  await expect.poll(() => lost.mock.calls.length).toBe(1);
});
