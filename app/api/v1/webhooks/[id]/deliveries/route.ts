import { getDeliveries } from "@/lib/web/operations/webhooks";
import { restRoute } from "@/lib/web/rest-route";

export const { GET, HEAD, POST, PUT, PATCH, DELETE, OPTIONS } = restRoute({ GET: getDeliveries });
