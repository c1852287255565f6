import { createServer, type IncomingMessage, request, type ServerResponse } from "node:http";
import { connect } from "node:net";
import { afterAll, beforeAll, describe, expect, it, vi } from "vitest";

vi.stubEnv("PORT", "0");
vi.stubEnv("DEMO", "1");
vi.stubEnv("LOG_LEVEL", "silent");

/** In Next's place: says what it was told, reads what it was sent, answers as asked. */
async function echo(req: IncomingMessage, res: ServerResponse): Promise<void> {
  let size = 0;
  for await (const chunk of req) size += (chunk as Buffer).length;
  const status = Number(/status=(\d+)/.exec(req.url ?? "")?.[1] ?? 200);
  if (req.url?.includes("throw")) throw new Error("a secret word");
  res.writeHead(status, {
    "cache-control": "public, max-age=31536000, immutable",
    "x-powered-by": "Next.js",
    location: "/",
  });
  res.end(JSON.stringify({ headers: req.headers, size }));
}

vi.mock("next", () => ({
  default: () => ({ prepare: async () => {}, getRequestHandler: () => echo, close: async () => {} }),
}));

let origin = "";
let close = async () => {};

beforeAll(async () => {
  const { startWebServer } = await import("./server");
  const server = await startWebServer({ dev: false });
  origin = server.url;
  close = server.close;
});
afterAll(() => close());

type Sent = { method?: string; headers?: Record<string, string>; body?: string | Buffer; chunked?: boolean };
type Got = { status: number; headers: Record<string, string>; text: string };

/** By node:http, because fetch does not let a test say Host or Origin. */
function send(path: string, { method = "GET", headers = {}, body, chunked }: Sent = {}): Promise<Got> {
  return new Promise((answer, fail) => {
    const sent: Record<string, string> = chunked ? { "transfer-encoding": "chunked" } : {};
    if (body !== undefined && !chunked) sent["content-length"] = String(Buffer.byteLength(body));
    const req = request(`${origin}${path}`, { method, headers: { ...sent, ...headers }, agent: false }, (res) => {
      const chunks: Buffer[] = [];
      res.on("data", (chunk: Buffer) => chunks.push(chunk));
      res.on("end", () => {
        const text = Buffer.concat(chunks).toString("utf8");
        answer({ status: res.statusCode ?? 0, headers: res.headers as Record<string, string>, text });
      });
    });
    req.on("error", fail);
    req.end(body);
  });
}

const post = (path: string, headers: Record<string, string> = {}) =>
  send(path, { method: "POST", body: "x", headers: { origin, ...headers } });

describe("every answer", () => {
  it.each([
    ["a page", "/", {}],
    ["a redirect", "/?status=307", {}],
    ["an absent page", "/?status=404", {}],
    ["an error", "/?status=500", {}],
    ["a fault", "/?throw", {}],
    ["REST", "/api/v1/orders", {}],
    ["a prefetch", "/?_rsc=1", { headers: { rsc: "1", "next-router-prefetch": "1" } }],
    ["the process", "/api/health/live", {}],
    ["a refused host", "/", { headers: { host: "evil.example" } }],
    ["the image optimiser", "/_next/image?url=/x", {}],
    ["a foreign origin", "/", { method: "POST", body: "x", headers: { origin: "https://evil.example" } }],
    ["too large a body", "/", { method: "POST", body: Buffer.alloc(1_048_577) }],
  ] as [string, string, Sent][])("carries the headers: %s", async (_, path, sent) => {
    const { headers } = await send(path, sent.method ? { ...sent, headers: { origin, ...sent.headers } } : sent);
    expect(headers["content-security-policy"]).toMatch(/script-src 'self' 'nonce-[\w+/=]{24}' 'strict-dynamic';/);
    expect(headers["content-security-policy"]).toMatch(
      /object-src 'none'; base-uri 'none'; .*frame-ancestors 'none'; form-action 'self'/,
    );
    expect(headers["content-security-policy"]).not.toContain("unsafe");
    expect(headers).toMatchObject({
      "x-content-type-options": "nosniff",
      "referrer-policy": "same-origin",
      "cross-origin-opener-policy": "same-origin",
      "cache-control": "private, no-store",
    });
    expect(headers["x-request-id"]).toMatch(/^[0-9a-f]{12}$/);
    expect(headers["x-powered-by"]).toBeUndefined();
  });

  it("has a nonce of its own", async () => {
    const nonces = new Set<string>();
    for (let n = 0; n < 20; n++) {
      const answers = await Promise.all(Array.from({ length: 50 }, () => send("/")));
      for (const { headers } of answers)
        nonces.add(/'nonce-([^']+)'/.exec(headers["content-security-policy"] ?? "")?.[1] ?? "");
    }
    expect(nonces.size).toBe(1000);
  });

  it("may be kept only when it is the bundler's own file", async () => {
    expect((await send("/_next/static/chunks/a.js")).headers["cache-control"]).toContain("immutable");
    expect((await send("/_next/data/a.json")).headers["cache-control"]).toBe("private, no-store");
  });

  it("keeps a fault's words inside", async () => {
    const { status, text } = await send("/?throw");
    expect(status).toBe(500);
    expect(text).not.toContain("secret");
  });
});

