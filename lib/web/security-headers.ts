import type { ServerResponse } from "node:http";
import { publicUrl } from "@/lib/base/env";
import { refusalStyleHash } from "./refusal";

const isHttps = () => publicUrl().startsWith("https:");

/**
 * One policy a response, with its own nonce. Scripts run by nonce alone; in development the bundler needs eval and its overlay
 * inline styles. Signing in leaves the site by a link, so forms may only be sent to ourselves.
 */
export function contentSecurityPolicy(nonce: string, { dev }: { dev: boolean }): string {
  return [
    "default-src 'self'",
    `script-src 'self' 'nonce-${nonce}' 'strict-dynamic'${dev ? " 'unsafe-eval'" : ""}`,
    `style-src 'self' ${dev ? "'unsafe-inline'" : `'nonce-${nonce}' 'sha256-${refusalStyleHash}'`}`,
    "img-src 'self' data:",
    "font-src 'self'",
    "connect-src 'self'",
    "object-src 'none'",
    "base-uri 'none'",
    "frame-src 'none'",
    "frame-ancestors 'none'",
    "form-action 'self'",
    ...(isHttps() ? ["upgrade-insecure-requests"] : []),
  ].join("; ");
}

/** For what somebody else made: even opened as a page it runs nothing, fetches nothing, and belongs to no site. */
export const filePolicy = "default-src 'none'; base-uri 'none'; form-action 'none'; frame-ancestors 'none'; sandbox";

/**
 * Puts the headers on whatever answers, at the moment the head is written: a page, a redirect, an error, a static file. Nothing
 * but the bundler's own files, named by their content, may be kept by a browser or a cache.
 */
export function secureResponse(res: ServerResponse, given: { path: string; csp: string; request: string }): void {
  const writeHead = res.writeHead.bind(res) as (...args: unknown[]) => ServerResponse;
  res.writeHead = ((...args: unknown[]) => {
    const headers = args.findLast((arg) => typeof arg === "object" && arg !== null);
    for (const [name, value] of headerPairs(headers)) res.setHeader(name, value);
    for (const [name, value] of Object.entries(headersFor(given, res.getHeader("cache-control")))) {
      res.setHeader(name, value);
    }
    res.removeHeader("x-powered-by");
    return writeHead(...args.filter((arg) => typeof arg !== "object"));
  }) as ServerResponse["writeHead"];
}

function headersFor({ path, csp, request }: { path: string; csp: string; request: string }, cacheControl: unknown) {
  const isImmutable = path.startsWith("/_next/static/") && /immutable/.test(String(cacheControl));
  return {
    "content-security-policy": csp,
    "x-content-type-options": "nosniff",
    // A stricter value would make browsers send `Origin: null` with our own forms.
    "referrer-policy": "same-origin",
    "permissions-policy": "camera=(), display-capture=(), geolocation=(), microphone=(), payment=(), usb=()",
    "cross-origin-opener-policy": "same-origin",
    "cross-origin-resource-policy": "same-origin",
    "x-request-id": request,
    ...(isHttps() ? { "strict-transport-security": "max-age=31536000; includeSubDomains" } : {}),
    ...(isImmutable ? {} : { "cache-control": "private, no-store" }),
  };
}

/** writeHead also takes headers, as an object or as a flat list of names and values. */
function headerPairs(headers: unknown): [string, string | string[]][] {
  if (!Array.isArray(headers)) return Object.entries((headers ?? {}) as Record<string, string>);
  if (Array.isArray(headers[0])) return headers as [string, string][];
  const pairs: [string, string][] = [];
  for (let n = 0; n < headers.length; n += 2) pairs.push([String(headers[n]), String(headers[n + 1])]);
  return pairs;
}
