import { mkdtemp, readFile, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterEach, beforeEach, expect, it } from "vitest";
import { type DirectorySimulator, directory, startDirectorySimulator } from "../index";

const wlan = "user-iPad-wlan-adm-new";
let dir: string;
let simulator: DirectorySimulator;
const asked = () => directory({ provider: "simulator" }, { allowed: [], simulatorUrl: simulator.url });
const effects = async () => {
  const { items } = (await (await fetch(`${simulator.url}/_log`)).json()) as {
    items: { effect: string; account: string }[];
  };
  return items.map(({ effect, account }) => `${effect} ${account}`);
};

beforeEach(async () => {
  dir = await mkdtemp(join(tmpdir(), "directory-simulator-"));
  simulator = await startDirectorySimulator({ port: 0, dir });
});

afterEach(async () => {
  await simulator.close();
  await rm(dir, { recursive: true });
});

it("has an account for anyone in a demo municipality, save those whose address says that they have none", async () => {
  const found = await asked().findAccount({ email: "anna.ek@aminne.example" });
  expect(found).toMatchObject({
    name: "anna.ek",
    displayName: "Anna Ek",
    email: "anna.ek@aminne.example",
    disabled: false,
  });
  expect(await asked().findAccount({ email: "anna.ek@linderas.example" })).toMatchObject({ name: "anna.ek2" });
  for (const email of [
    "saknas@aminne.example",
    "saknas.anna@aminne.example",
    "anna@kommun.se",
    "@aminne.example",
    "anna",
  ]) {
    expect(await asked().findAccount({ email })).toBeNull();
  }
});

it("logs what was changed, and only that", async () => {
  const account = await asked().findAccount({ email: "anna@aminne.example" });
  const anna = { id: account?.id ?? "" };
  for (const _ of [1, 2]) await asked().addToGroup(anna, wlan);
  for (const _ of [1, 2]) await asked().removeFromGroup(anna, wlan);
  for (const _ of [1, 2]) await asked().createDeviceAccount({ name: "DEV-A1", description: "" });
  for (const _ of [1, 2]) await asked().disableAccount(anna.id);
  expect(await effects()).toEqual([
    "group.added anna",
    "group.removed anna",
    "account.created DEV-A1",
    "account.disabled anna",
  ]);
});

it("remembers everything when it is started again", async () => {
  const made = await asked().createDeviceAccount({ name: "DEV-A1", description: "iPad" });
  await asked().addToGroup(made, wlan);
  await simulator.close();
  expect(JSON.parse(await readFile(join(dir, "directory.json"), "utf8"))).toHaveProperty("log");
  simulator = await startDirectorySimulator({ port: 0, dir });
  expect(await asked().isMember(made, wlan)).toBe(true);
  expect(await asked().createDeviceAccount({ name: "DEV-A1", description: "iPad" })).toEqual(made);
  expect(await effects()).toHaveLength(2);
});

it("answers nonsense, and goes on", async () => {
  const statuses = [];
  for (const [method, path, body] of [
    ["POST", "/device-accounts", "{"],
    ["POST", "/device-accounts", "[]".padEnd(70_000)],
    ["GET", "/groups/%/members", undefined],
    ["DELETE", "/accounts", undefined],
  ] as const) {
    statuses.push((await fetch(`${simulator.url}${path}`, { method, ...(body ? { body } : {}) })).status);
  }
  expect(statuses).toEqual([400, 400, 400, 400]);
  expect(await effects()).toEqual([]);
});

it("is missed in so many words where it does not run", async () => {
  const missing = directory({ provider: "simulator" }, { allowed: [], simulatorUrl: undefined });
  await expect(missing.findAccount({ email: "a@b.example" })).rejects.toMatchObject({
    key: "directory.noSimulator",
    retry: false,
  });
});
