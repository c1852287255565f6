import type { IncomingMessage } from "node:http";
import { publicUrl } from "@/lib/base/env";

/** Headers by which others have been talked past their guard: only a server may set them, and here that is us. */
const stripped = [
  "forwarded",
  "next-resume",
  "remote-user",
  "x-matched-path",
  "x-nonce",
  "x-now-route-matches",
  "x-original-url",
  "x-path",
  "x-real-ip",
  "x-remote-user",
  "x-request-id",
  "x-rewrite-url",
  "content-security-policy",
  "content-security-policy-report-only",
];
const strippedPrefixes = [
  "x-action-",
  "x-auth-",
  "x-forwarded-",
  "x-invoke-",
  "x-middleware-",
  "x-nextjs-",
  "x-prerender-",
  "x-user",
  "x-vercel-",
];

/** In development the browser's half of Next reports to the server's half under these names. */
const devNames = ["x-nextjs-request-id", "x-nextjs-html-request-id"];

export type Edge = { request: string; csp: string; address: string; dev: boolean };

/** Takes away what a client must not say, and says instead what is so: for Next, pages and route handlers to read. */
export function cleanRequest(req: IncomingMessage, { request, csp, address, dev }: Edge): void {
  for (const name of Object.keys(req.headers)) {
    if (isStripped(name) && !(dev && devNames.includes(name))) delete req.headers[name];
  }
  req.headers["x-request-id"] = request;
  req.headers["x-path"] = pathWithSearch(req.url ?? "/");
  req.headers["x-forwarded-for"] = address;
  req.headers["x-forwarded-host"] = req.headers.host ?? "";
  req.headers["x-forwarded-proto"] = publicUrl().startsWith("https:") ? "https" : "http";
  req.headers["content-security-policy"] = csp;
}

/** A proxy that ends TLS stands on the loopback in front of us: the last address it appended is the client's. */
export function clientAddress(req: IncomingMessage): string {
  const direct = req.socket.remoteAddress?.replace(/^::ffff:/, "") ?? "";
  if (!isLoopback(direct) || !publicUrl().startsWith("https:")) return direct;
  const forwarded = [req.headers["x-forwarded-for"] ?? ""].flat().join(",");
  return forwarded.split(",").at(-1)?.trim() || direct;
}

export const isLoopback = (address: string): boolean => /^127\.|^::1$/.test(address);

const isStripped = (name: string) =>
  stripped.includes(name) || strippedPrefixes.some((prefix) => name.startsWith(prefix));

function pathWithSearch(url: string): string {
  const { pathname, searchParams } = new URL(url, "http://portal.invalid");
  searchParams.delete("_rsc");
  const search = searchParams.toString();
  return search ? `${pathname}?${search}` : pathname;
}
