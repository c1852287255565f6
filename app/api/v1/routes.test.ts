import { readdirSync } from "node:fs";
import { expect, test } from "vitest";
import { describedCalls } from "@/lib/web/openapi";
import type { Calls } from "@/lib/web/rest-route";

const here = new URL(".", import.meta.url);
const files = readdirSync(here, { recursive: true, encoding: "utf8" }).filter((name) => name.endsWith("route.ts"));
const addressOf = (file: string) => `/${file.replace(/\/route\.ts$/, "").replace(/\[(\w+)\]/g, "{$1}")}`;
const served = files.filter((file) => !file.startsWith("[[...path]]"));

test("every route is described, and everything described has a route", () => {
  expect(served.map(addressOf).sort()).toEqual(Object.keys(describedCalls).sort());
});

test.each(served)("%s serves exactly the calls described for it, and a problem for the rest", async (file) => {
  const route = (await import(new URL(file, here).pathname)) as Record<
    string,
    (...given: unknown[]) => Promise<Response>
  >;
  const calls: Calls = describedCalls[addressOf(file)] ?? {};
  for (const method of ["GET", "POST", "PUT", "DELETE"] as const) {
    if (calls[method]) expect(route[method]).toBe(calls[method]);
  }
  const answer = await route.PATCH?.(new Request("http://portal.example/api/v1/x", { method: "PATCH" }), {});
  expect(answer?.status).toBe(405);
  expect(answer?.headers.get("allow")?.split(", ")).toEqual(expect.arrayContaining(Object.keys(calls)));
});

test("everything else under it is a 404 that is a problem", async () => {
  const route = (await import("./[[...path]]/route")) as Record<
    string,
    (request: Request, of: unknown) => Promise<Response>
  >;
  for (const method of ["GET", "POST", "PUT", "PATCH", "DELETE"]) {
    const answer = await route[method]?.(new Request("http://portal.example/api/v1/nope", { method }), {});
    expect([answer?.status, answer?.headers.get("content-type")]).toEqual([404, "application/problem+json"]);
  }
});
