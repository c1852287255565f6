import { randomBytes } from "node:crypto";
import { EventEmitter, once } from "node:events";
import { createServer, type IncomingMessage, type Server, type ServerResponse } from "node:http";
import type { AddressInfo } from "node:net";
import type { Duplex } from "node:stream";
import { setTimeout as sleep } from "node:timers/promises";
import { fileURLToPath } from "node:url";
import { env, publicUrl } from "@/lib/base/env";
import { log } from "@/lib/base/log";
import { routes } from "@/lib/base/routes";
import { isAllowedHost } from "./allowed-hosts";
import { announcesTooMuch, countBody } from "./body-limit";
import { cleanRequest, clientAddress } from "./clean-request";
import { endLiveStreams } from "./live/live-answer";
import { processMetrics } from "./metrics";
import { isFromOurselves } from "./origin-check";
import { secondsToWait } from "./rate-limits";
import { isReadyNow } from "./readiness";
import { type Refusal, refuse } from "./refusal";
import { routeClass } from "./route-class";
import { contentSecurityPolicy, secureResponse } from "./security-headers";

export type WebServer = { url: string; close: () => Promise<void> };

type NextHandler = (req: IncomingMessage, res: ServerResponse) => Promise<void>;
type Half = { dev: boolean; next: NextHandler | null; isClosing: boolean };

/** Together well under the ten seconds that a stop may take. */
const [catchUpMs, graceMs] = [3_000, 5_000];

const root = fileURLToPath(new URL("../..", import.meta.url));
const methods = ["GET", "HEAD", "POST", "PUT", "PATCH", "DELETE", "OPTIONS"];

/**
 * The server around Next: everything that must hold for every response alike is done here, before Next is asked. It listens (and
 * says that it lives) before Next is prepared, and answers once this has resolved.
 */
export async function startWebServer({ dev }: { dev: boolean }): Promise<WebServer> {
  const half: Half = { dev, next: null, isClosing: false };
  const server = createServer((req, res) => void answer(half, req, res));
  server.requestTimeout = 60_000;
  server.listen(env().PORT, env().HOST);
  await once(server, "listening");
  env().PORT = (server.address() as AddressInfo).port;
  // Next attaches its upgrade handler to any server it is shown, and proxies what no route takes (CVE-2026-44578): show it none.
  const upgrades = new EventEmitter();
  server.on("upgrade", (req, socket, head) => passUpgrade(half, upgrades, req, socket, head));
  const app = await prepareNext(dev, upgrades as Server);
  half.next = app.getRequestHandler();
  return { url: publicUrl(), close: () => close(half, server, app) };
}

async function prepareNext(dev: boolean, httpServer: Server) {
  // Next reads it when it is loaded, so it is loaded afterwards.
  Object.assign(process.env, { NODE_ENV: dev ? "development" : "production", NEXT_TELEMETRY_DISABLED: "1" });
  const { default: next } = await import("next");
  const app = next({ dev, dir: root, hostname: env().HOST, port: env().PORT, httpServer, turbopack: true });
  await app.prepare();
  return app;
}

async function answer(half: Half, req: IncomingMessage, res: ServerResponse): Promise<void> {
  const request = randomBytes(6).toString("hex");
  const path = (req.url ?? "/").split("?", 1)[0] ?? "/";
  const csp = contentSecurityPolicy(randomBytes(16).toString("base64"), half);
  const address = clientAddress(req);
  res.setHeader("x-request-id", request);
  if (half.isClosing) res.setHeader("connection", "close");
  secureResponse(res, { path, csp, request });
  observe(req, res, path, request);
  // Before anything is waited for: what has come by then would not be counted.
  countBody(req, () => {
    refuse(req, res, { status: 413, key: "errors.tooLarge" });
    if (res.writableFinished) req.socket.destroySoon();
    else res.once("finish", () => req.socket.destroySoon());
  });
  try {
    if (path === "/api/health/live") return sayLive(res);
    cleanRequest(req, { request, csp, address, dev: half.dev });
    // What is compressed is gathered first: an event would wait for the next.
    if (path === routes.api.live()) delete req.headers["accept-encoding"];
    const refusal = await refusalOf(half, req, path, address);
    if (refusal) return refuse(req, res, refusal);
    if (res.headersSent) return;
    await half.next?.(req, res);
  } catch (fault) {
    log().error(
      { request, fault: fault instanceof Error ? fault.stack : String(fault) },
      "the request was not answered",
    );
    refuse(req, res, { status: 500, key: "errors.notAnswered" });
  }
}

