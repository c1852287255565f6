import { createServer, type IncomingMessage, type ServerResponse } from "node:http";
import type { AddressInfo } from "node:net";
import { setTimeout as pause } from "node:timers/promises";
import { systemNow } from "@/lib/base/clock";
import { newId, sameSecret } from "@/lib/base/ids";
import { answers, fault, type Reply } from "./answers";
import type { SimulatorCredentials } from "./credentials";
import { Faults, healthy, type Planted, plantedAnswer, take } from "./faults";
import { type Log, openLog } from "./log";
import { type Call, type Matched, matchOperation, type OperationName, operations } from "./operations";
import { answerToken, refusalOf, type Tokens } from "./sign-in";
import { loadState, type State, saveState } from "./state";

export type MdmSimulator = { url: string; close(): Promise<void> };

type Simulator = {
  credentials: SimulatorCredentials;
  dir: string;
  state: State;
  log: Log;
  faults: Faults;
  tokens: Tokens;
  requestsLeft: number;
};

const dailyLimit = 50_000;

/**
 * A server on loopback that speaks Workspace ONE UEM's REST and remembers what it was told in `dir`. `port` 0 takes a free one.
 * For tests, with the header `x-control-secret`: `POST /_control` plants faults, `GET /_log` tells every request in order.
 */
export async function startMdmSimulator(options: {
  port: number;
  dir: string;
  credentials: SimulatorCredentials;
}): Promise<MdmSimulator> {
  const { port, dir, credentials } = options;
  const state = loadState(dir);
  const log = openLog(dir);
  const simulator = { credentials, dir, state, log, faults: healthy(), tokens: new Map(), requestsLeft: dailyLimit };
  const server = createServer((request, response) => {
    serve(simulator, request, response).catch(() => response.destroy());
  });
  await new Promise<void>((ready, fail) => {
    server.once("error", fail);
    server.listen(port, "127.0.0.1", ready);
  });
  const close = () =>
    new Promise<void>((closed) => {
      server.close(() => closed());
      server.closeAllConnections();
    });
  return { url: `http://127.0.0.1:${(server.address() as AddressInfo).port}`, close };
}

async function serve(simulator: Simulator, request: IncomingMessage, response: ServerResponse): Promise<void> {
  const url = new URL(request.url ?? "/", "http://simulator.invalid");
  const body = await bodyOf(request);
  if (url.pathname.startsWith("/_")) return answerControl(simulator, request, response, url.pathname, body);
  const isToken = url.pathname === "/connect/token";
  const planted = plantedAnswer(simulator.faults, url.pathname, isToken);
  const reply = planted ? null : carryOut(simulator, request, url, body, isToken);
  const isCut = reply?.effect === true && take(simulator.faults, "dropAfterEffect");
  const status = planted?.status ?? reply?.status ?? 500;
  const entry = { method: request.method ?? "", path: url.pathname + url.search, effect: reply?.effect ?? false };
  simulator.log.add({ ...entry, status: isCut ? 0 : status });
  if (simulator.faults.delayMs > 0) await pause(simulator.faults.delayMs);
  if (isCut) response.destroy();
  else respond(simulator, request, response, planted ?? { status, headers: {} }, reply?.body);
}

async function bodyOf(request: IncomingMessage): Promise<string> {
  const parts: Buffer[] = [];
  let size = 0;
  for await (const part of request) {
    size += part.length;
    if (size > 1_000_000) throw new RangeError("body too large");
    parts.push(part);
  }
  return Buffer.concat(parts).toString("utf8");
}

