import type { Tx } from "@/db/client";
import { readyFile } from "@/lib/attachments/ready-file";
import { keepFile } from "@/lib/attachments/store-attachment";
import type { Context } from "@/lib/base/context";
import { Invalid } from "@/lib/base/errors";
import type { MessagePart } from "@/lib/mail";
import { keepable } from "./plain-text";

/** Where a mail's files belong. */
type FilePlace = { ticketId: string; commentId: string | null; isInternal: boolean };

/**
 * A mail's files, each by the rules that hold for all files. One that may not be kept never holds up its mail: it stays in the raw
 * mail, and its name is answered.
 */
export async function keepAttachments(
  ctx: Context,
  tx: Tx,
  place: FilePlace,
  parts: readonly MessagePart[],
): Promise<string[]> {
  const left: string[] = [];
  for (const part of parts) {
    const name = keepable(part.filename ?? part.contentType);
    try {
      await keepFile(ctx, tx, place, await readyFile(name, Buffer.from(part.content)));
    } catch (fault) {
      if (!(fault instanceof Invalid)) throw fault;
      left.push(name);
    }
  }
  return left;
}
