import { and, eq, isNull } from "drizzle-orm";
import { apiTokens } from "@/db/schema/people";
import { systemNow } from "@/lib/base/clock";
import { type Context, inTransaction } from "@/lib/base/context";
import { NotFound } from "@/lib/base/errors";
import { may, personOf } from "@/lib/base/may";
import { record } from "@/lib/history/record";
import type { RevokeToken } from "./schema";

/** Takes a token back at once: one's own, or anyone's for an administrator. NotFound for others' and for one already taken back. */
export async function revokeToken(ctx: Context, { tokenId }: RevokeToken): Promise<void> {
  const { personId } = personOf(ctx);
  const isOwn = may(ctx.actor, "person:edit") ? undefined : eq(apiTokens.personId, personId);
  return inTransaction(ctx, async (tx) => {
    const [revoked] = await tx
      .update(apiTokens)
      .set({ revokedAt: systemNow() })
      .where(
        and(
          eq(apiTokens.organisationId, ctx.organisation.id),
          eq(apiTokens.id, tokenId),
          isNull(apiTokens.revokedAt),
          isOwn,
        ),
      )
      .returning({ id: apiTokens.id });
    if (!revoked) throw new NotFound("people.noSuchToken");
    await record(ctx, tx, "people.token_revoked", { kind: "token", id: revoked.id });
  });
}
