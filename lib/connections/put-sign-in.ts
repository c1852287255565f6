import { connections } from "@/db/schema/connections";
import { type Context, inTransaction } from "@/lib/base/context";
import { env } from "@/lib/base/env";
import { Invalid } from "@/lib/base/errors";
import { newId } from "@/lib/base/ids";
import { personOf, requireMay } from "@/lib/base/may";
import { checkAddress } from "@/lib/base/outbound";
import { seal } from "@/lib/base/seal";
import { record } from "@/lib/history/record";
import { type PutSignIn, signInPurpose } from "./sign-in-settings";

/** Sets the organisation's identity provider anew. Administrators alone. Invalid at `issuer` when it may not be called. */
export async function putSignIn(ctx: Context, { clientSecret, ...settings }: PutSignIn): Promise<void> {
  requireMay(ctx, "connection:edit");
  const verdict = await checkAddress(settings.issuer, env().ALLOW_ADDRESSES);
  if (!verdict.ok && !verdict.retry) throw new Invalid([{ path: "issuer", key: verdict.key }]);
  const sealed = seal(clientSecret, signInPurpose(ctx.organisation.id));
  const row = { settings, sealed, updatedAt: ctx.now, updatedById: personOf(ctx).personId };
  await inTransaction(ctx, async (tx) => {
    await tx
      .insert(connections)
      .values({ id: newId(), organisationId: ctx.organisation.id, kind: "sign_in", ...row })
      .onConflictDoUpdate({ target: [connections.organisationId, connections.kind], set: row });
    await record(ctx, tx, "connections.put", { kind: "connection", id: "sign_in" }, settings);
  });
}
