import { postWebhookResumption } from "@/lib/web/operations/webhooks";
import { restRoute } from "@/lib/web/rest-route";

export const { GET, HEAD, POST, PUT, PATCH, DELETE, OPTIONS } = restRoute({ POST: postWebhookResumption });