async function refusalOf(half: Half, req: IncomingMessage, path: string, address: string): Promise<Refusal | null> {
  if (!req.url?.startsWith("/")) return { status: 400, key: "errors.notFound" };
  if (!methods.includes(req.method ?? "")) return { status: 405, key: "errors.notAllowed" };
  if (!(await isAllowedHost(req.headers.host))) return { status: 421, key: "errors.wrongHost" };
  if (path.startsWith("/_next/image")) return { status: 404, key: "errors.notFound" };
  const kind = routeClass(path);
  const retryAfter =
    kind === "static" || kind === "health" ? null : await secondsToWait(kind === "sign_in" ? kind : "page", address);
  if (retryAfter !== null) return { status: 429, key: "errors.tooMany", retryAfter };
  if (!isFromOurselves(req, path)) return { status: 403, key: "errors.foreignOrigin" };
  if (announcesTooMuch(req)) return { status: 413, key: "errors.tooLarge" };
  if (!half.next) return { status: 503, key: "errors.starting", retryAfter: 1 };
  // Without its database the layout itself fails, and a browser without script would get an empty page.
  const hangsOnDatabase = ["page", "sign_in", "api", "live"].includes(kind);
  if (hangsOnDatabase && !(await isReadyNow())) return { status: 503, key: "errors.databaseAway", retryAfter: 5 };
  return null;
}

function sayLive(res: ServerResponse): void {
  res.writeHead(200, { "content-type": "application/json" });
  res.end('{"status":"live"}');
}

function observe(req: IncomingMessage, res: ServerResponse, path: string, request: string): void {
  const started = performance.now();
  res.once("close", () => {
    const ms = performance.now() - started;
    const route = routeClass(path);
    const labels = { route, method: methods.includes(req.method ?? "") ? String(req.method) : "other" };
    // A stream lasts as long as its reader: that is no time to answer.
    if (route !== "live") processMetrics().duration.observe({ ...labels, status: String(res.statusCode) }, ms / 1000);
    const level = route === "static" || route === "health" || route === "live" ? "debug" : "info";
    log()[level]({ request, method: req.method, path, status: res.statusCode, ms: Math.round(ms) }, "request");
  });
}

function passUpgrade(half: Half, upgrades: EventEmitter, req: IncomingMessage, socket: Duplex, head: Buffer): void {
  const isHotReload = half.dev && /^\/_next\/(webpack-)?hmr/.test(req.url ?? "");
  if (!isHotReload || !upgrades.emit("upgrade", req, socket, head)) {
    socket.end("HTTP/1.1 400 Bad Request\r\nconnection: close\r\ncontent-length: 0\r\n\r\n");
  }
}

/** What is on its way is let in, what is under way gets its time to end by itself; no connection is used again. */
async function close(half: Half, server: Server, app: { close: () => Promise<void> }): Promise<void> {
  half.isClosing = true;
  endLiveStreams();
  await untilCaughtUp();
  const closed = new Promise((done) => server.close(done));
  const timer = setTimeout(() => server.closeAllConnections(), graceMs);
  await closed;
  clearTimeout(timer);
  await app.close();
}

/** `server.close` cuts connections whose request has not been read yet: it waits until the process is no longer behind. */
async function untilCaughtUp(): Promise<void> {
  let prompt = 0;
  for (let waited = 0; waited < catchUpMs && prompt < 3; waited += 50) {
    const asked = performance.now();
    await sleep(50);
    const late = performance.now() - asked - 50;
    prompt = late < 20 ? prompt + 1 : 0;
    waited += late;
  }
}
