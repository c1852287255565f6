import { newId } from "@/lib/base/ids";
import { referenceOf } from "@/lib/base/reference";
import { contextOfPerson } from "@/lib/people/context-of-person";
import { makeToken } from "@/lib/people/make-token";
import { startSession } from "@/lib/people/start-session";
import { firstNumber } from "./seed-tickets";

/** What an agent's browser sends along, and their token for REST. */
export type Agent = { cookie: string; token: string };

export async function signIn(email: string): Promise<Agent> {
  const ctx = await contextOfPerson(email, newId(), "aminne");
  if (ctx.actor.kind !== "person") throw new Error(`${email} is nobody`);
  const session = await startSession(ctx, { personId: ctx.actor.personId });
  const { token } = await makeToken(ctx, { name: "bench", scopes: ["read", "write"], days: 1 });
  return { cookie: `__Host-session=${session.token}`, token };
}

export const page = (url: string, path: string, { cookie }: Agent) => ask(url + path, { headers: { cookie } }, 200);

export function post(url: string, path: string, { token }: Agent, body: unknown): Promise<void> {
  const headers = {
    authorization: `Bearer ${token}`,
    "content-type": "application/json",
    "idempotency-key": newId(),
  };
  return ask(`${url}/api/v1${path}`, { method: "POST", headers, body: JSON.stringify(body) }, 201);
}

/** Throws when the answer is not the one hoped for: a page that says no would be fast. */
export async function ask(address: string, init: RequestInit, wanted: number): Promise<void> {
  const answer = await fetch(address, { redirect: "manual", ...init });
  const text = await answer.text();
  if (answer.status !== wanted) throw new Error(`${address} answered ${answer.status}: ${text.slice(0, 300)}`);
}

/** The nth of the filled-in tickets, spread over them all; `isOpen` for one of the tenth that is open. */
export function referenceAt(n: number, among: number, isOpen = false): string {
  const every = isOpen ? 10 : 1;
  return referenceOf(firstNumber + ((n * 7919) % (among / every)) * every);
}
