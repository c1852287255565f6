import { hash } from "node:crypto";
import type { IncomingMessage, ServerResponse } from "node:http";
import { setTimeout as sleep } from "node:timers/promises";
import postgres from "postgres";
import { afterAll, beforeAll, expect, it, vi } from "vitest";
import { ownDatabase } from "@/lib/testing/own-database";

vi.stubEnv("PORT", "0");
vi.stubEnv("DEMO", "1");
vi.stubEnv("LOG_LEVEL", "silent");
vi.mock("next", () => ({
  default: () => ({
    prepare: async () => {},
    getRequestHandler: () => (_: IncomingMessage, res: ServerResponse) => res.end("Next was asked"),
    close: async () => {},
  }),
}));

/** Longer than what was last heard of the database holds. */
const whileMs = 1_100;
const ends: (() => Promise<unknown>)[] = [];
let origin = "";
let setOpen: (isOpen: boolean) => Promise<unknown>;

beforeAll(async () => {
  const own = await ownDatabase();
  const url = new URL(own.url);
  const name = url.pathname.slice(1);
  const admin = postgres(new URL("/postgres", url).href, { max: 1, onnotice: () => {} });
  setOpen = async (isOpen) => {
    await admin.unsafe(`alter database ${name} allow_connections ${isOpen}`);
    if (!isOpen) await admin`select pg_terminate_backend(pid) from pg_stat_activity where datname = ${name}`;
    await sleep(whileMs);
  };
  const { startWebServer } = await import("./server");
  const server = await startWebServer({ dev: false });
  origin = server.url;
  ends.push(
    server.close,
    () => setOpen(true),
    own.drop,
    () => admin.end(),
  );
});

afterAll(async () => {
  for (const end of ends) await end();
});

it("pages and REST say so in a sentence while the database is away, and go on when it is back", async () => {
  await setOpen(false);
  const page = await fetch(`${origin}/orders`, { headers: { "accept-language": "sv" } });
  expect([page.status, page.headers.get("retry-after")]).toEqual([503, "5"]);
  const text = await page.text();
  expect(text).toContain("<h1>Serviceportalen svarar inte just nu.");
  const style = /<style>(.*?)<\/style>/.exec(text)?.[1] ?? "";
  expect(page.headers.get("content-security-policy")).toContain(`'sha256-${hash("sha256", style, "base64")}'`);
  expect((await fetch(`${origin}/orders`, { method: "POST", body: "x", headers: { origin } })).status).toBe(503);
  const rest = await fetch(`${origin}/api/v1/orders`, { headers: { authorization: "Bearer sp_x" } });
  expect([rest.status, rest.headers.get("content-type")]).toEqual([503, "application/problem+json"]);
  for (const path of ["/_next/static/x.js", "/api/health/live"]) expect((await fetch(origin + path)).status).toBe(200);
  await setOpen(true);
  expect(await (await fetch(`${origin}/orders`)).text()).toBe("Next was asked");
});
