import { createHash, randomBytes } from "node:crypto";
import type { NextApiRequest, NextApiResponse } from "next";
import NextAuth, { type AuthOptions } from "next-auth";
import { now } from "@/lib/base/clock";
import type { Context } from "@/lib/base/context";
import { Unavailable } from "@/lib/base/errors";
import { log } from "@/lib/base/log";
import { endSession } from "@/lib/people/end-session";
import { findSession } from "@/lib/people/find-session";
import { authOptions, providerId, signInError } from "./auth-options";
import { sessionCookie } from "./cookies";
import { discover, findSignInConnection } from "./sign-in-connection";

/** Where the browser goes next, with the cookies it takes along. */
export type Onward = { location: string; cookies: string[] };

/** The request as sign-in needs it; `host` and `protocol` are those that the server has vetted. */
export type SignInRequest = {
  host: string;
  protocol: string;
  cookies: Record<string, string>;
  query: Record<string, string>;
  userAgent: string | undefined;
};

/**
 * Sends the browser to the organisation's identity provider. Reached by a link: a form would need the provider in the page's
 * `form-action`, and wherever that provider leads on to. It changes nothing here, so a GET may do it.
 */
export async function startSignIn(ctx: Context, request: SignInRequest, returnTo: string): Promise<Onward> {
  const options = await optionsFor(ctx, request);
  if (typeof options === "string") return { location: options, cookies: [] };
  const csrfToken = randomBytes(32).toString("hex");
  const hash = createHash("sha256").update(`${csrfToken}${options.secret}`).digest("hex");
  const cookies = { [String(options.cookies?.csrfToken?.name)]: `${csrfToken}|${hash}` };
  return ask(options, ctx, {
    ...{ ...request, cookies, query: {}, method: "POST", action: "signin" },
    body: { csrfToken, callbackUrl: returnTo },
  });
}

/** The provider's answer: a session with a token of its own, whatever session the browser had before ended. */
export async function finishSignIn(ctx: Context, request: SignInRequest): Promise<Onward> {
  const options = await optionsFor(ctx, request);
  if (typeof options === "string") return { location: options, cookies: [] };
  const before = request.cookies[sessionCookie.name];
  const onward = await ask(options, ctx, { ...request, method: "GET", action: "callback", body: undefined });
  const isSignedIn = onward.cookies.some((cookie) => cookie.startsWith(`${sessionCookie.name}=`));
  if (isSignedIn && before) await endSessionOf(before);
  return onward;
}

/** Ends the session that a cookie stands for, if it still lives. */
export async function endSessionOf(token: string): Promise<void> {
  const found = await findSession(token);
  if (!found) return;
  const { organisation, person, language, sessionId } = found;
  await endSession({ organisation, actor: person, language, now: now(), request: "sign-in" }, { sessionId });
}

async function optionsFor(ctx: Context, { userAgent }: SignInRequest): Promise<AuthOptions | string> {
  const connection = await findSignInConnection(ctx);
  if (!connection) return signInError("people.noSuchOrganisation");
  try {
    return authOptions({ ctx, connection, discovery: await discover(connection), userAgent });
  } catch (fault) {
    if (!(fault instanceof Unavailable)) throw fault;
    log().warn({ request: ctx.request, fault: fault.detail }, "the identity provider cannot be used");
    return signInError("unavailable");
  }
}

type Asked = SignInRequest & { method: string; action: string; body: Record<string, string> | undefined };

/** next-auth's handler for pages-style requests takes and gives plain objects, so that neither Next nor a socket is needed. */
async function ask(options: AuthOptions, ctx: Context, asked: Asked): Promise<Onward> {
  // Its origin is then x-forwarded-host, which lib/web/server.ts has set from a host that is ours.
  process.env.AUTH_TRUST_HOST = "1";
  const headers = new Map<string, string | string[]>();
  const req = {
    method: asked.method,
    query: { nextauth: [asked.action, providerId(ctx.organisation.slug)], ...asked.query },
    cookies: asked.cookies,
    body: asked.body,
    headers: { "x-forwarded-host": asked.host, "x-forwarded-proto": asked.protocol },
  };
  const res = {
    status: () => res,
    setHeader: (name: string, value: string | string[]) => headers.set(name.toLowerCase(), value),
    getHeader: (name: string) => headers.get(name.toLowerCase()),
    end: () => res,
    json: () => res,
    send: () => res,
  };
  await NextAuth(req as unknown as NextApiRequest, res as unknown as NextApiResponse, options);
  const location = String(headers.get("location") ?? "");
  const isFailed = location === "" || location.startsWith(`${asked.protocol}://${asked.host}/api/auth`);
  return {
    location: isFailed ? signInError("failed") : location,
    cookies: [headers.get("set-cookie") ?? []].flat(),
  };
}
