import type { AuthOptions } from "next-auth";
import type { OAuthConfig } from "next-auth/providers/oauth";
import { systemNow } from "@/lib/base/clock";
import type { Context } from "@/lib/base/context";
import { requiredSecret } from "@/lib/base/env";
import { RuleBroken } from "@/lib/base/errors";
import { log } from "@/lib/base/log";
import { routes } from "@/lib/base/routes";
import { claimedGroups } from "@/lib/people/claimed-groups";
import { type ProvenIdentity, signInWithProvider } from "@/lib/people/sign-in-with-provider";
import { type SignInFound, signInAdapter } from "./auth-adapter";
import { sessionCookie } from "./cookies";
import { safeReturn } from "./return-to";
import type { Discovery, SignInConnection } from "./sign-in-connection";

type Claims = Record<string, unknown>;
type Given = { ctx: Context; connection: SignInConnection; discovery: Discovery; userAgent: string | undefined };

export const providerId = (slug: string): string => `oidc-${slug}`;

/** next-auth for one organisation's provider and one sign-in: code, PKCE, state and nonce; the session a row of ours. */
export function authOptions({ ctx, connection, discovery, userAgent }: Given): AuthOptions {
  let found: SignInFound = null;
  return {
    providers: [provider(ctx, connection, discovery)],
    adapter: signInAdapter(ctx, () => found, userAgent),
    session: { strategy: "database" },
    secret: requiredSecret("SESSION_SECRET"),
    cookies: boundCookies(),
    pages: { signIn: routes.signIn(), error: routes.signIn() },
    logger: quietLogger(ctx.request),
    callbacks: {
      redirect: async ({ url, baseUrl }) =>
        baseUrl + safeReturn(url.startsWith(baseUrl) ? url.slice(baseUrl.length) : url),
      signIn: async ({ profile }) => {
        const claims = (profile ?? {}) as Claims;
        if (claims.iss !== connection.issuer) return false;
        try {
          const personId = await signInWithProvider(ctx, provenBy(claims, connection));
          found = { personId, authenticatedAt: authenticatedAt(claims) };
          return true;
        } catch (fault) {
          if (fault instanceof RuleBroken) return signInError(fault.key);
          log().error({ request: ctx.request, fault: String(fault) }, "sign-in failed");
          return signInError("failed");
        }
      },
    },
  };
}

/** Back to the sign-in page, which knows the reason's sentence. */
export const signInError = (reason: string): string => `${routes.signIn()}?error=${encodeURIComponent(reason)}`;

function provider(ctx: Context, connection: SignInConnection, discovery: Discovery): OAuthConfig<Claims> {
  const algorithms = discovery.id_token_signing_alg_values_supported;
  const algorithm = ["RS256", "PS256", "ES256"].find((name) => algorithms.includes(name)) ?? "RS256";
  return {
    id: providerId(ctx.organisation.slug),
    name: connection.displayName,
    type: "oauth",
    idToken: true,
    checks: ["pkce", "state", "nonce"],
    issuer: discovery.issuer,
    authorization: { url: discovery.authorization_endpoint, params: { scope: "openid profile email" } },
    token: { url: discovery.token_endpoint },
    jwks_endpoint: discovery.jwks_uri,
    clientId: connection.clientId,
    clientSecret: connection.clientSecret,
    client: { id_token_signed_response_alg: algorithm },
    httpOptions: { timeout: 8_000 },
    profile: (claims) => ({ id: String(claims.sub) }),
  };
}

/** What the verified ID token proves. `email_verified` missing is what the organisation's own provider usually sends. */
export function provenBy(claims: Claims, { issuer, groupsClaim }: SignInConnection): ProvenIdentity {
  const text = (name: string) => (typeof claims[name] === "string" && claims[name] !== "" ? claims[name] : null);
  return {
    issuer,
    subject: String(claims.sub),
    email: text("email"),
    isEmailUnverified: claims.email_verified === false || claims.email_verified === "false",
    name: text("name"),
    groups: claimedGroups(claims, groupsClaim),
  };
}

/** When the person last proved who they are; a provider that does not say, or says the future, counts as now. */
function authenticatedAt({ auth_time: seconds }: Claims): Date {
  const at = systemNow();
  return typeof seconds === "number" && seconds * 1000 < at.getTime() ? new Date(seconds * 1000) : at;
}

function boundCookies(): NonNullable<AuthOptions["cookies"]> {
  const named = (name: string) => ({
    name: `__Host-sign-in-${name}`,
    options: { ...sessionCookie.options, maxAge: 900 },
  });
  return {
    sessionToken: sessionCookie,
    callbackUrl: named("return"),
    csrfToken: named("csrf"),
    pkceCodeVerifier: named("pkce"),
    state: named("state"),
    nonce: named("nonce"),
  };
}

/** next-auth's own words hold claims and tokens: only its codes and the fault's message are kept. */
function quietLogger(request: string): NonNullable<AuthOptions["logger"]> {
  const say = (code: string, detail?: unknown) => {
    const fault = (detail as { error?: Error } | undefined)?.error ?? detail;
    log().warn({ request, code, fault: fault instanceof Error ? fault.message : undefined }, "sign-in");
  };
  return { error: say, warn: say, debug: () => {} };
}
