import * as z from "zod";
import { webhookEvents } from "@/db/words";

/** `url`: https to anywhere public; inside the network, and plain http, only what ALLOW_ADDRESSES lists. */
export const AddWebhook = z.strictObject({
  url: z.url("webhooks.errors.url").max(2000),
  events: z.array(z.enum(webhookEvents)).min(1),
  includesConfidential: z.boolean().default(false),
});
export type AddWebhook = z.output<typeof AddWebhook>;
