import * as z from "zod";
import { acknowledgeReceipt } from "@/lib/orders/acknowledge-receipt";
import { cancelOrder } from "@/lib/orders/cancel-order";
import { changeOrder } from "@/lib/orders/change-order";
import { decideApproval } from "@/lib/orders/decide-approval";
import { handOver } from "@/lib/orders/hand-over";
import { registerSerialNumber } from "@/lib/orders/register-serial-number";
import { CancelOrder, ChangeOrder, DecideApproval, HandOver, RegisterSerialNumber } from "@/lib/orders/schema";
import { endpoint } from "../api";
import { OrderAnswer } from "../present/order";
import { ByReference, referenceIn, versionOf } from "./by-reference";
import { orderNow } from "./orders";

/** What every act on an order has in common: it answers 201 with the order as it stands afterwards. */
const act = { scope: "write", answer: OrderAnswer, status: 201, creates: true, versioned: true } as const;
const ByLine = ByReference.extend({ line: z.string() });

export const postApproval = endpoint({
  ...act,
  summary: "api.operation.decideApproval",
  params: ByReference,
  body: DecideApproval,
  run: async (ctx, { params, body, ifMatch }) => {
    const reference = referenceIn(params);
    await decideApproval(ctx, { ...body, reference, ...versionOf(ifMatch) });
    return orderNow(ctx, reference);
  },
});

export const postChange = endpoint({
  ...act,
  summary: "api.operation.changeOrder",
  params: ByReference,
  body: ChangeOrder.pick({ hardware: true, costCentre: true, deliverTo: true }),
  run: async (ctx, { params, body, ifMatch }) => {
    const reference = referenceIn(params);
    await changeOrder(ctx, { ...body, reference, ...versionOf(ifMatch) });
    return orderNow(ctx, reference);
  },
});

export const postCancellation = endpoint({
  ...act,
  summary: "api.operation.cancelOrder",
  params: ByReference,
  body: CancelOrder,
  run: async (ctx, { params, body, ifMatch }) => {
    const reference = referenceIn(params);
    await cancelOrder(ctx, { ...body, reference, ...versionOf(ifMatch) });
    return orderNow(ctx, reference);
  },
});

export const postSerialNumber = endpoint({
  ...act,
  summary: "api.operation.registerSerialNumber",
  params: ByLine,
  body: RegisterSerialNumber,
  run: async (ctx, { params, body, ifMatch }) => {
    const reference = referenceIn(params);
    await registerSerialNumber(ctx, { ...body, reference, lineId: params.line, ...versionOf(ifMatch) });
    return orderNow(ctx, reference);
  },
});

export const postHandover = endpoint({
  ...act,
  summary: "api.operation.handOver",
  params: ByLine,
  body: HandOver,
  run: async (ctx, { params, body, ifMatch }) => {
    const reference = referenceIn(params);
    await handOver(ctx, { ...body, reference, lineIds: [params.line], ...versionOf(ifMatch) });
    return orderNow(ctx, reference);
  },
});

/** Confirms every line handed over to the person, the named one among them. */
export const postAcknowledgement = endpoint({
  ...act,
  summary: "api.operation.acknowledge",
  params: ByLine,
  body: z.object({}),
  run: async (ctx, { params, ifMatch }) => {
    const reference = referenceIn(params);
    await acknowledgeReceipt(ctx, { reference, ...versionOf(ifMatch) });
    return orderNow(ctx, reference);
  },
});
