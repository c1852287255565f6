import { connect } from "node:net";
import { expect, test } from "./fixtures";
import { type Answer, cookieOf, nonceOf, send } from "./raw";

test.setTimeout(180_000);

/** The bundler of development needs eval, its overlay inline styles; against `npm run dev`, E2E_DEV=1 lets them have it. */
const isBuilt = process.env.E2E_DEV !== "1";
const large = 1_048_577;
const urlencoded = "application/x-www-form-urlencoded";

/** What holds for every answer, whatever gave it. */
function faultsOf({ headers, status }: Answer, path: string): string[] {
  const csp = String(headers["content-security-policy"]);
  const exact = {
    ...{ "x-content-type-options": "nosniff", "referrer-policy": "same-origin" },
    ...{ "cross-origin-opener-policy": "same-origin", "cross-origin-resource-policy": "same-origin" },
    "x-powered-by": undefined,
  };
  const wanted = [
    "default-src 'self'",
    "object-src 'none'",
    "base-uri 'none'",
    "frame-ancestors 'none'",
    "form-action 'self'",
  ];
  const faults = [
    ...Object.entries(exact).flatMap(([name, value]) => (headers[name] === value ? [] : [`${name}: ${headers[name]}`])),
    ...wanted.filter((directive) => !csp.split("; ").includes(directive)),
    ...(isBuilt && csp.includes("unsafe") ? [`unsafe: ${csp}`] : []),
    ...(/script-src 'self' 'nonce-[A-Za-z0-9+/=]{22,}' 'strict-dynamic'/.test(csp) ? [] : [`no nonce: ${csp}`]),
    ...(/camera=\(\)/.test(String(headers["permissions-policy"])) ? [] : ["permissions-policy"]),
  ];
  const isKept = path.startsWith("/_next/static/") && status === 200 && isBuilt;
  const mayKeep = isKept ? /immutable/ : /^private, no-store$/;
  if (!mayKeep.test(String(headers["cache-control"]))) faults.push(`cache-control: ${headers["cache-control"]}`);
  return faults.map((fault) => `${status} ${path}: ${fault}`);
}

/** One of the actions that a page may send. */
async function actionOn(origin: string, path: string): Promise<string> {
  const { body } = await send(origin, path);
  const [, action = ""] = /\$ACTION_ID_([0-9a-f]{40,})/.exec(body) ?? [];
  expect(action, `an action on ${path}`).not.toBe("");
  return action;
}

const multipart = (fields: Record<string, string>): string =>
  Object.entries(fields)
    .map(([name, value]) => `--x\r\ncontent-disposition: form-data; name="${name}"\r\n\r\n${value}\r\n`)
    .join("")
    .concat("--x--\r\n");

