import type { Context } from "@/lib/base/context";
import { anonymousContext } from "@/lib/people/context-of-person";
import { findOrganisation } from "@/lib/people/organisations";
import { signInError } from "./auth-options";
import { organisationCookie } from "./cookies";
import type { Onward, SignInRequest } from "./sign-in";

/** A route of sign-in: the organisation by slug, the act, and the browser sent onward. An unknown one is told so, kindly. */
export async function signInRoute(
  request: Request,
  slug: string,
  act: (ctx: Context, request: SignInRequest) => Promise<Onward>,
): Promise<Response> {
  const organisation = await findOrganisation(slug);
  if (!organisation) return redirection({ location: signInError("people.noSuchOrganisation"), cookies: [] });
  const ctx = anonymousContext(organisation, request.headers.get("x-request-id") ?? "none");
  const onward = await act(ctx, requestOf(request));
  const { secure, maxAge } = organisationCookie.options();
  const chosen = `${organisationCookie.name}=${slug}; Path=/; HttpOnly; SameSite=Lax; Max-Age=${maxAge}${secure ? "; Secure" : ""}`;
  return redirection({ ...onward, cookies: [...onward.cookies, chosen] });
}

function redirection({ location, cookies }: Onward): Response {
  const headers = new Headers({ location });
  for (const cookie of cookies) headers.append("set-cookie", cookie);
  return new Response(null, { status: 302, headers });
}

function requestOf(request: Request): SignInRequest {
  const header = (name: string) => request.headers.get(name) ?? "";
  return {
    host: header("x-forwarded-host"),
    protocol: header("x-forwarded-proto"),
    cookies: cookiesIn(header("cookie")),
    query: Object.fromEntries(new URL(request.url).searchParams),
    userAgent: header("user-agent") || undefined,
  };
}

function cookiesIn(header: string): Record<string, string> {
  const pairs = header.split(";").map((pair) => {
    const at = pair.indexOf("=");
    return [pair.slice(0, at).trim(), decoded(pair.slice(at + 1).trim())] as const;
  });
  return Object.fromEntries(pairs.filter(([name]) => name !== ""));
}

function decoded(value: string): string {
  try {
    return decodeURIComponent(value);
  } catch {
    return value;
  }
}
