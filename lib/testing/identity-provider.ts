import { createHash, createSign, generateKeyPairSync, randomBytes } from "node:crypto";
import { once } from "node:events";
import { createServer, type IncomingMessage, type ServerResponse } from "node:http";
import type { AddressInfo } from "node:net";
import { systemNow } from "@/lib/base/clock";

/** What a lying or broken provider puts in its ID token instead of the truth. */
export type Lie = {
  claims?: Record<string, unknown>;
  /** Signs by this algorithm or key in place of its own. */
  header?: { alg?: string; kid?: string };
  isForged?: boolean;
};

export type IdentityProvider = {
  issuer: string;
  clientId: string;
  clientSecret: string;
  /** As if the person had signed in at the address that `startSignIn` led to; answers the query of the way back. */
  signIn: (location: string, claims: Record<string, unknown>, lie?: Lie) => Record<string, string>;
  /** What the discovery document says instead of the truth. */
  pretend: (discovery: Record<string, unknown>) => void;
  close: () => Promise<void>;
};

type Grant = { challenge: string; token: string };

/** An OpenID provider on the loopback that does as it is told, to see what the portal does with a bad one. */
export async function startIdentityProvider(): Promise<IdentityProvider> {
  const own = generateKeyPairSync("rsa", { modulusLength: 2048 });
  const foreign = generateKeyPairSync("rsa", { modulusLength: 2048 });
  const grants = new Map<string, Grant>();
  const [clientId, clientSecret] = ["portal", randomBytes(24).toString("hex")];
  let said: Record<string, unknown> = {};
  const server = createServer(async (req, res) => {
    if (req.url?.startsWith("/.well-known/")) return json(res, 200, { ...discoveryOf(issuer), ...said });
    if (req.url === "/jwks")
      return json(res, 200, { keys: [{ ...own.publicKey.export({ format: "jwk" }), kid: "own", use: "sig" }] });
    return answerToken(res, await formOf(req), grants);
  });
  server.listen(0, "127.0.0.1");
  await once(server, "listening");
  const issuer = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
  return {
    ...{ issuer, clientId, clientSecret },
    pretend: (discovery) => {
      said = discovery;
    },
    signIn: (location, claims, lie = {}) => {
      const asked = new URL(location).searchParams;
      const seconds = Math.floor(systemNow().getTime() / 1000);
      const payload = {
        ...{ iss: issuer, aud: clientId, iat: seconds, exp: seconds + 300, nonce: asked.get("nonce") },
        ...{ ...claims, ...lie.claims },
      };
      const header = { alg: "RS256", kid: "own", ...lie.header };
      const key = lie.isForged ? foreign.privateKey : own.privateKey;
      const unsigned = `${encoded(header)}.${encoded(payload)}`;
      const signature =
        header.alg === "none" ? "" : createSign("sha256").update(unsigned).sign(key).toString("base64url");
      const code = randomBytes(16).toString("hex");
      grants.set(code, { challenge: asked.get("code_challenge") ?? "", token: `${unsigned}.${signature}` });
      return { code, state: asked.get("state") ?? "" };
    },
    close: async () => {
      server.close();
      server.closeAllConnections();
    },
  };
}

function answerToken(res: ServerResponse, form: URLSearchParams, grants: Map<string, Grant>): void {
  const grant = grants.get(form.get("code") ?? "");
  grants.delete(form.get("code") ?? "");
  const challenge = createHash("sha256")
    .update(form.get("code_verifier") ?? "")
    .digest("base64url");
  const isProved = grant?.challenge === challenge;
  if (!isProved) json(res, 400, { error: "invalid_grant" });
  else json(res, 200, { access_token: "opaque", token_type: "Bearer", expires_in: 300, id_token: grant.token });
}

const discoveryOf = (issuer: string) => ({
  issuer,
  authorization_endpoint: `${issuer}/authorize`,
  token_endpoint: `${issuer}/token`,
  jwks_uri: `${issuer}/jwks`,
  id_token_signing_alg_values_supported: ["RS256"],
});

const encoded = (part: unknown) => Buffer.from(JSON.stringify(part)).toString("base64url");

async function formOf(req: IncomingMessage): Promise<URLSearchParams> {
  const chunks: Buffer[] = [];
  for await (const chunk of req) chunks.push(chunk as Buffer);
  return new URLSearchParams(Buffer.concat(chunks).toString("utf8"));
}

function json(res: ServerResponse, status: number, body: unknown): void {
  res.writeHead(status, { "content-type": "application/json" });
  res.end(JSON.stringify(body));
}
