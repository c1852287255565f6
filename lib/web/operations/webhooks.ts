import * as z from "zod";
import { webhookDeliveryStatuses, webhookEvents, webhookPauseReasons } from "@/db/words";
import type { Context } from "@/lib/base/context";
import { addWebhook } from "@/lib/webhooks/add-webhook";
import { changeSecret } from "@/lib/webhooks/change-secret";
import {
  getWebhook,
  listDeliveries,
  listWebhooks,
  type ShownDelivery,
  type ShownWebhook,
} from "@/lib/webhooks/queries";
import { removeWebhook } from "@/lib/webhooks/remove-webhook";
import { resumeWebhook } from "@/lib/webhooks/resume-webhook";
import { AddWebhook } from "@/lib/webhooks/schema";
import { testWebhook } from "@/lib/webhooks/test-webhook";
import { endpoint } from "../api";
import { decodeCursor, encodeCursor, PageQuery } from "../paging";
import { Instant, InstantIn, shownInstant, shownInstantOrNull } from "../present/instant";
import { listOf } from "./list-of";

const WebhookAnswer = z
  .object({
    id: z.uuid(),
    url: z.string(),
    events: z.array(z.enum(webhookEvents)),
    includesConfidential: z.boolean(),
    createdAt: Instant,
    failures: z.int(),
    pausedAt: Instant.nullable(),
    pauseReason: z.enum(webhookPauseReasons).nullable(),
  })
  .meta({ id: "Webhook" });

/** The secret is shown once: where it is made. */
const WithSecret = WebhookAnswer.extend({ secret: z.string() }).meta({ id: "WebhookWithSecret" });

const AttemptAnswer = z
  .object({ at: Instant, status: z.int().nullable(), ms: z.int(), error: z.string().nullable() })
  .meta({ id: "WebhookAttempt" });

const DeliveryAnswer = z
  .object({
    id: z.uuid(),
    event: z.string(),
    reference: z.string().nullable(),
    version: z.int().nullable(),
    at: Instant,
    status: z.enum(webhookDeliveryStatuses),
    nextAttemptAt: Instant.nullable(),
    attempts: z.array(AttemptAnswer),
  })
  .meta({ id: "WebhookDelivery" });

const ById = z.object({ id: z.string() });
const uuid = z.uuid();
/** What is no id cannot be anyone's. */
const idIn = ({ id }: z.output<typeof ById>): string =>
  uuid.safeParse(id).success ? id : "00000000-0000-0000-0000-000000000000";

function presentWebhook(ctx: Context, webhook: ShownWebhook): z.output<typeof WebhookAnswer> {
  const { id, url, includesConfidential, failures, pauseReason } = webhook;
  const events = webhookEvents.filter((event) => webhook.events.includes(event));
  const createdAt = shownInstant(ctx, webhook.createdAt);
  const pausedAt = shownInstantOrNull(ctx, webhook.pausedAt);
  return { id, url, events, includesConfidential, createdAt, failures, pausedAt, pauseReason };
}

function presentDelivery(ctx: Context, delivery: ShownDelivery): z.output<typeof DeliveryAnswer> {
  const { id, event, reference, version, status, tried } = delivery;
  const attempts = tried.map(({ at, status: answered, ms, error }) => {
    return { at: shownInstant(ctx, at), status: answered, ms, error };
  });
  const nextAttemptAt = shownInstantOrNull(ctx, delivery.nextAttemptAt);
  return { id, event, reference, version, at: shownInstant(ctx, delivery.at), status, nextAttemptAt, attempts };
}

const webhookNow = async (ctx: Context, id: string) => presentWebhook(ctx, await getWebhook(ctx, id));

export const getWebhooks = endpoint({
  summary: "api.operation.webhooks",
  scope: "read",
  answer: listOf(WebhookAnswer),
  run: async (ctx) => {
    const items = (await listWebhooks(ctx)).map((each) => presentWebhook(ctx, each));
    return { body: { items, next: null } };
  },
});

export const postWebhook = endpoint({
  summary: "api.operation.addWebhook",
  scope: "write",
  body: AddWebhook,
  answer: WithSecret,
  status: 201,
  creates: true,
  isSecret: true,
  run: async (ctx, { body }) => {
    const { id, secret } = await addWebhook(ctx, body);
    return { body: { ...(await webhookNow(ctx, id)), secret } };
  },
});

export const deleteWebhook = endpoint({
  summary: "api.operation.removeWebhook",
  scope: "write",
  params: ById,
  status: 204,
  run: async (ctx, { params }) => {
    await removeWebhook(ctx, { id: idIn(params) });
    return {};
  },
});

export const postWebhookSecret = endpoint({
  summary: "api.operation.webhookSecret",
  scope: "write",
  params: ById,
  body: z.strictObject({}),
  answer: WithSecret,
  status: 201,
  creates: true,
  isSecret: true,
  run: async (ctx, { params }) => {
    const { id, secret } = await changeSecret(ctx, { id: idIn(params) });
    return { body: { ...(await webhookNow(ctx, id)), secret } };
  },
});

export const getDeliveries = endpoint({
  summary: "api.operation.webhookDeliveries",
  scope: "read",
  params: ById,
  query: z.strictObject(PageQuery.shape),
  answer: listOf(DeliveryAnswer),
  run: async (ctx, { params, query: { cursor, limit } }) => {
    const page = { cursor: decodeCursor(cursor, z.object({ at: InstantIn, id: z.uuid() })), limit };
    const { items, next } = await listDeliveries(ctx, idIn(params), page);
    return { body: { items: items.map((each) => presentDelivery(ctx, each)), next: next && encodeCursor(next) } };
  },
});

export const postWebhookResumption = endpoint({
  summary: "api.operation.resumeWebhook",
  scope: "write",
  params: ById,
  body: z.strictObject({}),
  answer: WebhookAnswer.extend({ replayed: z.int() }).meta({ id: "ResumedWebhook" }),
  run: async (ctx, { params }) => {
    const id = idIn(params);
    const { replayed } = await resumeWebhook(ctx, { id });
    return { body: { ...(await webhookNow(ctx, id)), replayed } };
  },
});

export const postWebhookTest = endpoint({
  summary: "api.operation.testWebhook",
  scope: "write",
  params: ById,
  body: z.strictObject({}),
  answer: AttemptAnswer.extend({ ok: z.boolean() }).meta({ id: "WebhookTrial" }),
  run: async (ctx, { params }) => {
    const { at, status, ms, error, ok } = await testWebhook(ctx, { id: idIn(params) });
    return { body: { at: shownInstant(ctx, at), status, ms, error, ok } };
  },
});
