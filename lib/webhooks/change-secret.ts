import { eq } from "drizzle-orm";
import { webhooks } from "@/db/schema/webhooks";
import { systemNow } from "@/lib/base/clock";
import { type Context, inTransaction } from "@/lib/base/context";
import { requireMay } from "@/lib/base/may";
import { seal } from "@/lib/base/seal";
import { record } from "@/lib/history/record";
import { purposeOf, webhookOrThrow } from "./internal";
import { newSigningSecret } from "./signature";

const overlapMs = 86_400_000;

/** A new secret, given here and never again. For a day of the machine's clock what is sent is signed with both. */
export async function changeSecret(ctx: Context, { id }: { id: string }): Promise<{ id: string; secret: string }> {
  requireMay(ctx, "webhook:edit");
  const secret = newSigningSecret();
  await inTransaction(ctx, async (tx) => {
    const before = await webhookOrThrow(ctx, tx, id);
    const previousUntil = new Date(systemNow().getTime() + overlapMs);
    const changes = {
      sealedSecret: seal(secret, purposeOf(id)),
      previousSealedSecret: before.sealedSecret,
      previousUntil,
    };
    await tx.update(webhooks).set(changes).where(eq(webhooks.id, id));
    await record(ctx, tx, "webhooks.secretChanged", { kind: "webhook", id });
  });
  return { id, secret };
}
