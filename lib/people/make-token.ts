import { apiTokens } from "@/db/schema/people";
import { systemNow } from "@/lib/base/clock";
import { type Context, inTransaction } from "@/lib/base/context";
import { NotAllowed } from "@/lib/base/errors";
import { hashOf, newId } from "@/lib/base/ids";
import { holdsRole, personOf, requireMay } from "@/lib/base/may";
import { record } from "@/lib/history/record";
import type { MakeToken } from "./schema";
import { newToken } from "./token-format";

/**
 * A token that acts as the person, for `days` days; the text is given here and never again, its hash is kept. Scope `mail` is the
 * administrator's. A token makes no tokens.
 */
export async function makeToken(
  ctx: Context,
  input: MakeToken,
  { standsForSignIn = false } = {},
): Promise<{ id: string; token: string; expiresAt: Date }> {
  requireMay(ctx, "token:make");
  const person = personOf(ctx);
  if (person.scopes) throw new NotAllowed("people.tokenMakesNoToken");
  if (input.scopes.includes("mail") && !holdsRole(person, "administrator")) throw new NotAllowed("people.mailScope");
  return inTransaction(ctx, async (tx) => {
    const at = systemNow();
    const token = newToken(ctx.organisation.slug);
    const row = {
      id: newId(),
      organisationId: ctx.organisation.id,
      personId: person.personId,
      name: input.name,
      tokenHash: hashOf(token),
      scopes: input.scopes,
      createdAt: at,
      authenticatedAt: standsForSignIn ? at : null,
      expiresAt: new Date(at.getTime() + input.days * 86_400_000),
    };
    await tx.insert(apiTokens).values(row);
    await record(ctx, tx, "people.token_made", { kind: "token", id: row.id }, { scopes: row.scopes });
    return { id: row.id, token, expiresAt: row.expiresAt };
  });
}
