const hour = 3_600_000;

/** A session ends after two hours without a request, and twelve hours after sign-in whatever happens (ASVS 5.0 7.3.1–2). */
export const idleMs = 2 * hour;
export const absoluteMs = 12 * hour;

/** `last_seen_at` is written at most once a minute a session. */
export const seenEveryMs = 60_000;
