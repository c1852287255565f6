import { and, eq, gt, sql } from "drizzle-orm";
import type { Tx } from "@/db/client";
import { attachmentContents, attachments } from "@/db/schema/attachments";
import type { Context } from "@/lib/base/context";
import { env } from "@/lib/base/env";
import { Invalid } from "@/lib/base/errors";
import { newId } from "@/lib/base/ids";
import { enqueue } from "@/lib/queue/enqueue";
import { limits } from "./limits";
import { type ReadyFile, readyFile } from "./ready-file";

type AttachmentRow = typeof attachments.$inferSelect;

/** `commentId`: the message it came with, or null for the ticket itself. */
type On = { ticketId: string; commentId: string | null; isInternal: boolean };

const dayMs = 86_400_000;
/** A job that was lost is asked for again. */
export const lostJobMs = 5 * 60_000;

/**
 * Keeps a file with a ticket, in the caller's transaction, and asks for it to be scanned and read. Whoever calls has made sure that
 * the person may; the ticket's row should be locked. Invalid at `content` where type, size, count or the person's share of a day
 * does not allow it.
 */
export async function storeAttachment(
  ctx: Context,
  tx: Tx,
  { name, content, ...on }: On & { name: string; content: Buffer },
): Promise<AttachmentRow> {
  return keepFile(ctx, tx, on, await readyFile(name, content));
}

/** The same for a file that has been looked at before the transaction began. */
export async function keepFile(ctx: Context, tx: Tx, on: On, file: ReadyFile): Promise<AttachmentRow> {
  const uploaderId = ctx.actor.kind === "person" ? ctx.actor.personId : null;
  await requireRoom(ctx, tx, on, file, uploaderId);
  const { content, thumbnail, ...about } = file;
  const row: AttachmentRow = {
    ...{ id: newId(), organisationId: ctx.organisation.id, ...on, ...about, uploaderId },
    ...{ hasThumbnail: thumbnail !== null, state: env().CLAMD ? "held" : "unscanned", finding: null },
    ...{ nextInspectionAt: new Date(ctx.now.getTime() + lostJobMs), inspections: 0, createdAt: ctx.now },
  };
  await tx.insert(attachments).values(row);
  const { id: attachmentId, organisationId } = row;
  await tx.insert(attachmentContents).values({ attachmentId, organisationId, content, thumbnail });
  await enqueue(ctx, tx, "attachments.inspect", { attachmentId });
  return row;
}

async function requireRoom(ctx: Context, tx: Tx, on: On, { size }: ReadyFile, uploaderId: string | null) {
  const ofTicket = await usedBy(tx, and(eq(attachments.ticketId, on.ticketId)));
  const isFull = ofTicket.files >= limits.ticketFiles || ofTicket.bytes + size > limits.ticketBytes;
  if (isFull) throw new Invalid([{ path: "content", key: "attachments.errors.ticketFull" }]);
  if (on.commentId) {
    const { files } = await usedBy(tx, eq(attachments.commentId, on.commentId));
    if (files >= limits.filesAtOnce) throw new Invalid([{ path: "content", key: "attachments.errors.tooMany" }]);
  }
  if (uploaderId === null) return;
  // Counting is no lock: of two uploads at once the second counts when the first has committed.
  await tx.execute(sql`select pg_advisory_xact_lock(hashtextextended(${uploaderId}, 0))`);
  const since = new Date(ctx.now.getTime() - dayMs);
  const ofPerson = await usedBy(tx, and(eq(attachments.uploaderId, uploaderId), gt(attachments.createdAt, since)));
  const isSpent = ofPerson.files >= limits.personFilesADay || ofPerson.bytes + size > limits.personBytesADay;
  if (isSpent) throw new Invalid([{ path: "content", key: "attachments.errors.dayFull" }]);
}

async function usedBy(tx: Tx, which: ReturnType<typeof and>): Promise<{ files: number; bytes: number }> {
  const [used] = await tx
    .select({ files: sql<number>`count(*)::int`, bytes: sql<number>`coalesce(sum(${attachments.size}), 0)::float8` })
    .from(attachments)
    .where(which);
  return used ?? { files: 0, bytes: 0 };
}
