import * as z from "zod";
import { visibilities } from "@/db/words";
import { NotFound } from "@/lib/base/errors";
import { addAttachment } from "@/lib/tickets/add-attachment";
import { getAttachment, listAttachments } from "@/lib/tickets/list-attachments";
import { endpoint } from "../api";
import { fileHeaders } from "../file-response";
import { AttachmentAnswer, presentAttachment } from "../present/attachment";
import { TicketAnswer } from "../present/ticket";
import { multipart, type ReceivedFile } from "../receive-files";
import { ByReference, referenceIn, versionOf } from "./by-reference";
import { ticketNow } from "./tickets";

const File = z.custom<ReceivedFile>((given) => given !== undefined, "errors.fields.missing");
const Upload = z.object({
  file: File.meta({ type: "string", format: "binary" }),
  visibility: z.enum(visibilities).default("public"),
});

export const postAttachment = endpoint({
  summary: "api.operation.attach",
  scope: "write",
  params: ByReference,
  body: Upload,
  bodyType: multipart,
  answer: TicketAnswer,
  status: 201,
  creates: true,
  versioned: true,
  run: async (ctx, { params, body: { file, visibility }, ifMatch }) => {
    const reference = referenceIn(params);
    await addAttachment(ctx, { reference, ...file, visibility, ...versionOf(ifMatch) });
    return ticketNow(ctx, reference);
  },
});

export const getAttachments = endpoint({
  summary: "api.operation.attachments",
  scope: "read",
  params: ByReference,
  answer: z.object({ items: z.array(AttachmentAnswer) }),
  run: async (ctx, { params }) => {
    const reference = referenceIn(params);
    const files = await listAttachments(ctx, reference);
    return { body: { items: files.map((file) => presentAttachment(ctx, reference, file)) } };
  },
});

export const getOneAttachment = endpoint({
  summary: "api.operation.attachment",
  scope: "read",
  params: ByReference.extend({ id: z.string() }),
  answerType: "application/octet-stream",
  run: async (ctx, { params: { id, ...params } }) => {
    const reference = referenceIn(params);
    if (!z.uuid().safeParse(id).success) throw new NotFound();
    const file = await getAttachment(ctx, id, { reference });
    return { body: new Uint8Array(file.content), headers: fileHeaders(file) };
  },
});
