import { expect } from "vitest";
import type { TokenScope } from "@/db/words";
import { systemNow } from "@/lib/base/clock";
import { makeToken } from "@/lib/people/make-token";
import { restCalls } from "@/lib/web/rest-calls";
import { type Calls, noSuchCall, restRoute } from "@/lib/web/rest-route";
import type { World } from "./world";

export type RestAnswer = { status: number; headers: Headers; body: Record<string, unknown>; text: string };
export type RestClient = (
  call: `${"GET" | "HEAD" | "POST" | "PUT" | "PATCH" | "DELETE" | "OPTIONS"} /${string}`,
  body?: unknown,
  headers?: Record<string, string>,
) => Promise<RestAnswer>;

/** A token of a person of the world, as `npm run token` makes it. */
export async function tokenOf(world: World, who: string, scopes: TokenScope[] = ["read", "write"]): Promise<string> {
  return (await madeToken(world, who, scopes)).token;
}

export async function madeToken(world: World, who: string, scopes: TokenScope[] = ["read", "write"]) {
  return makeToken(await world.as(who, systemNow()), { name: "test", scopes, days: 1 }, { standsForSignIn: true });
}

/**
 * Calls the route handlers as the server would, from a Request to its Response. Every success is held against the schema that
 * OpenAPI is written from: what is not described may not be answered. A text or a form as body goes as it is.
 */
export function restClient(token?: string): RestClient {
  return async (call, body, headers = {}) => {
    const [method = "", path = ""] = call.split(" ");
    const url = new URL(`http://portal.example/api/v1${path}`);
    const { calls, params } = found(url.pathname.replace("/api/v1", ""));
    const request = new Request(url, {
      method,
      headers: { ...(token ? { authorization: `Bearer ${token}` } : {}), "x-request-id": "test-request", ...headers },
      ...(body === undefined ? {} : { body: isRaw(body) ? body : JSON.stringify(body) }),
    });
    const handlers = calls ? restRoute(calls) : noSuchCall();
    const response = await handlers[method as keyof typeof handlers](request, { params: Promise.resolve(params) });
    const text = await response.text();
    const isJson = text !== "" && response.headers.get("content-type")?.includes("json");
    const answered = isJson ? (JSON.parse(text) as Record<string, unknown>) : {};
    const { answer } = calls?.[method as keyof Calls]?.operation ?? {};
    if (response.ok && answer && text !== "") expect(answer.parse(answered)).toEqual(answered);
    return { status: response.status, headers: response.headers, body: answered, text };
  };
}

const isRaw = (body: unknown): body is string | FormData => typeof body === "string" || body instanceof FormData;

function found(path: string): { calls?: Calls; params: Record<string, string> } {
  for (const [pattern, calls] of Object.entries(restCalls)) {
    const named = new RegExp(`^${pattern.replace(/\{(\w+)\}/g, "(?<$1>[^/]+)")}$`).exec(path);
    if (named) return { calls, params: { ...named.groups } };
  }
  return { params: {} };
}
