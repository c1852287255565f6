import { and, eq } from "drizzle-orm";
import { bulkRuns } from "@/db/schema/desk-work";
import { type Context, inTransaction, read } from "@/lib/base/context";
import { Conflict } from "@/lib/base/errors";
import { enqueue } from "@/lib/queue/enqueue";
import { itemsOf, settleItem } from "./bulk-items";
import type { OnRun } from "./bulk-schema";
import { finishBulk } from "./finish-bulk";
import { type BulkRun, runOrThrow } from "./internal";

/** As many are done while the person waits; more are the worker's. */
export const mostWhileWaiting = 20;

/**
 * Begins a run that has been looked at. Its job is written in the same transaction, so that it goes on by itself wherever it is
 * interrupted; a short one is done here and now as well. Conflict where it has begun already.
 */
export async function runBulk(ctx: Context, { id }: OnRun): Promise<void> {
  const { run, count } = await inTransaction(ctx, async (tx) => {
    const own = await runOrThrow(ctx, tx, id);
    const [begun] = await tx
      .update(bulkRuns)
      .set({ status: "running", startedAt: ctx.now })
      .where(and(eq(bulkRuns.id, own.id), eq(bulkRuns.status, "prepared")))
      .returning();
    if (!begun) throw new Conflict("bulk.errors.begun");
    await enqueue(ctx, tx, "desk.run_bulk", { runId: id });
    return { run: begun, count: (await itemsOf(tx, id)).length };
  });
  if (count <= mostWhileWaiting) await goThrough(ctx, run);
}

/** Ticket by ticket, each in a transaction of its own; what has been settled is never taken up again. */
export async function goThrough(ctx: Context, run: BulkRun): Promise<void> {
  const pending = await read(ctx, (tx) => itemsOf(tx, run.id, "pending"));
  for (const item of pending) await settleItem(ctx, run, item);
  await finishBulk(ctx, run);
}
