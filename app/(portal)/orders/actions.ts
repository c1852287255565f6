"use server";

import * as z from "zod";
import { routes } from "@/lib/base/routes";
import { acknowledgeReceipt } from "@/lib/orders/acknowledge-receipt";
import { cancelOrder } from "@/lib/orders/cancel-order";
import { changeOrder } from "@/lib/orders/change-order";
import { CancelOrder, ChangeOrder } from "@/lib/orders/schema";
import { WriteComment } from "@/lib/tickets/schema";
import { writeComment } from "@/lib/tickets/write-comment";
import { personAction } from "@/lib/web/action";

const OfOrder = z.object({ reference: z.string() });
const Message = WriteComment.pick({ body: true }).extend(OfOrder.shape);

export const cancelOrderAction = personAction(CancelOrder.extend(OfOrder.shape), cancelOrder, {
  goTo: (_, { reference }) => routes.order(reference),
});

export const changeOrderAction = personAction(ChangeOrder, changeOrder, {
  goTo: (_, { reference }) => routes.order(reference),
});

export const acknowledgeReceiptAction = personAction(OfOrder, acknowledgeReceipt);

export const writeMessageAction = personAction(Message, async (ctx, input) => {
  await writeComment(ctx, { ...input, visibility: "public" });
});
