import { postDuplicate } from "@/lib/web/operations/ticket-acts";
import { restRoute } from "@/lib/web/rest-route";

export const { GET, HEAD, POST, PUT, PATCH, DELETE, OPTIONS } = restRoute({ POST: postDuplicate });
