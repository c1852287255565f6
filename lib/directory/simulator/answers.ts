import type { DirectoryAccount } from "../port";
import { noteEffect, type SimulatedAccount, type State, simulatedAccount } from "./state";

/** Why the simulated directory says no; the adapter turns it into the sentence of the same name. */
type Reason = "severalAccounts" | "accountGone" | "groupMissing" | "nameTaken" | "failed";

export type Answer = { status: number; body: unknown };

type Call = { state: State; query: URLSearchParams; body: Record<string, unknown>; words: string[] };

const yes = (body: unknown): Answer => ({ status: 200, body });
const no = (status: number, reason: Reason, detail: string): Answer => ({ status, body: { reason, detail } });

/** Method and path → answer; a `*` is one word of the path. Every answer may change the state. */
export const answers: Record<string, (call: Call) => Answer> = {
  "GET /accounts": ({ state, query }) => find(state, query.get("email") ?? "", query.get("account") ?? ""),
  "POST /accounts/*/disable": ({ state, words }) => disable(state, words[0] ?? ""),
  "POST /device-accounts": ({ state, body }) => create(state, String(body.name), String(body.description)),
  "GET /groups/*/members": ({ state, words }) => members(state, words[0] ?? ""),
  "GET /groups/*/members/*": ({ state, words }) =>
    inGroup(state, words, (ids, { id }) => yes({ isMember: ids.includes(id) })),
  "PUT /groups/*/members/*": ({ state, words }) =>
    inGroup(state, words, (ids, account) => add(state, words, ids, account)),
  "DELETE /groups/*/members/*": ({ state, words }) =>
    inGroup(state, words, (ids, account) => remove(state, words, ids, account)),
  "GET /_log": ({ state }) => yes({ items: state.log }),
};

function find(state: State, email: string, name: string): Answer {
  seedPerson(state, email);
  const byEmail = state.accounts.filter((a) => email !== "" && a.email?.toLowerCase() === email.toLowerCase());
  const hits = byEmail.length > 0 ? byEmail : state.accounts.filter((a) => name !== "" && isNamed(a, name));
  if (hits.length > 1) return no(409, "severalAccounts", `several accounts fit ${email}`);
  return yes({ account: hits[0] ? shown(hits[0]) : null });
}

/** Anyone in a demo municipality has an account, save those whose address says that they have none. */
function seedPerson(state: State, email: string): void {
  const [local = "", domain = ""] = email.toLowerCase().split("@");
  const isUnknown = !state.accounts.some((a) => a.email?.toLowerCase() === email.toLowerCase());
  if (
    !isUnknown ||
    !/^[a-z0-9-]+\.example$/.test(domain) ||
    !/^[\p{L}\d._+-]+$/u.test(local) ||
    local.startsWith("saknas")
  )
    return;
  const displayName = local.replace(/[._+-]+/g, " ").replace(/(^|\s)\p{L}/gu, (letter) => letter.toUpperCase());
  const wanted = local.slice(0, 16);
  const taken = state.accounts.filter((a) => a.name.startsWith(wanted)).length;
  state.accounts.push(simulatedAccount({ email, name: taken === 0 ? wanted : `${wanted}${taken + 1}`, displayName }));
}

function disable(state: State, id: string): Answer {
  const account = state.accounts.find((a) => a.id === id);
  if (!account) return no(404, "accountGone", `no account ${id}`);
  if (!account.disabled) noteEffect(state, "account.disabled", account.name);
  account.disabled = true;
  return yes({});
}

function create(state: State, name: string, description: string): Answer {
  const existing = state.accounts.find((a) => isNamed(a, name));
  if (existing && !existing.isOurs) return no(409, "nameTaken", `${existing.dn} was not made by the portal`);
  if (existing) return yes({ account: shown(enabled(state, existing)) });
  const account = simulatedAccount({ name, displayName: name, isOurs: true, description });
  state.accounts.push(account);
  noteEffect(state, "account.created", name);
  return yes({ account: shown(account) });
}

function enabled(state: State, account: SimulatedAccount): SimulatedAccount {
  if (account.disabled) noteEffect(state, "account.enabled", account.name);
  account.disabled = false;
  return account;
}

function members(state: State, groupName: string): Answer {
  const ids = state.groups[groupName];
  if (!ids) return no(404, "groupMissing", `no group ${groupName}`);
  return yes({ members: state.accounts.filter(({ id }) => ids.includes(id)).map(shown) });
}

function inGroup(state: State, words: string[], act: (ids: string[], account: SimulatedAccount) => Answer): Answer {
  const [groupName = "", id = ""] = words;
  const account = state.accounts.find((a) => a.id === id);
  if (!account) return no(404, "accountGone", `no account ${id}`);
  const ids = state.groups[groupName];
  return ids ? act(ids, account) : no(404, "groupMissing", `no group ${groupName}`);
}

function add(state: State, [group = ""]: string[], ids: string[], { id, name }: SimulatedAccount): Answer {
  const changed = !ids.includes(id);
  if (changed) ids.push(id);
  if (changed) noteEffect(state, "group.added", name, group);
  return yes({ changed });
}

function remove(state: State, [group = ""]: string[], ids: string[], { id, name }: SimulatedAccount): Answer {
  const changed = ids.includes(id);
  state.groups[group] = ids.filter((member) => member !== id);
  if (changed) noteEffect(state, "group.removed", name, group);
  return yes({ changed });
}

const isNamed = (account: DirectoryAccount, name: string): boolean => account.name.toLowerCase() === name.toLowerCase();

function shown({ id, name, displayName, email, disabled, dn }: SimulatedAccount): DirectoryAccount {
  return { id, name, displayName, email, disabled, dn };
}
