import { createHmac, randomBytes } from "node:crypto";

const prefix = "whsec_";

/** A secret as the Standard Webhooks scheme writes it: 256 bits. */
export const newSigningSecret = (): string => prefix + randomBytes(32).toString("base64");

type Signed = { id: string; timestamp: number; body: string };

/**
 * The headers of the Standard Webhooks scheme (standardwebhooks.com): one signature for each secret that holds now, with spaces
 * between, so that a receiver takes whichever it knows. `timestamp` in seconds.
 */
export function signedHeaders({ id, timestamp, body }: Signed, secrets: readonly string[]): Record<string, string> {
  const signatures = secrets.map((secret) => {
    const key = Buffer.from(secret.slice(prefix.length), "base64");
    return `v1,${createHmac("sha256", key).update(`${id}.${timestamp}.${body}`).digest("base64")}`;
  });
  return {
    ...{ "webhook-id": id, "webhook-timestamp": String(timestamp), "webhook-signature": signatures.join(" ") },
  };
}
