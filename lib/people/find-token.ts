import { and, eq, gt, isNull } from "drizzle-orm";
import { apiTokens, persons, units } from "@/db/schema/people";
import type { Language } from "@/db/words";
import { now, systemNow } from "@/lib/base/clock";
import { type Context, inTransaction, type Organisation, type Person } from "@/lib/base/context";
import { hashOf } from "@/lib/base/ids";
import { actorColumns, actorOf } from "./actor";
import { readInOrganisation } from "./organisations";
import { seenEveryMs } from "./session-lifetime";
import { organisationOfToken } from "./token-format";

export type TokenBearer = { organisation: Organisation; person: Person; language: Language; tokenId: string };

/**
 * Who a bearer token acts as, with its scopes; `authenticatedAt` is when `npm run token` made it, null for a token
 * made on a page. Null when it is no token, revoked, too old, or the person is disabled.
 */
export async function findToken(bearer: string, at: Date = systemNow()): Promise<TokenBearer | null> {
  const slug = organisationOfToken(bearer);
  if (!slug) return null;
  const found = await readInOrganisation(slug, async (tx, organisation) => {
    const [row] = await tx
      .select({
        person: actorColumns(organisation, now()),
        language: persons.language,
        token: {
          id: apiTokens.id,
          scopes: apiTokens.scopes,
          authenticatedAt: apiTokens.authenticatedAt,
          usedAt: apiTokens.lastUsedAt,
        },
      })
      .from(apiTokens)
      .innerJoin(persons, eq(persons.id, apiTokens.personId))
      .innerJoin(units, eq(units.id, persons.unitId))
      .where(
        and(
          eq(apiTokens.organisationId, organisation.id),
          eq(apiTokens.tokenHash, hashOf(bearer)),
          isNull(apiTokens.revokedAt),
          gt(apiTokens.expiresAt, at),
          isNull(persons.disabledAt),
        ),
      );
    return row ? { ...row, organisation } : null;
  });
  if (!found) return null;
  const { token, organisation, language } = found;
  const person = actorOf(found.person, token.authenticatedAt, token.scopes);
  const bearing = { organisation, person, language, tokenId: token.id };
  if (at.getTime() - (token.usedAt?.getTime() ?? 0) >= seenEveryMs) await markUsed(bearing, at);
  return bearing;
}

async function markUsed({ organisation, person, language, tokenId }: TokenBearer, at: Date): Promise<void> {
  const ctx: Context = { organisation, actor: person, now: now(), language, request: "token" };
  await inTransaction(ctx, (tx) =>
    tx
      .update(apiTokens)
      .set({ lastUsedAt: at })
      .where(and(eq(apiTokens.organisationId, organisation.id), eq(apiTokens.id, tokenId))),
  );
}