describe("what Next is told", () => {
  it("is nothing that only a server may say", async () => {
    const forged = {
      "x-middleware-subrequest": "src/middleware:src/middleware",
      "x-middleware-rewrite": "/admin",
      "next-resume": "1",
      "x-nextjs-data": "1",
      "x-forwarded-host": "evil.example",
      "x-forwarded-for": "10.0.0.1",
      "x-forwarded-user": "admin",
      forwarded: "host=evil.example",
      "remote-user": "admin",
      "x-remote-user": "admin",
      "x-user-id": "1",
      "x-auth-request-email": "admin@aminne.example",
      "x-original-url": "/admin",
      "x-request-id": "mine",
      "x-path": "/admin",
      "x-nonce": "mine",
      "content-security-policy": "script-src 'nonce-mine'",
    };
    const { text, headers } = await send("/orders?a=1&_rsc=2", { headers: forged });
    const told = (JSON.parse(text) as { headers: Record<string, string> }).headers;
    const said = JSON.stringify(told);
    for (const word of ["evil", "admin", "mine", "10.0.0.1", "middleware", "next-resume"])
      expect(said).not.toContain(word);
    expect(told["content-security-policy"]).toBe(headers["content-security-policy"]);
    expect(told).toMatchObject({
      "x-request-id": headers["x-request-id"],
      "x-path": "/orders?a=1",
      "x-forwarded-for": "127.0.0.1",
    });
    expect(`http://${told["x-forwarded-host"]}`).toBe(origin);
  });
});

describe("what is refused before Next", () => {
  it("another host than ours", async () => {
    expect((await send("/", { headers: { host: "evil.example" } })).status).toBe(421);
    expect((await send("/", { headers: { host: "localhost:1" } })).status).toBe(200);
  });

  it("a change that does not come from our own pages", async () => {
    const foreign = ["https://evil.example", "null", `${origin}.evil.example`, origin.replace("http", "https"), ""];
    for (const from of foreign) expect((await post("/orders", { origin: from })).status, from).toBe(403);
    expect((await post("/orders", { "sec-fetch-site": "cross-site" })).status).toBe(403);
    expect((await post("/orders", { "sec-fetch-site": "same-site" })).status).toBe(403);
    expect((await send("/orders", { method: "POST", body: "x" })).status).toBe(403);
    expect((await post("/orders", { "x-forwarded-host": "evil.example", origin: "http://evil.example" })).status).toBe(
      403,
    );
    expect((await post("/orders", { "sec-fetch-site": "same-origin" })).status).toBe(200);
  });

  it("REST with a cookie's power, not REST without", async () => {
    const bearer = { authorization: "Bearer sp_x" };
    const rest = (headers: Record<string, string>) => send("/api/v1/orders", { method: "POST", body: "{}", headers });
    expect((await rest(bearer)).status).toBe(200);
    expect((await rest({})).status).toBe(200);
    expect((await rest({ ...bearer, cookie: "__Host-session=a.b" })).status).toBe(403);
    expect((await rest({ ...bearer, origin: "https://evil.example" })).status).toBe(403);
  });

  it("more than a megabyte, announced or not", async () => {
    const big = Buffer.alloc(1_048_577);
    const announced = await send("/api/v1/orders", { method: "POST", body: big });
    expect([announced.status, announced.headers["content-type"]]).toEqual([413, "application/problem+json"]);
    const counted = await send("/api/v1/orders", { method: "POST", body: big, chunked: true });
    expect(counted.status).toBe(413);
    const whole = await send("/api/v1/orders", { method: "POST", body: big.subarray(1), chunked: true });
    expect(JSON.parse(whole.text)).toMatchObject({ size: 1_048_576 });
  });

  it("methods that we do not know, and addresses that are not paths", async () => {
    expect((await send("/", { method: "TRACE" })).status).toBe(405);
    const raw = await exchange("GET http://169.254.169.254/ HTTP/1.1\r\nhost: 127.0.0.1\r\nconnection: close\r\n\r\n");
    expect(raw).toMatch(/^HTTP\/1.1 400 /);
  });

  it("every upgrade of the connection", async () => {
    const upgrade = "connection: upgrade\r\nupgrade: websocket\r\n\r\n";
    for (const path of ["/", "/_next/hmr", "http://169.254.169.254/"]) {
      expect(await exchange(`GET ${path} HTTP/1.1\r\nhost: 127.0.0.1\r\n${upgrade}`)).toMatch(/^HTTP\/1.1 400 /);
    }
  });
});

function exchange(sent: string): Promise<string> {
  const { hostname, port } = new URL(origin);
  return new Promise((answer, fail) => {
    let got = "";
    const socket = connect(Number(port), hostname, () => socket.write(sent));
    socket.on("data", (chunk) => {
      got += chunk.toString();
    });
    socket.on("close", () => answer(got));
    socket.on("error", fail);
  });
}

describe("the process", () => {
  it("says that its port is taken rather than taking another", async () => {
    const { startWebServer } = await import("./server");
    const taken = createServer().listen(Number(new URL(origin).port), "127.0.0.1");
    await expect(new Promise((_, fail) => taken.on("error", fail))).rejects.toThrow("EADDRINUSE");
    await expect(startWebServer({ dev: false })).rejects.toThrow("EADDRINUSE");
  });
});
