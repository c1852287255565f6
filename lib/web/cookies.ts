import { env } from "@/lib/base/env";

/** Bound to this host, this path and TLS (browsers count the loopback as safe); out of reach for scripts. */
const bound = { httpOnly: true, secure: true, sameSite: "lax", path: "/" } as const;

export const sessionCookie = { name: "__Host-session", options: bound };

/** The secret by which a browser without a session finds again what was typed in it. */
export const claimCookie = { name: "__Host-draft-claim", options: { ...bound, maxAge: 86_400 } };

const yearSeconds = 31_536_000;

/** Choices, nothing secret: readable also where the demo is shown over plain http. */
const choice = () => {
  const secure = env().PUBLIC_URL?.startsWith("https:") ?? false;
  return { httpOnly: true, secure, sameSite: "lax", path: "/", maxAge: yearSeconds } as const;
};

export const languageCookie = { name: "language", options: choice };
export const organisationCookie = { name: "organisation", options: choice };
export const deskKeysCookie = { name: "desk-keys", options: choice };
