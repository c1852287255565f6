import { systemNow } from "@/lib/base/clock";
import type { Unavailable } from "@/lib/base/errors";
import { processWide } from "@/lib/base/process-wide";

/**
 * Connections that must be left in peace for a while: they said how long (Retry-After, rate limit), or refused our password, and
 * asking again would lock the account. Each call until then fails at once with the same error. Kept per process.
 */
const { value: holds } = processWide("mdm.holds", () => new Map<string, { until: number; error: Unavailable }>());

export function hold(connection: string, seconds: number, error: Unavailable): void {
  holds.set(connection, { until: systemNow().getTime() + seconds * 1000, error });
}

export function throwIfHeld(connection: string): void {
  const held = holds.get(connection);
  if (!held) return;
  if (held.until > systemNow().getTime()) throw held.error;
  holds.delete(connection);
}

export function release(connection: string): void {
  holds.delete(connection);
}
