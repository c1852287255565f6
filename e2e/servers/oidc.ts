import { randomBytes } from "node:crypto";
import { once } from "node:events";
import { createServer, type RequestListener } from "node:http";
import type { AddressInfo } from "node:net";
import { Provider } from "oidc-provider";

/** Who may sign in to the provider, by the name typed there; any password will do. */
export type Accounts = Record<string, { name: string; email?: string; email_verified?: boolean; groups?: string[] }>;

export type OidcServer = { issuer: string; clientId: string; clientSecret: string; close: () => Promise<void> };

/** A real OpenID provider on the loopback, with its own sign-in and consent pages. */
export async function startOidcServer(redirectUris: string[], accounts: Accounts): Promise<OidcServer> {
  const [clientId, clientSecret] = ["serviceportalen", randomBytes(24).toString("hex")];
  let answer: RequestListener = (_req, res) => res.end();
  const server = createServer((req, res) => answer(req, res));
  server.listen(0, "127.0.0.1");
  await once(server, "listening");
  const issuer = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
  const provider = new Provider(issuer, {
    clients: [{ client_id: clientId, client_secret: clientSecret, redirect_uris: redirectUris }],
    claims: { openid: ["sub"], profile: ["name", "groups"], email: ["email", "email_verified"] },
    // The portal reads the ID token, where Entra ID and AD FS put the claims too.
    conformIdTokenClaims: false,
    cookies: { keys: [randomBytes(16).toString("hex")] },
    pkce: { required: () => true },
    findAccount: (_, id) => {
      const account = accounts[id];
      return account && { accountId: id, claims: () => ({ sub: id, ...account }) };
    },
  });
  answer = provider.callback();
  const close = async () => {
    server.closeAllConnections();
    server.close();
    await once(server, "close");
  };
  return { issuer, clientId, clientSecret, close };
}
