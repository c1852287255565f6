import { getAttachments, postAttachment } from "@/lib/web/operations/attachments";
import { restRoute } from "@/lib/web/rest-route";

export const { GET, HEAD, POST, PUT, PATCH, DELETE, OPTIONS } = restRoute({
  GET: getAttachments,
  POST: postAttachment,
});
