import { afterAll, beforeAll, beforeEach, describe, expect, it, vi } from "vitest";
import { connections } from "@/db/schema/connections";
import { inTransaction } from "@/lib/base/context";
import { newId } from "@/lib/base/ids";
import { personOf } from "@/lib/base/may";
import { seal } from "@/lib/base/seal";
import { signInPurpose } from "@/lib/connections/sign-in-settings";
import { findSession } from "@/lib/people/find-session";
import { startSession } from "@/lib/people/start-session";
import { type IdentityProvider, type Lie, startIdentityProvider } from "@/lib/testing/identity-provider";
import { makeTown, type Town } from "@/lib/testing/town";
import { finishSignIn, type Onward, type SignInRequest, startSignIn } from "./sign-in";

vi.stubEnv("ALLOW_ADDRESSES", "127.0.0.1");
vi.stubEnv("SESSION_SECRET", "a-secret-of-this-test-alone-0123456789");
vi.stubEnv("SEAL_KEY", "another-secret-of-this-test-0123456789");
vi.stubEnv("LOG_LEVEL", "silent");

let town: Town;
let other: Town;
let idp: IdentityProvider;
const request: SignInRequest = {
  ...{ host: "portal.example", protocol: "https", cookies: {}, query: {}, userAgent: "Test" },
};

beforeAll(async () => {
  idp = await startIdentityProvider();
  town = await makeTown("staff", "administrator");
  other = await makeTown("staff");
  await connect(town);
  await connect(other);
});
beforeEach(() => idp.pretend({}));
afterAll(() => idp.close());

async function connect({ as }: Town) {
  const ctx = as("portal");
  const { id } = ctx.organisation;
  const settings = {
    issuer: idp.issuer,
    clientId: idp.clientId,
    groupsClaim: "groups",
    displayName: "Kommunens konto",
  };
  const row = { id: newId(), organisationId: id, kind: "sign_in" as const, settings, updatedAt: ctx.now };
  await inTransaction(ctx, (tx) =>
    tx.insert(connections).values({ ...row, sealed: seal(idp.clientSecret, signInPurpose(id)) }),
  );
}

function jarOf(onward: Onward): Record<string, string> {
  const pairs = onward.cookies.map((cookie) => cookie.split(";", 1)[0]?.split("=") ?? []);
  return Object.fromEntries(pairs.map(([name = "", ...value]) => [name, decodeURIComponent(value.join("="))]));
}

const anonymous = () => town.as("anonymous");
const start = () => startSignIn(anonymous(), request, "/orders?page=2");

async function signIn(
  claims: Record<string, unknown>,
  lie?: Lie,
  before: Record<string, string> = {},
): Promise<Onward> {
  const away = await start();
  const query = idp.signIn(away.location, claims, lie);
  return finishSignIn(anonymous(), { ...request, query, cookies: { ...jarOf(away), ...before } });
}

const tokenIn = (onward: Onward) => jarOf(onward)["__Host-session"];
const staff = () => ({ sub: "staff-1", email: personOf(town.as("staff")).email, email_verified: true });

describe("starting", () => {
  it("leads to the provider with code, PKCE, state and nonce, all cookies bound to this host", async () => {
    const { location, cookies } = await start();
    const asked = new URL(location);
    expect(asked.origin).toBe(idp.issuer);
    expect(Object.fromEntries(asked.searchParams)).toMatchObject({
      ...{
        response_type: "code",
        code_challenge_method: "S256",
        client_id: idp.clientId,
        scope: "openid profile email",
      },
      redirect_uri: `https://portal.example/api/auth/callback/oidc-${town.slug}`,
    });
    for (const name of ["code_challenge", "state", "nonce"])
      expect(asked.searchParams.get(name)).toMatch(/^[\w-]{43}$/);
    for (const cookie of cookies) expect(cookie).toMatch(/^__Host-.*; Path=\/; .*HttpOnly; Secure; SameSite=Lax/);
  });

  it("is told kindly when there is no provider, or it cannot be used", async () => {
    const without = await makeTown("staff");
    const nowhere = await startSignIn(without.as("anonymous"), request, "/");
    expect(nowhere.location).toBe("/sign-in?error=people.noSuchOrganisation");
    idp.pretend({ issuer: "https://login.example/common" });
    expect((await start()).location).toBe("/sign-in?error=unavailable");
    idp.pretend({ token_endpoint: "http://10.0.0.1/token" });
    expect((await start()).location).toBe("/sign-in?error=unavailable");
  });
});

