import type { IncomingMessage } from "node:http";
import { publicUrl } from "@/lib/base/env";

const safe = ["GET", "HEAD", "OPTIONS"];

/**
 * Does a request that may change something come from our own pages? It must name our origin, and a browser that says how it was
 * fetched must say same-origin. REST carries no cookie and so no power of the person's: it is exempt as long as it has none.
 */
export function isFromOurselves(req: IncomingMessage, path: string): boolean {
  if (safe.includes(req.method ?? "")) return true;
  const { origin, cookie, host } = req.headers;
  if (isRest(path) && !cookie && !origin) return true;
  const site = req.headers["sec-fetch-site"];
  if (site !== undefined && site !== "same-origin" && site !== "none") return false;
  return origin === `${publicUrl().startsWith("https:") ? "https" : "http"}://${host}`;
}

const isRest = (path: string) => path.startsWith("/api/v1/") || path.startsWith("/api/dev/");
