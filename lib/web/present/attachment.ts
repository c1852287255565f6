import * as z from "zod";
import { attachmentStates, visibilities } from "@/db/words";
import type { Context } from "@/lib/base/context";
import { routes } from "@/lib/base/routes";
import type { AttachmentView } from "@/lib/tickets/list-attachments";
import { Instant, shownInstant } from "./instant";

export const AttachmentAnswer = z
  .object({
    id: z.uuid(),
    name: z.string(),
    type: z.string(),
    size: z.int(),
    sha256: z.string(),
    visibility: z.enum(visibilities),
    state: z.enum(attachmentStates),
    uploader: z.string().nullable(),
    createdAt: Instant,
    url: z.string(),
  })
  .meta({ id: "Attachment" });

export function presentAttachment(
  ctx: Context,
  reference: string,
  { id, name, type, size, sha256, isInternal, state, uploader, createdAt }: AttachmentView,
): z.output<typeof AttachmentAnswer> {
  const visibility = isInternal ? "internal" : "public";
  const url = routes.api.ticketAttachment(reference, id);
  return { id, name, type, size, sha256, visibility, state, uploader, createdAt: shownInstant(ctx, createdAt), url };
}
