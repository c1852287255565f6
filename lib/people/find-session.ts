import { and, eq, gt, isNull, lt, type SQL } from "drizzle-orm";
import { persons, sessions, units } from "@/db/schema/people";
import type { Language } from "@/db/words";
import { now, systemNow } from "@/lib/base/clock";
import { type Context, inTransaction, type Organisation, type Person } from "@/lib/base/context";
import { hashOf } from "@/lib/base/ids";
import { actorColumns, actorOf } from "./actor";
import { readInOrganisation } from "./organisations";
import { idleMs, seenEveryMs } from "./session-lifetime";

export type SignedIn = {
  organisation: Organisation;
  person: Person;
  language: Language;
  sessionId: string;
  expiresAt: Date;
};

/**
 * Who a session cookie stands for: `<organisation slug>.<secret>`. Null when it was ended, is too old, was idle too long, or the
 * person is disabled. `at` is the machine's time: a demo clock that moves signs nobody out. `isUse` false: what a page asks by
 * itself, which must not keep a forgotten browser signed in.
 */
export async function findSession(
  token: string,
  at: Date = systemNow(),
  { isUse = true }: { isUse?: boolean } = {},
): Promise<SignedIn | null> {
  const isAlive = and(
    gt(sessions.expiresAt, at),
    gt(sessions.lastSeenAt, new Date(at.getTime() - idleMs)),
    isNull(sessions.endedAt),
  );
  const found = await sessionWhere(token, isAlive);
  if (!found) return null;
  const { lastSeenAt, ...signedIn } = found;
  if (isUse && at.getTime() - lastSeenAt.getTime() >= seenEveryMs) await markSeen(signedIn, at);
  return signedIn;
}

/** Whose session it was that ran out by itself: what they had typed may be kept for them, nothing else. */
export async function findOwnerOfExpired(token: string): Promise<SignedIn | null> {
  return sessionWhere(token, isNull(sessions.endedAt));
}

function sessionWhere(token: string, isAlive: SQL | undefined) {
  const [slug = "", secret] = token.split(".", 2);
  if (!secret) return null;
  return readInOrganisation(slug, async (tx, organisation) => {
    const [row] = await tx
      .select({
        person: actorColumns(organisation, now()),
        language: persons.language,
        sessionId: sessions.id,
        expiresAt: sessions.expiresAt,
        lastSeenAt: sessions.lastSeenAt,
        authenticatedAt: sessions.authenticatedAt,
      })
      .from(sessions)
      .innerJoin(persons, eq(persons.id, sessions.personId))
      .innerJoin(units, eq(units.id, persons.unitId))
      .where(
        and(
          eq(sessions.organisationId, organisation.id),
          eq(sessions.tokenHash, hashOf(token)),
          isNull(persons.disabledAt),
          isAlive,
        ),
      );
    if (!row) return null;
    const { person, authenticatedAt, ...session } = row;
    return { organisation, person: actorOf(person, authenticatedAt), ...session };
  });
}

async function markSeen({ organisation, person, language, sessionId }: SignedIn, at: Date): Promise<void> {
  const ctx: Context = { organisation, actor: person, now: now(), language, request: "session" };
  await inTransaction(ctx, (tx) =>
    tx
      .update(sessions)
      .set({ lastSeenAt: at })
      .where(
        and(
          eq(sessions.organisationId, organisation.id),
          eq(sessions.id, sessionId),
          isNull(sessions.endedAt),
          lt(sessions.lastSeenAt, at),
        ),
      ),
  );
}
