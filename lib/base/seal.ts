import { createCipheriv, createDecipheriv, createHash, randomBytes } from "node:crypto";
import { requiredSecret } from "./env";

const key = () => createHash("sha256").update(requiredSecret("SEAL_KEY")).digest();

/** Encrypts a secret at rest (AES-256-GCM). `purpose` is bound in: a sealed value cannot be moved to another row. */
export function seal(value: string, purpose: string): string {
  const nonce = randomBytes(12);
  const cipher = createCipheriv("aes-256-gcm", key(), nonce).setAAD(Buffer.from(purpose));
  const sealed = Buffer.concat([cipher.update(value, "utf8"), cipher.final()]);
  return Buffer.concat([nonce, cipher.getAuthTag(), sealed]).toString("base64");
}

/** Opens what `seal` made for the same purpose; throws when it was altered or moved. */
export function unseal(sealed: string, purpose: string): string {
  const bytes = Buffer.from(sealed, "base64");
  const decipher = createDecipheriv("aes-256-gcm", key(), bytes.subarray(0, 12)).setAAD(Buffer.from(purpose));
  decipher.setAuthTag(bytes.subarray(12, 28));
  return Buffer.concat([decipher.update(bytes.subarray(28)), decipher.final()]).toString("utf8");
}
