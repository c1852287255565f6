import type { Endpoint } from "./api";
import { preferredLanguage } from "./preferred-language";
import { problemOf } from "./problem";

const methods = ["GET", "HEAD", "POST", "PUT", "PATCH", "DELETE", "OPTIONS"] as const;
type Method = (typeof methods)[number];

/** The calls one address takes, by method. */
export type Calls = { [Of in "GET" | "POST" | "PUT" | "DELETE"]?: Endpoint };

type Handler = (request: Request, route: { params: Promise<unknown> }) => Promise<Response>;

/** A route's handlers: its calls, and for every other method a problem that says which there are (405 with Allow). */
export function restRoute(calls: Calls): Record<Method, Handler> {
  const allow = allowed(calls).join(", ");
  const handlerOf = (method: Method): Handler => {
    if (method === "HEAD" && calls.GET) return withoutBody(calls.GET);
    if (method === "OPTIONS") return async () => new Response(null, { status: 204, headers: { allow } });
    return calls[method as keyof Calls] ?? (async (request) => refusal(request, 405, { allow }));
  };
  return Object.fromEntries(methods.map((method) => [method, handlerOf(method)])) as Record<Method, Handler>;
}

/** For every address that is none: 404 as a problem, whatever the method. */
export function noSuchCall(): Record<Method, Handler> {
  const handler: Handler = async (request) => refusal(request, 404, {});
  return Object.fromEntries(methods.map((method) => [method, handler])) as Record<Method, Handler>;
}

function allowed(calls: Calls): Method[] {
  const taken = methods.filter((method) => method in calls || (method === "HEAD" && "GET" in calls));
  return [...taken, "OPTIONS"];
}

const withoutBody =
  (get: Endpoint): Handler =>
  async (request, route) => {
    const { status, headers } = await get(request, route);
    return new Response(null, { status, headers });
  };

function refusal(request: Request, status: 404 | 405, headers: Record<string, string>): Response {
  const language = preferredLanguage(request.headers.get("accept-language")) ?? "sv";
  const edge = { language, request: request.headers.get("x-request-id") ?? "none" };
  const { request: _, ...problem } = problemOf(status, status === 404 ? "errors.notFound" : "api.noSuchMethod", edge);
  return new Response(JSON.stringify(problem), {
    status,
    headers: { "content-type": "application/problem+json", ...headers },
  });
}
