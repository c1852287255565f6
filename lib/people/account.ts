import { and, asc, desc, eq, gt, isNull } from "drizzle-orm";
import { apiTokens, roleAssignments, sessions, units } from "@/db/schema/people";
import type { Role, TokenScope } from "@/db/words";
import { systemNow } from "@/lib/base/clock";
import { type Context, read } from "@/lib/base/context";
import { personOf } from "@/lib/base/may";
import { idleMs } from "./session-lifetime";

/** One's own roles with the unit that each holds in, for the account page and GET /me. */
export async function listRoles(ctx: Context): Promise<{ role: Role; unitSlug: string; unitName: string }[]> {
  const { personId } = personOf(ctx);
  return read(ctx, (tx) =>
    tx
      .selectDistinct({ role: roleAssignments.role, unitSlug: units.slug, unitName: units.name })
      .from(roleAssignments)
      .innerJoin(units, eq(units.id, roleAssignments.unitId))
      .where(and(eq(roleAssignments.organisationId, ctx.organisation.id), eq(roleAssignments.personId, personId)))
      .orderBy(asc(units.name), asc(roleAssignments.role)),
  );
}

export type SessionRow = { id: string; createdAt: Date; lastSeenAt: Date; userAgent: string | null };

/** One's own sessions that still live, the latest used first. */
export async function listSessions(ctx: Context): Promise<SessionRow[]> {
  const { personId } = personOf(ctx);
  const at = systemNow();
  const { id, createdAt, lastSeenAt, userAgent } = sessions;
  return read(ctx, (tx) =>
    tx
      .select({ id, createdAt, lastSeenAt, userAgent })
      .from(sessions)
      .where(
        and(
          eq(sessions.organisationId, ctx.organisation.id),
          eq(sessions.personId, personId),
          isNull(sessions.endedAt),
          gt(sessions.expiresAt, at),
          gt(sessions.lastSeenAt, new Date(at.getTime() - idleMs)),
        ),
      )
      .orderBy(desc(lastSeenAt)),
  );
}

export type TokenRow = { id: string; name: string; scopes: TokenScope[]; expiresAt: Date; lastUsedAt: Date | null };

/** One's own tokens that still work, the newest first. */
export async function listTokens(ctx: Context): Promise<TokenRow[]> {
  const { personId } = personOf(ctx);
  const { id, name, scopes, expiresAt, lastUsedAt } = apiTokens;
  return read(ctx, (tx) =>
    tx
      .select({ id, name, scopes, expiresAt, lastUsedAt })
      .from(apiTokens)
      .where(
        and(
          eq(apiTokens.organisationId, ctx.organisation.id),
          eq(apiTokens.personId, personId),
          isNull(apiTokens.revokedAt),
          gt(expiresAt, systemNow()),
        ),
      )
      .orderBy(desc(apiTokens.createdAt)),
  );
}
