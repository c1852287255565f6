import type { Tx } from "@/db/client";
import type { Context } from "@/lib/base/context";
import type { MessagePart } from "@/lib/mail";

/** Where a mail's files belong. */
export type FilePlace = { ticketId: string; commentId: string | null; isInternal: boolean };

/** The one place where a mail's files leave it. Until attachments have a room of their own they stay, whole, in the raw mail. */
export async function keepAttachments(
  _ctx: Context,
  _tx: Tx,
  _place: FilePlace,
  _parts: readonly MessagePart[],
): Promise<void> {}
