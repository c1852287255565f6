import { eq } from "drizzle-orm";
import { webhooks } from "@/db/schema/webhooks";
import { type Context, inTransaction } from "@/lib/base/context";
import { requireMay } from "@/lib/base/may";
import { record } from "@/lib/history/record";
import { webhookOrThrow } from "./internal";

/** Nothing more is sent to it; what was sent stays in the log until it has outlived its use. NotFound when it is removed already. */
export async function removeWebhook(ctx: Context, { id }: { id: string }): Promise<void> {
  requireMay(ctx, "webhook:edit");
  await inTransaction(ctx, async (tx) => {
    await webhookOrThrow(ctx, tx, id);
    await tx.update(webhooks).set({ removedAt: ctx.now }).where(eq(webhooks.id, id));
    await record(ctx, tx, "webhooks.removed", { kind: "webhook", id });
  });
}
