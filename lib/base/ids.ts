import { createHash, randomBytes, randomUUID, timingSafeEqual } from "node:crypto";

export const newId = (): string => randomUUID();

/** A secret for a link, cookie or token: 256 bits, base64url. */
export const newSecret = (): string => randomBytes(32).toString("base64url");

/** SHA-256 as hex. Secrets are random and long, so a plain hash is what is stored. */
export const hashOf = (value: string): string => createHash("sha256").update(value).digest("hex");

export function sameSecret(a: string, b: string): boolean {
  return timingSafeEqual(Buffer.from(hashOf(a)), Buffer.from(hashOf(b)));
}

/** The content hash an approval is bound to: keys sorted, so that equal content gives equal hashes. */
export function contentHash(content: unknown): string {
  return hashOf(canonical(content));
}

function canonical(value: unknown): string {
  if (Array.isArray(value)) return `[${value.map(canonical).join(",")}]`;
  if (value !== null && typeof value === "object") {
    const entries = Object.entries(value).filter(([, v]) => v !== undefined);
    return `{${entries
      .sort(([a], [b]) => (a < b ? -1 : 1))
      .map(([k, v]) => `${JSON.stringify(k)}:${canonical(v)}`)
      .join(",")}}`;
  }
  return JSON.stringify(value) ?? "null";
}
