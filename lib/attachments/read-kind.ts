import { fileTypeFromBuffer } from "file-type";
import { type FileKind, kindOfEnding, kindOfType } from "./file-kinds";
import { limits } from "./limits";
import { parted } from "./safe-name";
import { zipEntries } from "./zip-entries";

/** Why a file is not taken; each is a sentence under attachments.errors. */
export type FileFault =
  | "empty"
  | "tooLarge"
  | "type"
  | "archive"
  | "macros"
  | "mismatch"
  | "unfolds"
  | "pixels"
  | "broken";

/** What a file is by its content; what it is called only tells one text from another, and may not claim to be something else. */
export async function readKind(name: string, content: Buffer): Promise<FileKind | FileFault> {
  if (content.length === 0) return "empty";
  if (content.length > limits.fileBytes) return "tooLarge";
  // A container that the reader cannot follow is not one that we take.
  const found = await fileTypeFromBuffer(content).catch(() => ({ mime: "application/unreadable" }));
  const claimed = kindOfEnding(parted(name).ending.toLowerCase());
  const kind = found ? kindOfType(found.mime) : textKind(content, claimed);
  if (!kind) return refused(found?.mime ?? "text/html");
  const fault = kind.way === "packed" ? faultInside(content) : null;
  if (fault) return fault;
  return claimed && !agree(claimed, kind) ? "mismatch" : kind;
}

/** A picture called by another picture's ending gets its own; everything else must be what it is called. */
function agree(claimed: FileKind, kind: FileKind): boolean {
  const areImages = claimed.type.startsWith("image/") && kind.type.startsWith("image/");
  return areImages || claimed.type === kind.type;
}

function refused(type: string): FileFault {
  if (/macroenabled/i.test(type)) return "macros";
  return /zip|rar|7z|tar|compress|x-xz|x-cfb|lz|cab-|arj|apache.arrow/.test(type) ? "archive" : "type";
}

function faultInside(content: Buffer): FileFault | null {
  const entries = zipEntries(content, limits.packedEntries);
  if (!entries || entries.reduce((sum, { unpacked }) => sum + unpacked, 0) > limits.unpackedBytes) return "unfolds";
  return entries.some(({ name }) => /vbaProject|^Basic\/|^Scripts\//i.test(name)) ? "macros" : null;
}

/** Text is what has no magic number and nothing but text in it; markup that a browser would run is not taken as text. */
function textKind(content: Buffer, claimed: FileKind | undefined): FileKind | undefined {
  const start = content.toString("latin1", 0, 4096).replace(/^(\xef\xbb\xbf|\s)+/, "");
  if (!isText(content) || isMarkup(start)) return undefined;
  return claimed?.way === "text" ? claimed : kindOfType("text/plain");
}

const isMarkup = (start: string) =>
  /^<(!doctype|!--|\?xml|html|head|body|script|svg|iframe|meta|img|a |div|style|math|object|embed)/i.test(start);

function isText(content: Buffer): boolean {
  const isWide = content.length > 1 && [0xfffe, 0xfeff].includes(content.readUInt16BE(0));
  // biome-ignore lint/suspicious/noControlCharactersInRegex: control characters are what is looked for
  return isWide || !/[\x00-\x08\x0b\x0e-\x1a\x1c-\x1f\x7f]/.test(content.toString("latin1"));
}
