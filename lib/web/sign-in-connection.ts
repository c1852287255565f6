import { and, eq } from "drizzle-orm";
import * as z from "zod";
import { connections } from "@/db/schema/connections";
import { type Context, read } from "@/lib/base/context";
import { env } from "@/lib/base/env";
import { Unavailable } from "@/lib/base/errors";
import { guardedFetch } from "@/lib/base/guarded-fetch";
import { assertAllowedAddress } from "@/lib/base/outbound";
import { unseal } from "@/lib/base/seal";
import { SignInSettings, signInPurpose } from "@/lib/connections/sign-in-settings";
import { jsonOrUndefined } from "./paging";

export type SignInConnection = SignInSettings & { clientSecret: string };

/** Null when the organisation has none. */
export async function findSignInSettings(ctx: Context): Promise<SignInSettings | null> {
  const row = await connectionRow(ctx);
  return row ? SignInSettings.parse(row.settings) : null;
}

/** The same with its secret opened. */
export async function findSignInConnection(ctx: Context): Promise<SignInConnection | null> {
  const row = await connectionRow(ctx);
  if (!row?.sealed) return null;
  const clientSecret = unseal(row.sealed, signInPurpose(ctx.organisation.id));
  return { ...SignInSettings.parse(row.settings), clientSecret };
}

async function connectionRow(ctx: Context) {
  const mine = and(eq(connections.organisationId, ctx.organisation.id), eq(connections.kind, "sign_in"));
  const [row] = await read(ctx, (tx) => tx.select().from(connections).where(mine));
  return row;
}

const Discovery = z.object({
  issuer: z.string(),
  authorization_endpoint: z.url(),
  token_endpoint: z.url(),
  jwks_uri: z.url(),
  id_token_signing_alg_values_supported: z.array(z.string()).default(["RS256"]),
});
export type Discovery = z.output<typeof Discovery>;

/**
 * What the provider says of itself (OpenID Connect Discovery 1.0, 4). It must name exactly the issuer that is set, so "common"
 * tenants and mixed-up addresses stop here; what we call must be allowed to be called. Throws Unavailable.
 */
export async function discover({ issuer }: SignInSettings): Promise<Discovery> {
  const allowed = env().ALLOW_ADDRESSES;
  const url = `${issuer.replace(/\/$/, "")}/.well-known/openid-configuration`;
  const answer = await guardedFetch(url, { method: "GET", timeoutMs: 5_000, maxBytes: 200_000 }, allowed);
  const found = Discovery.safeParse(jsonOrUndefined(answer.text));
  if (answer.status !== 200 || !found.success) throw new Unavailable(`discovery answered ${answer.status}`);
  if (found.data.issuer !== issuer) throw new Unavailable("discovery names another issuer", false);
  await assertAllowedAddress(found.data.token_endpoint, allowed);
  await assertAllowedAddress(found.data.jwks_uri, allowed);
  return found.data;
}