function carryOut(simulator: Simulator, request: IncomingMessage, url: URL, body: string, isToken: boolean): Reply {
  const { credentials, tokens, state, dir, faults, log } = simulator;
  if (isToken) return answerToken(credentials, tokens, body);
  const refusal = refusalOf(credentials, tokens, request.headers);
  if (refusal) return refusal;
  const matched = matchOperation(request.method ?? "", url.pathname);
  if (!matched) return { status: 404, effect: false };
  const reply = answerCall(state, matched, url, body);
  saveState(dir, state);
  if (reply.effect && take(faults, "duplicate")) {
    const second = answerCall(state, matched, url, body);
    saveState(dir, state);
    log.add({ method: request.method ?? "", path: url.pathname, effect: second.effect, status: second.status });
  }
  return reply;
}

function answerCall(state: State, { name, id }: Matched, url: URL, text: string): Reply {
  const operation = operations[name];
  const lower = [...url.searchParams].map(([key, value]) => [key.toLowerCase(), value]);
  const query = operation.query.safeParse(Object.fromEntries(lower));
  const body = operation.body.safeParse(text === "" ? undefined : jsonOf(text));
  const { status, errorCode } = operation.refusal;
  if (!query.success) return fault(status, errorCode, `Query: ${query.error.issues[0]?.message ?? ""}`);
  if (!body.success) return fault(400, 6, `Body: ${body.error.issues[0]?.message ?? ""}`);
  const answer = answers[name] as (state: State, call: Call<OperationName>) => Reply;
  return answer(state, { id, query: query.data, body: body.data });
}

function jsonOf(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return null;
  }
}

const page = "<!DOCTYPE html>\n<html><head><title>404</title></head><body>File or directory not found.</body></html>";

function respond(
  simulator: Simulator,
  request: IncomingMessage,
  response: ServerResponse,
  planted: Planted,
  body: unknown,
): void {
  simulator.requestsLeft = Math.max(simulator.requestsLeft - 1, 1);
  const midnight = new Date(systemNow().getTime()).setUTCHours(24, 0, 0, 0);
  response.statusCode = planted.status;
  const headers = {
    "X-RateLimit-Limit": String(dailyLimit),
    "X-RateLimit-Remaining": String(simulator.requestsLeft),
    "X-RateLimit-Reset": String(midnight / 1000),
    "X-Api-Version": "v1",
    "api-supported-versions": "1",
    "X-Correlation-ID": newId(),
    ...planted.headers,
  };
  for (const [name, value] of Object.entries(headers)) response.setHeader(name, value);
  if (planted.text !== undefined) response.end(planted.text);
  else if (body === undefined) response.setHeader("Content-Type", "text/html").end(planted.status === 404 ? page : "");
  // Whoever does not ask for JSON gets XML from them.
  else if (!(request.headers.accept ?? "").includes("application/json"))
    response.setHeader("Content-Type", "application/xml").end('<?xml version="1.0" encoding="utf-8"?><Answer />');
  else response.setHeader("Content-Type", "application/json; charset=utf-8").end(JSON.stringify(body));
}

function answerControl(
  simulator: Simulator,
  request: IncomingMessage,
  response: ServerResponse,
  path: string,
  body: string,
): void {
  const isNear = ["127.0.0.1", "::1", "::ffff:127.0.0.1"].includes(request.socket.remoteAddress ?? "");
  const isKnown = sameSecret(String(request.headers["x-control-secret"] ?? ""), simulator.credentials.controlSecret);
  response.setHeader("Content-Type", "application/json; charset=utf-8");
  if (!isNear || !isKnown) {
    response.writeHead(404).end("{}");
  } else if (request.method === "GET" && path === "/_log") {
    response.end(JSON.stringify(simulator.log.entries));
  } else if (request.method === "POST" && path === "/_control") {
    const faults = Faults.safeParse(jsonOf(body));
    if (faults.success) {
      simulator.faults = faults.data;
      if (faults.data.expireTokens) simulator.tokens.clear();
    }
    response
      .writeHead(faults.success ? 200 : 400)
      .end(JSON.stringify(faults.success ? faults.data : faults.error.issues));
  } else {
    response.writeHead(404).end("{}");
  }
}
