import * as z from "zod";
import { getService, listServices } from "@/lib/catalogue/queries";
import { quoteOrder } from "@/lib/orders/quote";
import { endpoint } from "../api";
import { InstantIn } from "../present/instant";
import { presentQuote, QuoteAnswer } from "../present/quote";
import { presentService, ServiceAnswer } from "../present/service";
import { listOf } from "./list-of";

export const getServices = endpoint({
  summary: "api.operation.services",
  scope: "read",
  answer: listOf(ServiceAnswer),
  run: async (ctx) => ({ body: { items: (await listServices(ctx)).map(presentService), next: null } }),
});

export const getOneService = endpoint({
  summary: "api.operation.service",
  scope: "read",
  params: z.object({ service: z.string() }),
  answer: ServiceAnswer,
  run: async (ctx, { params }) => ({ body: presentService(await getService(ctx, params.service)) }),
});

export const postQuote = endpoint({
  summary: "api.operation.quote",
  scope: "read",
  body: z.object({ service: z.string(), receivedAt: InstantIn.optional() }),
  answer: QuoteAnswer,
  run: async (ctx, { body }) => ({ body: presentQuote(ctx, await quoteOrder(ctx, body)) }),
});
