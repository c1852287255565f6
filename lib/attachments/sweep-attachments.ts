import { and, asc, eq, inArray, lte } from "drizzle-orm";
import { attachments } from "@/db/schema/attachments";
import { type Context, inTransaction } from "@/lib/base/context";
import { enqueue } from "@/lib/queue/enqueue";
import { lostJobMs } from "./store-attachment";

const batch = 100;

/** Files that the scanner did not answer for, or whose job was lost, are inspected again. */
export async function sweepAttachments(ctx: Context): Promise<number> {
  return inTransaction(ctx, async (tx) => {
    const due = await tx
      .select({ id: attachments.id })
      .from(attachments)
      .where(and(eq(attachments.organisationId, ctx.organisation.id), lte(attachments.nextInspectionAt, ctx.now)))
      .orderBy(asc(attachments.nextInspectionAt))
      .limit(batch)
      .for("update", { skipLocked: true });
    const ids = due.map(({ id }) => id);
    if (ids.length === 0) return 0;
    const nextInspectionAt = new Date(ctx.now.getTime() + lostJobMs);
    await tx.update(attachments).set({ nextInspectionAt }).where(inArray(attachments.id, ids));
    for (const attachmentId of ids) await enqueue(ctx, tx, "attachments.inspect", { attachmentId });
    return ids.length;
  });
}
