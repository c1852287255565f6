import { closeSync, existsSync, fsyncSync, mkdirSync, openSync, readFileSync, renameSync, writeSync } from "node:fs";
import { join } from "node:path";
import { systemNow } from "@/lib/base/clock";
import { newId } from "@/lib/base/ids";
import type { DirectoryAccount } from "../port";

/** What the portal changed in the simulated directory, in order: what a test counts to see that nothing was done twice. */
export type Effect = {
  at: string;
  effect: "account.created" | "account.enabled" | "account.disabled" | "group.added" | "group.removed";
  account: string;
  group?: string;
};

/** `isOurs`: made by the portal. */
export type SimulatedAccount = DirectoryAccount & { isOurs: boolean; description: string };

export type State = { accounts: SimulatedAccount[]; groups: Record<string, string[]>; log: Effect[] };

/** An account that is there from the start. */
export type SeedAccount = { email?: string; name: string; displayName: string; disabled?: boolean };

/** The groups that Personlig asks for (A6). */
const groupsOfTheStart = ["user-iPad-wlan-adm-new", "user-iPad-service-personlig"];

export function loadState(dir: string, seeds: readonly SeedAccount[]): State {
  mkdirSync(dir, { recursive: true });
  const file = stateFile(dir);
  if (existsSync(file)) return JSON.parse(readFileSync(file, "utf8")) as State;
  const groups = Object.fromEntries(groupsOfTheStart.map((name) => [name, []]));
  return { accounts: seeds.map(simulatedAccount), groups, log: [] };
}

/** Whole or not at all, also when the machine loses power. */
export function saveState(dir: string, state: State): void {
  const next = `${stateFile(dir)}.next`;
  const handle = openSync(next, "w", 0o600);
  writeSync(handle, JSON.stringify(state, null, 1));
  fsyncSync(handle);
  closeSync(handle);
  renameSync(next, stateFile(dir));
}

export function simulatedAccount(seed: SeedAccount & { isOurs?: boolean; description?: string }): SimulatedAccount {
  return {
    id: newId(),
    name: seed.name,
    displayName: seed.displayName,
    email: seed.email ?? null,
    disabled: seed.disabled ?? false,
    dn: `CN=${seed.name},CN=Users,DC=simulator,DC=example`,
    isOurs: seed.isOurs ?? false,
    description: seed.description ?? "",
  };
}

export function noteEffect(state: State, effect: Effect["effect"], account: string, group?: string): void {
  state.log.push({ at: systemNow().toISOString(), effect, account, ...(group === undefined ? {} : { group }) });
}

const stateFile = (dir: string): string => join(dir, "directory.json");