test("every answer carries the same guard, whatever its status and whoever gives it", async ({ portal, baseURL }) => {
  const origin = baseURL ?? "";
  const cookie = await cookieOf(await portal.signedInAs("staff"));
  const page = await send(origin, "/services");
  const action = await actionOn(origin, "/services");
  const script = /src="(\/_next\/static\/[^"]+\.js[^"]*)"/.exec(page.body)?.[1] ?? "";
  const flight = await send(origin, "/services", { headers: { rsc: "1" } });
  const prefetch = await send(origin, "/services", { headers: { rsc: "1", "next-router-prefetch": "1" } });
  const post = (headers: Record<string, string>, body = "") => ({
    method: "POST",
    headers: { origin, ...headers },
    body,
  });
  const cases: [number, string, Parameters<typeof send>[2]?][] = [
    [200, "/services"],
    [200, "/account", { headers: { cookie } }],
    [307, "/services", { headers: { rsc: "1" } }],
    [200, String(flight.headers.location), { headers: { rsc: "1" } }],
    [200, String(prefetch.headers.location), { headers: { rsc: "1", "next-router-prefetch": "1" } }],
    [200, "/services", { method: "HEAD" }],
    [200, script],
    [200, "/icon.svg"],
    [200, "/api/health/live"],
    [200, "/api/health/ready"],
    [200, "/api/v1/openapi.json"],
    [302, "/sign-in/nowhere"],
    [307, "/desk"],
    [
      303,
      "/",
      post({ "content-type": "multipart/form-data; boundary=x" }, multipart({ [`$ACTION_ID_${action}`]: "" })),
    ],
    [404, "/%E0%A4%A"],
    [400, "http://evil.example/"],
    [401, "/api/v1/orders"],
    [403, "/", post({ origin: "https://evil.example", "content-type": urlencoded })],
    [404, "/nothing"],
    [404, "/_next/image?url=%2Ficon.svg&w=64&q=75"],
    [404, "/_next/static/chunks/nothing.js"],
    [404, "/api/nothing"],
    [404, "/api/v1/nothing"],
    [404, "/", post({ "next-action": "0".repeat(42), "content-type": "text/plain;charset=UTF-8" }, "[]")],
    [405, "/", { method: "PROPFIND" }],
    [413, "/", post({ "content-length": String(large), "content-type": urlencoded })],
    [421, "/", { headers: { host: "evil.example" } }],
    [500, "/", post({ "next-action": action, "content-type": "multipart/form-data; boundary=x" }, "none of it")],
  ];
  for (const [status, path, sent] of cases) {
    const answer = await send(origin, path, sent);
    expect.soft(answer.status, `${sent?.method ?? "GET"} ${path} ${answer.body.slice(0, 200)}`).toBe(status);
    expect.soft(faultsOf(answer, path)).toEqual([]);
    if (isBuilt && !path.startsWith("/_next/"))
      expect.soft(answer.body, "no inner workings").not.toMatch(/node_modules|\bat .+:\d+:\d+\)|select .+ from /i);
  }
});

test("no nonce comes twice, and it is on every script of the page it came with", async ({ baseURL }) => {
  const origin = baseURL ?? "";
  const seen = new Set<string>();
  for (let n = 0; n < 200; n += 1) {
    const answer = await send(origin, n % 10 === 0 ? "/sign-in" : "/_next/image");
    seen.add(nonceOf(answer));
    if (answer.status !== 200) continue;
    const scripts = [...answer.body.matchAll(/<script\b[^>]*>/g)].map(([tag]) => tag);
    expect(scripts.length).toBeGreaterThan(0);
    expect(scripts.filter((tag) => !tag.includes(`nonce="${nonceOf(answer)}"`))).toEqual([]);
    expect(answer.body, "no handler in the markup").not.toMatch(/<[a-z][^>]*\son[a-z]+=/i);
  }
  expect(seen.size).toBe(200);
});

test("what only a server may say is not heard from a client", async ({ portal, baseURL }) => {
  const origin = baseURL ?? "";
  const said = {
    ...{ "content-security-policy": "script-src 'nonce-evil'", "x-nonce": "evil", "x-path": "/evil" },
    ...{ "x-forwarded-host": "evil.example", "x-forwarded-proto": "https", forwarded: "host=evil.example" },
    ...{ "x-middleware-subrequest": "middleware:middleware:middleware:middleware:middleware", "next-resume": "1" },
    ...{ "x-original-url": "/desk", "x-rewrite-url": "/desk", "x-invoke-path": "/desk", "x-matched-path": "/desk" },
    ...{ "x-forwarded-user": "admin@aminne.example", "remote-user": "admin@aminne.example" },
    ...{ "x-auth-request-email": "admin@aminne.example", "x-user": "admin@aminne.example", "x-request-id": "evil" },
  };
  const front = await send(origin, "/", { headers: said });
  expect(front.status).toBe(200);
  expect(front.body).not.toContain("evil");
  expect(JSON.stringify(front.headers)).not.toContain("evil");
  expect(front.body, "nobody is signed in").toContain("/sign-in");
  const desk = await send(origin, "/desk", { headers: said });
  expect([desk.status, desk.headers.location]).toEqual([307, "/sign-in?return=%2Fdesk"]);
  const signIn = await send(origin, "/sign-in/nowhere", { headers: said });
  expect(String(signIn.headers.location)).toMatch(/^\/sign-in\?error=/);
  const cookie = await cookieOf(await portal.signedInAs("staff"));
  const other = await send(origin, "/account", { headers: { ...said, cookie } });
  expect(other.body).not.toContain("admin@aminne.example");
});

