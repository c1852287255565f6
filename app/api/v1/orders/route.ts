import { getOrders, postOrder } from "@/lib/web/operations/orders";
import { restRoute } from "@/lib/web/rest-route";

export const { GET, HEAD, POST, PUT, PATCH, DELETE, OPTIONS } = restRoute({ GET: getOrders, POST: postOrder });
