import { createServer, type IncomingMessage, type Server, type ServerResponse } from "node:http";
import type { AddressInfo } from "node:net";
import { type Answer, answers } from "./answers";
import { loadState, type SeedAccount, saveState } from "./state";

/** `url` is what the simulated connection calls. */
export type DirectorySimulator = { url: string; close: () => Promise<void> };

const largestBody = 64 * 1024;

/**
 * A directory for the demo and the tests: an HTTP server on the loopback that keeps its state in `dir`, so that it survives being killed.
 * It is its own small world, not an imitation of LDAP. `GET /_log` lists what was changed. `port` 0 takes a free one.
 */
export async function startDirectorySimulator(options: {
  port: number;
  dir: string;
  accounts?: readonly SeedAccount[];
}): Promise<DirectorySimulator> {
  const { dir } = options;
  const state = loadState(dir, options.accounts ?? []);
  const server = createServer((request, response) => {
    respond(request).then(
      (answer) => send(response, answer),
      () => send(response, refused("not understood")),
    );
  });

  async function respond(request: IncomingMessage): Promise<Answer> {
    const body = await bodyOf(request);
    if (body === null) return refused("not a JSON object");
    const before = JSON.stringify(state);
    const answer = answerTo(request, body);
    // What was acknowledged is on disk first.
    if (JSON.stringify(state) !== before) saveState(dir, state);
    return answer;
  }

  function answerTo(request: IncomingMessage, body: Record<string, unknown>): Answer {
    const { pathname, searchParams: query } = new URL(request.url ?? "/", "http://simulator");
    for (const [route, answer] of Object.entries(answers)) {
      const words = wordsOf(route, `${request.method} ${pathname}`);
      if (words) return answer({ state, query, body, words });
    }
    return refused(`no ${request.method} ${pathname}`);
  }

  await listen(server, options.port);
  const { port } = server.address() as AddressInfo;
  return { url: `http://127.0.0.1:${port}`, close: () => close(server) };
}

const refused = (detail: string): Answer => ({ status: 400, body: { reason: "failed", detail } });

/** The words that stand where the route has `*`, or null when the route is another. */
function wordsOf(route: string, called: string): string[] | null {
  const pattern = new RegExp(`^${route.replaceAll("*", "([^/]+)")}$`);
  const words = pattern.exec(called)?.slice(1);
  return words ? words.map(decodeURIComponent) : null;
}

async function bodyOf(request: IncomingMessage): Promise<Record<string, unknown> | null> {
  const chunks: Buffer[] = [];
  let size = 0;
  for await (const chunk of request as AsyncIterable<Buffer>) {
    size += chunk.length;
    if (size > largestBody) return null;
    chunks.push(chunk);
  }
  if (size === 0) return {};
  try {
    const body: unknown = JSON.parse(Buffer.concat(chunks).toString("utf8"));
    return typeof body === "object" && body !== null ? (body as Record<string, unknown>) : null;
  } catch {
    return null;
  }
}

function send(response: ServerResponse, { status, body }: Answer): void {
  response.writeHead(status, { "content-type": "application/json; charset=utf-8" }).end(JSON.stringify(body));
}

function listen(server: Server, port: number): Promise<void> {
  return new Promise((resolve, reject) => {
    server.once("error", reject);
    server.listen(port, "127.0.0.1", resolve);
  });
}

async function close(server: Server): Promise<void> {
  server.closeAllConnections();
  await new Promise((resolve) => server.close(resolve));
}
