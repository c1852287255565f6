import { eq } from "drizzle-orm";
import type { Tx } from "@/db/client";
import { serviceVariants } from "@/db/schema/catalogue";
import { orderLines, tasks } from "@/db/schema/orders";
import type { Context } from "@/lib/base/context";
import { newId } from "@/lib/base/ids";
import { enqueue } from "@/lib/queue/enqueue";
import { orderOrThrow, touch } from "./internal";
import { isLive, taskRules } from "./status";

/** An approved order: each line gets the tasks of its variant, as the service version it was placed under says. */
export async function startPreparing(ctx: Context, tx: Tx, reference: string): Promise<void> {
  const order = await orderOrThrow(ctx, tx, reference, true);
  const variants = await tx.select().from(serviceVariants).where(eq(serviceVariants.versionId, order.serviceVersionId));
  const kinds = variants.find((variant) => variant.slug === order.variant)?.fulfilment ?? [];
  for (const line of order.lines.filter(isLive)) {
    const rows = kinds.map((kind, position) => {
      const ids = { id: newId(), organisationId: ctx.organisation.id, orderId: order.id, lineId: line.id };
      return {
        ...ids,
        position,
        kind,
        isAutomatic: taskRules[kind].isAutomatic,
        status: "waiting" as const,
        at: ctx.now,
      };
    });
    await tx.insert(tasks).values(rows).onConflictDoNothing();
    if (line.status === "submitted")
      await tx.update(orderLines).set({ status: "approved" }).where(eq(orderLines.id, line.id));
  }
  await touch(tx, order, { status: "preparing" });
  await enqueue(ctx, tx, "orders.advance", { orderId: order.id });
}
