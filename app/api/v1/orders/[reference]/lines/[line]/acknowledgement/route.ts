import { postAcknowledgement } from "@/lib/web/operations/order-acts";
import { restRoute } from "@/lib/web/rest-route";

export const { GET, HEAD, POST, PUT, PATCH, DELETE, OPTIONS } = restRoute({ POST: postAcknowledgement });
