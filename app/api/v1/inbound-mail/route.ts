import { postInboundMail } from "@/lib/web/operations/inbound-mail";
import { restRoute } from "@/lib/web/rest-route";

export const { GET, HEAD, POST, PUT, PATCH, DELETE, OPTIONS } = restRoute({ POST: postInboundMail });
