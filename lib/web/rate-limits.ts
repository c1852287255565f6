import { RateLimiterMemory, RateLimiterRes } from "rate-limiter-flexible";
import { processWide } from "@/lib/base/process-wide";

/**
 * Attempts a minute. A whole municipality may come from one address, so addresses are only held back from flooding; sign-in is
 * guarded by the identity provider, and refused tokens by their own count.
 */
const perMinute = { page: 6000, sign_in: 300, refused_token: 60, token: 1200 } as const;

export type Limit = keyof typeof perMinute;

const limiters = processWide("rateLimits", () => new Map<Limit, RateLimiterMemory>());

/** Counts one attempt; answers null, or the seconds to wait (for Retry-After). */
export async function secondsToWait(limit: Limit, key: string): Promise<number | null> {
  try {
    await limiterOf(limit).consume(key);
    return null;
  } catch (refused) {
    if (refused instanceof RateLimiterRes) return Math.max(1, Math.ceil(refused.msBeforeNext / 1000));
    throw refused;
  }
}

function limiterOf(limit: Limit): RateLimiterMemory {
  const kept = limiters.value.get(limit);
  if (kept) return kept;
  const made = new RateLimiterMemory({ points: perMinute[limit], duration: 60, keyPrefix: limit });
  limiters.value.set(limit, made);
  return made;
}
