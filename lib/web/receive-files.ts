import { Readable } from "node:stream";
import { pipeline } from "node:stream/promises";
import busboy from "busboy";
import { limits } from "@/lib/attachments/limits";
import { Invalid } from "@/lib/base/errors";
import { hashOf } from "@/lib/base/ids";
import { ApiRefusal } from "./api-refusal";

export const multipart = "multipart/form-data";

export type ReceivedFile = { name: string; content: Buffer };
type Received = { files: ReceivedFile[]; fields: Record<string, string> };

const fieldBytes = 2000;

/**
 * Reads a multipart form as it comes: what passes a file's limit is let go of at once and never kept. Refuses other bodies (415), a
 * file that is too large (413), too many of them and what is no form (400).
 */
export async function receiveFiles(request: Request): Promise<Received> {
  const type = request.headers.get("content-type") ?? "";
  if (!type.toLowerCase().startsWith(multipart) || !request.body) throw ApiRefusal.bodyType(multipart);
  const received: Received = { files: [], fields: {} };
  const form = formFrom(type);
  let refusal: Error | null = null;
  form.on("field", (name, value) => {
    if (name === "visibility" || name === "back") received.fields[name] = value;
  });
  form.on("filesLimit", () => {
    refusal ??= new Invalid([{ path: "file", key: "attachments.errors.tooMany" }]);
  });
  form.on("file", (_, stream, { filename }) => {
    const chunks: Buffer[] = [];
    stream.on("data", (chunk: Buffer) => {
      if (!refusal) chunks.push(chunk);
    });
    stream.on("limit", () => {
      refusal ??= ApiRefusal.tooLarge();
      chunks.length = 0;
    });
    stream.on("close", () => {
      // A form without a chosen file sends an empty one without a name.
      if (filename || chunks.length > 0) received.files.push({ name: filename ?? "", content: Buffer.concat(chunks) });
    });
  });
  // Half a form, or none: what was sent could not be read.
  await pipeline(Readable.fromWeb(request.body as Parameters<typeof Readable.fromWeb>[0]), form).catch(() => {
    refusal ??= new Invalid([{ path: "file", key: "errors.fields.wrongKind" }]);
  });
  if (refusal) throw refusal;
  return received;
}

function formFrom(type: string): busboy.Busboy {
  const most = { fileSize: limits.fileBytes, files: limits.filesAtOnce, fields: 10, fieldSize: fieldBytes, parts: 40 };
  try {
    return busboy({ headers: { "content-type": type }, defParamCharset: "utf8", limits: { ...most, headerPairs: 50 } });
  } catch {
    throw new Invalid([{ path: "file", key: "errors.fields.wrongKind" }]);
  }
}

/** One file and what is said of it, as REST takes it. A repeat is known by the content's hash, not by its millions of bytes. */
export async function readUpload(request: Request): Promise<unknown> {
  const { files, fields } = await receiveFiles(request);
  if (files.length > 1) throw new Invalid([{ path: "file", key: "attachments.errors.oneAtATime" }]);
  const [file] = files;
  if (!file) return fields;
  Object.defineProperty(file.content, "toJSON", { value: () => hashOf(file.content.toString("base64")) });
  return { ...fields, file };
}
