import { createServer, type RequestListener } from "node:http";
import type { AddressInfo } from "node:net";
import { afterEach, expect, test } from "vitest";
import { guardedFetch } from "./guarded-fetch";

const open: (() => void)[] = [];
afterEach(() => {
  for (const close of open.splice(0)) close();
});

async function serving(listener: RequestListener, host = "127.0.0.1", port = 0): Promise<number> {
  const server = createServer(listener);
  await new Promise<void>((ready) => server.listen(port, host, ready));
  open.push(() => {
    server.closeAllConnections();
    server.close();
  });
  return (server.address() as AddressInfo).port;
}

const allowed = ["127.0.0.0/8"];

test("sends method, headers and body, and reads status, headers and body", async () => {
  const port = await serving((request, response) => {
    request.setEncoding("utf8");
    let body = "";
    request.on("data", (part) => {
      body += part;
    });
    request.on("end", () => {
      response.writeHead(207, { "X-Seen": String(request.headers["x-asked"]) });
      response.end(`${request.method} ${request.url} ${body}`);
    });
  });
  const answer = await guardedFetch(
    `http://127.0.0.1:${port}/a?b=å`,
    { method: "POST", headers: { "X-Asked": "ja" }, body: "smörgås" },
    allowed,
  );
  expect(answer).toMatchObject({ status: 207, text: "POST /a?b=%C3%A5 smörgås" });
  expect(answer.headers["x-seen"]).toBe("ja");
});

test("a name that changes its address after the check reaches only what was checked", async () => {
  const hits = { checked: 0, victim: 0 };
  const port = await serving((_request, response) => {
    hits.checked += 1;
    response.end("checked");
  });
  await serving(
    (_request, response) => {
      hits.victim += 1;
      response.end("victim");
    },
    "127.0.0.2",
    port,
  );
  const answers = ["127.0.0.1", "127.0.0.2", "127.0.0.2"];
  let asked = 0;
  const rebinding = async () => [{ address: answers[asked++] ?? "127.0.0.2", family: 4 as const }];
  const answer = await guardedFetch(`http://rebind.example:${port}/`, { method: "GET" }, ["127.0.0.1"], rebinding);
  expect(answer.text).toBe("checked");
  expect(hits).toEqual({ checked: 1, victim: 0 });
  expect(asked).toBe(1);
  const second = guardedFetch(`http://rebind.example:${port}/`, { method: "GET" }, ["127.0.0.1"], rebinding);
  await expect(second).rejects.toMatchObject({ key: "outbound.unlisted" });
  expect(hits.victim).toBe(0);
});

test("a redirect is not followed", async () => {
  let hits = 0;
  const inner = await serving((_request, response) => {
    hits += 1;
    response.end();
  });
  const port = await serving((_request, response) => {
    response.writeHead(302, { Location: `http://127.0.0.1:${inner}/` }).end();
  });
  await expect(guardedFetch(`http://127.0.0.1:${port}/`, { method: "GET" }, allowed)).rejects.toMatchObject({
    key: "outbound.redirected",
    retry: false,
  });
  expect(hits).toBe(0);
});

test("an address that is not listed is never called", async () => {
  let hits = 0;
  const port = await serving((_request, response) => {
    hits += 1;
    response.end();
  });
  await expect(guardedFetch(`http://127.0.0.1:${port}/`, { method: "GET" }, [])).rejects.toMatchObject({
    retry: false,
  });
  expect(hits).toBe(0);
});

test("silence, a cut connection, a closed port and a flood are all Unavailable", async () => {
  const silent = await serving(() => undefined);
  const slow = { method: "GET", timeoutMs: 100 };
  const noAnswer = { key: "outbound.noAnswer", retry: true };
  await expect(guardedFetch(`http://127.0.0.1:${silent}/`, slow, allowed)).rejects.toMatchObject(noAnswer);
  const cut = await serving((_request, response) => {
    response.writeHead(200, { "Content-Length": "100" });
    response.write("half");
    setTimeout(() => response.destroy(), 10);
  });
  await expect(guardedFetch(`http://127.0.0.1:${cut}/`, { method: "GET" }, allowed)).rejects.toMatchObject(noAnswer);
  await expect(guardedFetch("http://127.0.0.1:1/", { method: "GET" }, allowed)).rejects.toMatchObject(noAnswer);
  const flood = await serving((_request, response) => response.end("x".repeat(5000)));
  const small = { method: "GET", maxBytes: 1000 };
  await expect(guardedFetch(`http://127.0.0.1:${flood}/`, small, allowed)).rejects.toMatchObject({
    key: "outbound.tooLarge",
  });
});
