import { createHash } from "node:crypto";
import { Invalid } from "@/lib/base/errors";
import { cleanImage } from "./clean-image";
import { type FileFault, readKind } from "./read-kind";
import { safeName } from "./safe-name";

/** A file that may be kept, with what is known of it. */
export type ReadyFile = {
  name: string;
  type: string;
  size: number;
  sha256: string;
  content: Buffer;
  thumbnail: Buffer | null;
};

/**
 * Looks at a file before any transaction begins: its type by content, its name made safe, its pictures made anew. Invalid at
 * `content` where it cannot be taken, with the sentence that says why.
 */
export async function readyFile(name: string, given: Buffer): Promise<ReadyFile> {
  const kind = await readKind(name, given);
  if (typeof kind === "string") throw notTaken(kind);
  const cleaned = kind.way === "image" ? await cleanImage(kind, given) : { content: given, thumbnail: null };
  if (typeof cleaned === "string") throw notTaken(cleaned);
  const { content, thumbnail } = cleaned;
  const sha256 = createHash("sha256").update(content).digest("hex");
  return { name: safeName(name, kind), type: kind.type, size: content.length, sha256, content, thumbnail };
}

const notTaken = (fault: FileFault) => new Invalid([{ path: "content", key: `attachments.errors.${fault}` }]);
