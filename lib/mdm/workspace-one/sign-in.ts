import { systemNow } from "@/lib/base/clock";
import { Unavailable } from "@/lib/base/errors";
import type { GuardedFetch } from "@/lib/base/guarded-fetch";
import { processWide } from "@/lib/base/process-wide";
import type { WorkspaceOneSettings } from "../schema";
import { hold } from "./hold";
import { WsToken } from "./types";

export type Connection = {
  /** Ends in `/api`. */
  base: string;
  auth: WorkspaceOneSettings["auth"];
  organizationGroupId: number;
  allowed: readonly string[];
  fetch: GuardedFetch;
  /** The same for the same server and the same secrets, and for no others. */
  key: string;
  timeoutMs: number;
};

type Token = { value: string; freshUntil: number };

const { value: tokens } = processWide("mdm.tokens", () => new Map<string, Promise<Token>>());
const secondsBeforeExpiry = 300;
/** Long enough that a wrong password never reaches the limit at which they lock the account. */
const secondsAfterRefusal = 300;

/** The headers that sign a request in; the token is kept until five minutes before it expires. */
export async function signInHeaders(connection: Connection): Promise<Record<string, string>> {
  const { auth } = connection;
  if (auth.kind === "basic") {
    const pair = Buffer.from(`${auth.username}:${auth.password}`, "utf8").toString("base64");
    return { Authorization: `Basic ${pair}`, "aw-tenant-code": auth.tenantCode };
  }
  const token = await freshToken(connection, auth);
  return { Authorization: `Bearer ${token.value}`, ...(auth.tenantCode ? { "aw-tenant-code": auth.tenantCode } : {}) };
}

/** They refused this token: the next request fetches another. */
export async function forgetToken(connection: Connection, headers: Record<string, string>): Promise<void> {
  const token = await tokens.get(connection.key);
  if (token && headers.Authorization === `Bearer ${token.value}`) tokens.delete(connection.key);
}

/** They refused the sign-in itself: tells why and leaves the account in peace for a while. */
export function refusedSignIn(connection: Connection, detail: string): Unavailable {
  const error = new Unavailable(detail, false, "mdm.signInRefused");
  hold(connection.key, secondsAfterRefusal, error);
  return error;
}

type OAuth = Extract<Connection["auth"], { kind: "oauth" }>;

async function freshToken(connection: Connection, auth: OAuth): Promise<Token> {
  const kept = await tokens.get(connection.key);
  if (kept && kept.freshUntil > systemNow().getTime()) return kept;
  const asked = fetchToken(connection, auth);
  tokens.set(connection.key, asked);
  asked.catch(() => tokens.delete(connection.key));
  return asked;
}

async function fetchToken(connection: Connection, auth: OAuth): Promise<Token> {
  const body = new URLSearchParams({
    grant_type: "client_credentials",
    client_id: auth.clientId,
    client_secret: auth.clientSecret,
  }).toString();
  const headers = { "Content-Type": "application/x-www-form-urlencoded", Accept: "application/json" };
  const request = { method: "POST", headers, body, timeoutMs: connection.timeoutMs };
  const answer = await connection.fetch(auth.tokenUrl, request, connection.allowed);
  const detail = `POST token ${answer.status}`;
  if ([400, 401, 403].includes(answer.status)) throw refusedSignIn(connection, detail);
  const token = answer.status === 200 ? WsToken.safeParse(readJson(answer.text)) : null;
  if (!token) throw new Unavailable(detail, true, "mdm.unavailable");
  if (!token.success) throw new Unavailable(`${detail}, not a token`, true, "mdm.notTheApi");
  const { access_token, expires_in } = token.data;
  const seconds = Math.max(expires_in - secondsBeforeExpiry, expires_in / 2);
  return { value: access_token, freshUntil: systemNow().getTime() + seconds * 1000 };
}

/** Undefined for what is not JSON: proxies and maintenance pages answer in HTML, also with status 200. */
export function readJson(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}