test("only our own pages may ask for a change", async ({ portal, baseURL }) => {
  const origin = baseURL ?? "";
  const cookie = await cookieOf(await portal.signedInAs("staff"));
  const { host } = new URL(origin);
  const refused: Record<string, string>[] = [
    { origin: "https://evil.example" },
    { origin: "null" },
    {},
    { origin: origin.replace("//", "//sub.") },
    { origin: origin.replace("http:", "https:") },
    { origin: `${origin}.evil.example` },
    { origin: "https://evil.example", "x-forwarded-host": "evil.example" },
    { origin, "sec-fetch-site": "cross-site" },
    { origin, "sec-fetch-site": "same-site" },
    { origin: "https://evil.example", referer: `${origin}/account` },
  ];
  const types = [urlencoded, "text/plain", "multipart/form-data; boundary=x", "application/json"];
  for (const path of ["/", "/account", "/sign-in", "/api/v1/orders", "/api/dev/clock"]) {
    for (const headers of refused) {
      for (const type of types) {
        const sent = { cookie, host, "content-type": type, ...headers };
        const { status } = await send(origin, path, { method: "POST", headers: sent, body: "a=b" });
        expect(status, `${path} ${JSON.stringify(headers)} ${type}`).toBe(403);
      }
    }
  }
  for (const method of ["PUT", "PATCH", "DELETE"]) {
    expect((await send(origin, "/api/v1/connections/mdm", { method, headers: { cookie } })).status, method).toBe(403);
  }
  const own = await send(origin, "/", {
    method: "POST",
    headers: { cookie, origin, "content-type": urlencoded },
    body: "a=b",
  });
  expect(own.status, "the same from here").not.toBe(403);
  const program = await send(origin, "/api/v1/orders", {
    method: "POST",
    headers: { "content-type": "application/json" },
    body: "{}",
  });
  expect(program.status, "a program, with neither cookie nor origin").toBe(401);
});

test("a body over one megabyte is refused, announced or not", async ({ portal, baseURL }) => {
  const origin = baseURL ?? "";
  const cookie = await cookieOf(await portal.signedInAs("staff"));
  const form = {
    "content-type": "multipart/form-data; boundary=x",
    "next-action": await actionOn(origin, "/services"),
  };
  for (const path of ["/account", "/api/v1/orders", "/api/dev/clock"]) {
    const headers = { ...(path.startsWith("/api/") ? {} : { cookie, origin }), "content-length": String(large) };
    expect((await send(origin, path, { method: "POST", headers })).status, path).toBe(413);
  }
  const part = new Uint8Array(65_536).fill(97);
  const streamed = { method: "POST", headers: { cookie, origin, ...form }, body: Array(17).fill(part) };
  expect((await send(origin, "/account", streamed)).status, "streamed").toBe(413);
});

test("a connection is never passed on to anywhere else", async ({ baseURL }) => {
  const { hostname, port } = new URL(baseURL ?? "");
  for (const target of ["http://127.0.0.1:1/", "/services", "/_next/webpack-hmr"]) {
    const answer = await new Promise<string>((done) => {
      const socket = connect(Number(port), hostname);
      let said = "";
      socket.on("data", (chunk) => {
        said += chunk;
      });
      socket.on("close", () => done(said));
      socket.setTimeout(5_000, () => socket.destroy());
      socket.write(
        `GET ${target} HTTP/1.1\r\nHost: ${hostname}:${port}\r\nConnection: Upgrade\r\nUpgrade: websocket\r\n\r\n`,
      );
    });
    if (isBuilt || !target.includes("hmr")) expect(answer, target).toMatch(/^HTTP\/1\.1 400 /);
  }
});
