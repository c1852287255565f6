import { routes } from "@/lib/base/routes";

/** Where to go after signing in: a path on this site, never another site, never sign-in itself or a machine's address. */
export function safeReturn(wanted: string | null | undefined): string {
  if (!wanted?.startsWith("/") || wanted.length > 2000) return routes.home();
  const base = "http://portal.invalid";
  if (!URL.canParse(wanted, base)) return routes.home();
  const { origin, pathname, search } = new URL(wanted, base);
  // A second slash of either kind would make the path a host.
  if (origin !== base || pathname.startsWith("//")) return routes.home();
  if (/^\/(api|sign-in|_next)(\/|$)/.test(pathname)) return routes.home();
  return `${pathname}${search}`;
}
