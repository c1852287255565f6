import { webhooks } from "@/db/schema/webhooks";
import { type Context, inTransaction } from "@/lib/base/context";
import { env } from "@/lib/base/env";
import { Invalid } from "@/lib/base/errors";
import { newId } from "@/lib/base/ids";
import { personOf, requireMay } from "@/lib/base/may";
import { checkAddress } from "@/lib/base/outbound";
import { seal } from "@/lib/base/seal";
import { record } from "@/lib/history/record";
import { purposeOf } from "./internal";
import type { AddWebhook } from "./schema";
import { newSigningSecret } from "./signature";

/** Adds a receiver. Its secret is given here and never again. Invalid at `url` for an address that the portal may not call. */
export async function addWebhook(ctx: Context, input: AddWebhook): Promise<{ id: string; secret: string }> {
  requireMay(ctx, "webhook:edit");
  const verdict = await checkAddress(input.url, env().ALLOW_ADDRESSES);
  // A name that does not resolve just now is no fault of the address: each delivery asks anew.
  if (!verdict.ok && !verdict.retry) throw new Invalid([{ path: "url", key: verdict.key }]);
  const id = newId();
  const secret = newSigningSecret();
  const { url, includesConfidential } = input;
  const events = [...new Set(input.events)];
  await inTransaction(ctx, async (tx) => {
    await tx.insert(webhooks).values({
      ...{ id, organisationId: ctx.organisation.id, url, events, includesConfidential },
      ...{ sealedSecret: seal(secret, purposeOf(id)), createdAt: ctx.now, createdById: personOf(ctx).personId },
    });
    await record(ctx, tx, "webhooks.added", { kind: "webhook", id }, { url, events, includesConfidential });
  });
  return { id, secret };
}
