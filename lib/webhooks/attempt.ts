import { systemNow } from "@/lib/base/clock";
import { env } from "@/lib/base/env";
import { Unavailable } from "@/lib/base/errors";
import { guardedFetch } from "@/lib/base/guarded-fetch";
import { unseal } from "@/lib/base/seal";
import { purposeOf, type Webhook } from "./internal";
import { signedHeaders } from "./signature";

/** `status`: what the receiver answered; null where it did not, and then `error` says why. */
export type Attempt = { at: Date; status: number | null; ms: number; error: string | null };

/** All that a receiver is told: what it wants to know more of it asks for with its own token. */
export type Told = { id: string; event: string; reference: string | null; at: Date; version: number | null };

const timeoutMs = 10_000;
const maxBytes = 65_536;

/** One call, outside any transaction. Its `id` stays the same however often it is made, so that the receiver knows it again. */
export async function attempt(
  webhook: Webhook,
  { id, event, reference, at: happenedAt, version }: Told,
): Promise<Attempt> {
  const at = systemNow();
  const body = JSON.stringify({ event, reference, at: happenedAt.toISOString(), version });
  const timestamp = Math.floor(at.getTime() / 1000);
  const headers = {
    ...{ "content-type": "application/json", "content-length": String(Buffer.byteLength(body)) },
    ...signedHeaders({ id, timestamp, body }, secretsOf(webhook, at)),
  };
  const begun = performance.now();
  const since = () => Math.round(performance.now() - begun);
  try {
    const request = { method: "POST", headers, body, timeoutMs, maxBytes };
    const { status } = await guardedFetch(webhook.url, request, env().ALLOW_ADDRESSES);
    return { at, status, ms: since(), error: isTaken(status) ? null : `answered ${status}` };
  } catch (fault) {
    if (!(fault instanceof Unavailable)) throw fault;
    return { at, status: null, ms: since(), error: fault.detail };
  }
}

export const isTaken = (status: number | null): boolean => status !== null && status >= 200 && status < 300;

function secretsOf(webhook: Webhook, at: Date): string[] {
  const { previousSealedSecret: previous, previousUntil } = webhook;
  const isBoth = previous !== null && previousUntil !== null && at < previousUntil;
  return [webhook.sealedSecret, ...(isBoth ? [previous] : [])].map((sealed) => unseal(sealed, purposeOf(webhook.id)));
}
