import type { Adapter } from "next-auth/adapters";
import type { Context } from "@/lib/base/context";
import { startSession } from "@/lib/people/start-session";

/** What the sign-in callback has found out by the time next-auth asks its adapter. */
export type SignInFound = { personId: string; authenticatedAt: Date } | null;

/**
 * next-auth's view of our rows, for one sign-in. Who someone is was settled by the sign-in callback, by issuer and subject; the
 * ways by which next-auth itself would link accounts, by e-mail or by whoever was signed in before, find nothing here.
 */
export function signInAdapter(ctx: Context, found: () => SignInFound, userAgent: string | undefined): Adapter {
  const never = () => {
    throw new Error("next-auth asked for what it must not have");
  };
  return {
    createUser: never,
    getUser: never,
    getUserByEmail: never,
    updateUser: never,
    linkAccount: never,
    updateSession: never,
    deleteSession: never,
    getSessionAndUser: async () => null,
    getUserByAccount: async () => {
      const person = found();
      return person && { id: person.personId, email: "", emailVerified: null };
    },
    createSession: async ({ userId }) => {
      const person = found();
      if (person?.personId !== userId) throw new Error("a session for someone who did not sign in");
      const { token, expiresAt } = await startSession(ctx, { ...person, userAgent });
      return { sessionToken: token, userId, expires: expiresAt };
    },
  };
}
