import * as z from "zod";
import { Unavailable } from "@/lib/base/errors";
import type { Check, CheckName, Directory } from "../port";

const Account = z.object({
  id: z.string(),
  name: z.string(),
  displayName: z.string(),
  email: z.string().nullable(),
  disabled: z.boolean(),
  dn: z.string(),
});
const Found = z.object({ account: Account.nullable() });
const Made = z.object({ account: Account });
const Members = z.object({ members: z.array(Account) });
const Membership = z.object({ isMember: z.boolean() });
const Change = z.object({ changed: z.boolean() });
const Refused = z.object({
  reason: z.enum(["severalAccounts", "accountGone", "groupMissing", "nameTaken", "failed"]),
  detail: z.string(),
});

export type SimulatorOptions = { simulatorUrl: string | undefined; timeoutMs?: number };

/** The port over the simulator's HTTP. */
export function simulatedDirectory(options: SimulatorOptions): Directory {
  const ask = async <T>(answer: z.ZodType<T>, method: string, path: string, body?: unknown): Promise<T> =>
    answer.parse(await call(options, method, path, body));
  const member = (groupName: string, id: string) =>
    `/groups/${encodeURIComponent(groupName)}/members/${encodeURIComponent(id)}`;
  return {
    server: "simulator",
    findAccount: async ({ email, account = "" }) => {
      const who = new URLSearchParams({ email, account });
      return (await ask(Found, "GET", `/accounts?${who}`)).account;
    },
    isMember: async ({ id }, groupName) => (await ask(Membership, "GET", member(groupName, id))).isMember,
    addToGroup: ({ id }, groupName) => ask(Change, "PUT", member(groupName, id)),
    removeFromGroup: ({ id }, groupName) => ask(Change, "DELETE", member(groupName, id)),
    listMembers: async (groupName) =>
      (await ask(Members, "GET", `/groups/${encodeURIComponent(groupName)}/members`)).members,
    createDeviceAccount: async (wanted) => (await ask(Made, "POST", "/device-accounts", wanted)).account,
    disableAccount: async (id) => {
      await call(options, "POST", `/accounts/${encodeURIComponent(id)}/disable`);
    },
    check: (groupNames = []) => check(options, groupNames),
  };
}

async function check(options: SimulatorOptions, groupNames: readonly string[]): Promise<Check[]> {
  const connected = await attempt("connect", "simulator", () => call(options, "GET", "/_log"));
  if (!connected.ok) return [connected];
  const path = (name: string) => `/groups/${encodeURIComponent(name)}/members`;
  const groups = groupNames.map((name) => attempt("group", name, () => call(options, "GET", path(name))));
  return [connected, ...(await Promise.all(groups))];
}

async function attempt(check: CheckName, what: string, work: () => Promise<unknown>): Promise<Check> {
  try {
    await work();
    return { check, ok: true, detail: what };
  } catch (error) {
    if (!(error instanceof Unavailable)) throw error;
    return { check, ok: false, detail: error.detail };
  }
}

async function call(options: SimulatorOptions, method: string, path: string, body?: unknown): Promise<unknown> {
  if (!options.simulatorUrl) throw new Unavailable("no directory simulator runs here", false, "directory.noSimulator");
  const { status, answer } = await speak(`${options.simulatorUrl}${path}`, options.timeoutMs ?? 10_000, {
    method,
    ...(body === undefined ? {} : { body: JSON.stringify(body) }),
  });
  if (status === 200) return answer;
  const refused = Refused.safeParse(answer);
  if (!refused.success) throw new Unavailable(`the simulator answered ${status}`, true, "directory.unreachable");
  throw new Unavailable(refused.data.detail, false, `directory.${refused.data.reason}`);
}

async function speak(
  url: string,
  timeoutMs: number,
  request: RequestInit,
): Promise<{ status: number; answer: unknown }> {
  try {
    const response = await fetch(url, { ...request, signal: AbortSignal.timeout(timeoutMs) });
    return { status: response.status, answer: await response.json() };
  } catch (error) {
    const why = error instanceof Error ? error.message : "";
    throw new Unavailable(`no answer from the simulator: ${why}`, true, "directory.unreachable");
  }
}
