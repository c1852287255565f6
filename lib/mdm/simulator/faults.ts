import * as z from "zod";

const count = z.number().int().min(0).default(0);

/** The body of `POST /_control`; it replaces what was set before, so `{}` means a healthy server again. */
export const Faults = z.strictObject({
  /** Every answer waits this long, after its effect. */
  delayMs: count,
  /** So many requests are answered with `status` and have no effect. */
  failNext: count,
  status: z.number().int().min(300).max(599).default(503),
  /** So many requests that change something are carried out, and then the connection is cut. */
  dropAfterEffect: count,
  /** So many requests that change something arrive twice. */
  duplicate: count,
  /** So many requests are answered with 429. */
  rateLimit: count,
  retryAfterSeconds: z.number().int().min(0).default(1),
  /** Tokens given out so far stop working now. */
  expireTokens: z.boolean().default(false),
  /** Once each, in place of the first request whose path begins so: exactly this answer, without effect. */
  answerNext: z
    .array(
      z.strictObject({
        path: z.string(),
        status: z.number().int().min(200).max(599),
        headers: z.record(z.string(), z.string()).default({}),
        body: z.string().default(""),
      }),
    )
    .default([]),
});
export type Faults = z.infer<typeof Faults>;

export const healthy = (): Faults => Faults.parse({});

export type Planted = { status: number; headers: Record<string, string>; text?: string };

/** The planted answer for this request, if it is one's turn; each turn is used up. */
export function plantedAnswer(faults: Faults, path: string, isToken: boolean): Planted | null {
  const index = faults.answerNext.findIndex((planted) => path.startsWith(planted.path));
  const [planted] = index < 0 ? [] : faults.answerNext.splice(index, 1);
  if (planted) return { status: planted.status, headers: planted.headers, text: planted.body };
  if (isToken) return null;
  if (take(faults, "rateLimit")) return { status: 429, headers: { "Retry-After": String(faults.retryAfterSeconds) } };
  return take(faults, "failNext") ? { status: faults.status, headers: {} } : null;
}

export function take(faults: Faults, turn: "rateLimit" | "failNext" | "dropAfterEffect" | "duplicate"): boolean {
  if (faults[turn] === 0) return false;
  faults[turn] -= 1;
  return true;
}
