import * as z from "zod";
import { orderStatuses } from "@/db/words";
import type { Context } from "@/lib/base/context";
import { newId } from "@/lib/base/ids";
import { routes } from "@/lib/base/routes";
import { placeOrder } from "@/lib/orders/place-order";
import { getOrder, listOrderViews } from "@/lib/orders/queries";
import { PlaceOrder } from "@/lib/orders/schema";
import { type Answer, endpoint } from "../api";
import { decodeCursor, encodeCursor, PageQuery } from "../paging";
import { InstantIn } from "../present/instant";
import { OrderAnswer, presentOrder } from "../present/order";
import { ByReference, referenceIn } from "./by-reference";
import { listOf, Words } from "./list-of";

/** An order as it stands now, its version as the ETag. */
export async function orderNow(ctx: Context, reference: string): Promise<Answer> {
  const view = await getOrder(ctx, reference);
  return { body: presentOrder(ctx, view), version: view.order.version };
}

export const getOneOrder = endpoint({
  summary: "api.operation.order",
  scope: "read",
  params: ByReference,
  answer: OrderAnswer,
  run: (ctx, { params }) => orderNow(ctx, referenceIn(params)),
});

const Cursor = z.object({ at: InstantIn, id: z.uuid() });

export const getOrders = endpoint({
  summary: "api.operation.orders",
  scope: "read",
  query: z.strictObject({
    ...PageQuery.shape,
    view: z.enum(["mine", "approvals", "desk", "all"]).default("all"),
    status: Words(z.enum(orderStatuses)).optional(),
    q: z.string().max(200).optional(),
  }),
  answer: listOf(OrderAnswer),
  run: async (ctx, { query: { cursor, limit, view, status, q } }) => {
    const filter = { view, ...(status ? { status } : {}), ...(q === undefined ? {} : { q }) };
    const page = await listOrderViews(ctx, filter, { cursor: decodeCursor(cursor, Cursor), limit });
    const items = page.items.map((each) => presentOrder(ctx, each));
    return { body: { items, next: page.next && encodeCursor(page.next) } };
  },
});

export const postOrder = endpoint({
  summary: "api.operation.placeOrder",
  scope: "write",
  body: z.preprocess(refuseAddOnAlone, PlaceOrder),
  answer: OrderAnswer,
  status: 201,
  creates: true,
  run: async (ctx, { body, request }) => {
    const submissionKey = request.headers.get("idempotency-key") ?? newId();
    const { reference } = await placeOrder(ctx, { ...body, submissionKey, channel: "api" });
    return { ...(await orderNow(ctx, reference)), headers: { location: routes.api.order(reference) } };
  },
});

/** `{ service: "airprint", device, printer }`: known, and not to be ordered yet. */
function refuseAddOnAlone(input: unknown, { issues }: z.core.ParsePayload): unknown {
  const isAddOn = typeof input === "object" && input !== null && "service" in input && input.service === "airprint";
  if (isAddOn) issues.push({ code: "custom", path: ["service"], message: "api.addOnLater", input });
  return input;
}
