import { once } from "node:events";
import { type IncomingHttpHeaders, type OutgoingHttpHeaders, request } from "node:http";
import type { Page } from "@playwright/test";

export type Answer = { status: number; headers: IncomingHttpHeaders; body: string };

type Sent = { method?: string; headers?: OutgoingHttpHeaders; body?: string | Uint8Array | Iterable<Uint8Array> };

/**
 * A request as it is written here and no other: no header added, no redirect followed, the path not tidied. `body` in parts is
 * sent without its length being announced.
 */
export async function send(
  origin: string,
  path: string,
  { method = "GET", headers = {}, body }: Sent = {},
): Promise<Answer> {
  const { hostname, port } = new URL(origin);
  const req = request({ hostname, port, method, path, headers, agent: false });
  // A server that has refused stops reading: what could not be written any more is no fault.
  const answered = once(req, "response");
  req.on("error", () => {});
  if (body === undefined || typeof body === "string" || body instanceof Uint8Array) req.end(body);
  else {
    for (const part of body) req.write(part);
    req.end();
  }
  const [res] = await answered;
  const parts: Buffer[] = [];
  for await (const part of res) parts.push(part);
  return { status: res.statusCode ?? 0, headers: res.headers, body: Buffer.concat(parts).toString("utf8") };
}

/** The Cookie header by which this page's browser is known. */
export async function cookieOf(page: Page): Promise<string> {
  const cookies = await page.context().cookies();
  return cookies.map(({ name, value }) => `${name}=${value}`).join("; ");
}

export const nonceOf = ({ headers }: Answer): string =>
  /'nonce-([^']+)'/.exec(String(headers["content-security-policy"]))?.[1] ?? "";
