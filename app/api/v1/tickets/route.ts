import { getTickets, postTicket } from "@/lib/web/operations/tickets";
import { restRoute } from "@/lib/web/rest-route";

export const { GET, HEAD, POST, PUT, PATCH, DELETE, OPTIONS } = restRoute({ GET: getTickets, POST: postTicket });
