import { and, desc, eq, inArray, isNotNull, isNull, or } from "drizzle-orm";
import { hardwareModels } from "@/db/schema/catalogue";
import { orderLines, orders } from "@/db/schema/orders";
import { type Context, read } from "@/lib/base/context";
import { personOf } from "@/lib/base/may";

export type OwnDevice = { serialNumber: string; model: string; handedOverAt: Date | null };

const atMost = 12;

/** The devices that were handed over to the signed-in person, newest first; shared ones count as theirs who ordered them. */
export function listOwnDevices(ctx: Context): Promise<OwnDevice[]> {
  const me = personOf(ctx).personId;
  return read(ctx, async (tx) => {
    const rows = await tx
      .select({
        serialNumber: orderLines.serialNumber,
        model: hardwareModels.name,
        handedOverAt: orderLines.handedOverAt,
      })
      .from(orderLines)
      .innerJoin(orders, eq(orders.id, orderLines.orderId))
      .innerJoin(hardwareModels, eq(hardwareModels.id, orders.hardwareModelId))
      .where(
        and(
          eq(orderLines.organisationId, ctx.organisation.id),
          inArray(orderLines.status, ["handed_over", "acknowledged"]),
          isNotNull(orderLines.serialNumber),
          or(eq(orderLines.recipientId, me), and(isNull(orderLines.recipientId), eq(orders.requesterId, me))),
        ),
      )
      .orderBy(desc(orderLines.handedOverAt), desc(orderLines.id))
      .limit(atMost);
    return rows.flatMap(({ serialNumber, ...rest }) => (serialNumber ? [{ serialNumber, ...rest }] : []));
  });
}