describe("coming back", () => {
  it("gives a session of the person's, and leads to the page they wanted", async () => {
    const onward = await signIn(staff());
    expect(onward.location).toBe("https://portal.example/orders?page=2");
    const found = await findSession(tokenIn(onward) ?? "");
    expect(found?.person.personId).toBe(personOf(town.as("staff")).personId);
  });

  it("ends the session that the browser had before, whoever's it was", async () => {
    const personId = personOf(town.as("administrator")).personId;
    const { token } = await startSession(anonymous(), { personId });
    const onward = await signIn(staff(), undefined, { "__Host-session": token });
    expect(await findSession(token)).toBeNull();
    expect((await findSession(tokenIn(onward) ?? ""))?.person.personId).toBe(personOf(town.as("staff")).personId);
  });

  it("remembers when the person proved who they are", async () => {
    const seconds = 1_700_000_000;
    const onward = await signIn({ ...staff(), auth_time: seconds });
    expect((await findSession(tokenIn(onward) ?? ""))?.person.authenticatedAt).toEqual(new Date(seconds * 1000));
  });

  it("tells the reason when the person may not in", async () => {
    const onward = await signIn({ sub: "no-address" });
    expect(onward.location).toBe("/sign-in?error=people.noAddress");
    expect(tokenIn(onward)).toBeUndefined();
  });

  const hourAgo = () => Math.floor(Date.UTC(2020, 0) / 1000);
  const lies: [string, () => Lie][] = [
    ["another nonce", () => ({ claims: { nonce: "x".repeat(43) } })],
    ["no nonce", () => ({ claims: { nonce: undefined } })],
    ["another issuer", () => ({ claims: { iss: "https://evil.example" } })],
    ["another audience", () => ({ claims: { aud: "someone-else" } })],
    ["several audiences for another party", () => ({ claims: { aud: ["portal", "x"], azp: "x" } })],
    ["a time long past", () => ({ claims: { exp: hourAgo() } })],
    ["a time to come", () => ({ claims: { nbf: 4_000_000_000 } })],
    ["no signature", () => ({ header: { alg: "none" } })],
    ["a signature by its public secret", () => ({ header: { alg: "HS256" } })],
    ["another's signature", () => ({ isForged: true })],
    ["a key it does not have", () => ({ header: { kid: "other" } })],
    ["no subject", () => ({ claims: { sub: undefined } })],
  ];
  it.each(lies)("is refused with %s", async (_, lie) => {
    const onward = await signIn(staff(), lie());
    expect(onward.location).toBe("/sign-in?error=failed");
    expect(tokenIn(onward)).toBeUndefined();
  });

  it("is refused with another state, without the cookies, with a code used before", async () => {
    const away = await start();
    const query = idp.signIn(away.location, staff());
    const cookies = jarOf(away);
    const back = (given: Partial<SignInRequest>) => finishSignIn(anonymous(), { ...request, query, cookies, ...given });
    expect((await back({ query: { ...query, state: "x" } })).location).toBe("/sign-in?error=failed");
    expect((await back({ cookies: {} })).location).toBe("/sign-in?error=failed");
    expect((await back({ query: { error: "access_denied", state: query.state ?? "" } })).location).toBe(
      "/sign-in?error=failed",
    );
    expect(tokenIn(await back({}))).toBeDefined();
    expect((await back({})).location).toBe("/sign-in?error=failed");
  });

  it("is refused at another organisation than it was started for", async () => {
    const away = await start();
    const query = idp.signIn(away.location, staff());
    const onward = await finishSignIn(other.as("anonymous"), { ...request, query, cookies: jarOf(away) });
    expect(onward.location).toBe("/sign-in?error=failed");
    expect(tokenIn(onward)).toBeUndefined();
  });
});
