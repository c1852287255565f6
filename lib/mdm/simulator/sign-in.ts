import type { IncomingHttpHeaders } from "node:http";
import { systemNow } from "@/lib/base/clock";
import { newSecret, sameSecret } from "@/lib/base/ids";
import { fault, type Reply } from "./answers";
import type { SimulatorCredentials } from "./credentials";

/** Token → when it expires, in milliseconds. In memory: a restart refuses every token, as the real service may at any time. */
export type Tokens = Map<string, number>;

const secondsOfLife = 3600;

/** `POST /connect/token`, client credentials (RFC 6749, 4.4 and 5.2). */
export function answerToken(credentials: SimulatorCredentials, tokens: Tokens, form: string): Reply {
  const asked = new URLSearchParams(form);
  if (asked.get("grant_type") !== "client_credentials")
    return { status: 400, body: { error: "unsupported_grant_type" }, effect: false };
  const isKnown =
    sameSecret(asked.get("client_id") ?? "", credentials.clientId) &&
    sameSecret(asked.get("client_secret") ?? "", credentials.clientSecret);
  if (!isKnown) return { status: 400, body: { error: "invalid_client" }, effect: false };
  const token = newSecret();
  tokens.set(token, systemNow().getTime() + secondsOfLife * 1000);
  return { status: 200, body: { access_token: token, token_type: "Bearer", expires_in: secondsOfLife }, effect: false };
}

/** Null when the request is signed in. Basic needs the API key in `aw-tenant-code`; with a token it may be left out. */
export function refusalOf(
  credentials: SimulatorCredentials,
  tokens: Tokens,
  headers: IncomingHttpHeaders,
): Reply | null {
  const [kind = "", given = ""] = (headers.authorization ?? "").split(" ");
  const tenantCode = headers["aw-tenant-code"];
  const isBasic = kind.toLowerCase() === "basic";
  const isKnown = isBasic
    ? sameSecret(Buffer.from(given, "base64").toString("utf8"), `${credentials.username}:${credentials.password}`)
    : kind.toLowerCase() === "bearer" && (tokens.get(given) ?? 0) > systemNow().getTime();
  if (!isKnown) return fault(401, 1005, "An error occurred while validating remote service client credentials.");
  if (tenantCode === undefined && !isBasic) return null;
  if (sameSecret(String(tenantCode ?? ""), credentials.tenantCode)) return null;
  return fault(403, 1013, `Tenant code ${tenantCode ?? ""} does not identify an Organization Group.`);
}
