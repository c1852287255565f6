import { bulkItems, bulkRuns } from "@/db/schema/desk-work";
import { type Context, inTransaction } from "@/lib/base/context";
import { Conflict, RuleBroken } from "@/lib/base/errors";
import { newId } from "@/lib/base/ids";
import { enqueue } from "@/lib/queue/enqueue";
import { undoable } from "./bulk-acts";
import { itemsOf } from "./bulk-items";
import type { OnRun } from "./bulk-schema";
import { runOrThrow } from "./internal";
import { goThrough, mostWhileWaiting } from "./run-bulk";

/**
 * Gives every ticket of a run back what it had, as a run of its own by the same verbs; what has changed since is passed by and says
 * so. Once, and only for what can be given back: assignee and sorting. Conflict where it has been undone already.
 */
export async function undoBulk(ctx: Context, { id }: OnRun): Promise<{ id: string }> {
  const run = await inTransaction(ctx, async (tx) => {
    const done = await runOrThrow(ctx, tx, id);
    if (done.status !== "done" || done.undoOf || !undoable.includes(done.act))
      throw new RuleBroken("bulk.errors.noUndo");
    const own = { id: newId(), organisationId: ctx.organisation.id, personId: done.personId, undoOf: done.id };
    const [back] = await tx
      .insert(bulkRuns)
      .values({
        ...own,
        ...{ act: done.act, input: {}, status: "running", returnTo: done.returnTo },
        ...{ createdAt: ctx.now, startedAt: ctx.now },
      })
      .onConflictDoNothing()
      .returning();
    if (!back) throw new Conflict("bulk.errors.undone");
    const items = (await itemsOf(tx, id, "done")).flatMap(({ undo, ...item }) => (undo ? [{ item, undo }] : []));
    for (const { item, undo } of items) {
      const { position, ticketId, reference } = item;
      const row = { id: newId(), organisationId: ctx.organisation.id, runId: back.id, position, ticketId, reference };
      await tx.insert(bulkItems).values({ ...row, ...undo });
    }
    await enqueue(ctx, tx, "desk.run_bulk", { runId: back.id });
    return { ...back, count: items.length };
  });
  if (run.count <= mostWhileWaiting) await goThrough(ctx, run);
  return { id: run.id };
}
