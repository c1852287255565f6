export type RouteClass = "static" | "health" | "metrics" | "sign_in" | "live" | "api" | "page";
/** Where files are sent to: by a form, or by REST. */
export const takesFiles = (path: string): boolean => /^(\/api\/v1)?\/tickets\/[^/]+\/attachments$/.test(path);

/** Where a file that somebody sent is handed out: a download, never a page. */
export const servesFile = (path: string): boolean => /^(\/api\/v1)?\/tickets\/[^/]+\/attachments\/[^/]+$/.test(path);

/** What kind of address it is, by path alone: for limits, logs and metrics. */
export function routeClass(path: string): RouteClass {
  if (path.startsWith("/_next/")) return "static";
  if (path.startsWith("/api/health/")) return "health";
  if (path === "/api/metrics") return "metrics";
  if (path === "/sign-in" || path.startsWith("/sign-in/") || path.startsWith("/api/auth/")) return "sign_in";
  if (path === "/api/live" || path.startsWith("/api/live/")) return "live";
  return path.startsWith("/api/") ? "api" : "page";
}
