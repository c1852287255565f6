import { eq } from "drizzle-orm";
import { bulkRuns } from "@/db/schema/desk-work";
import { type Context, read } from "@/lib/base/context";
import { listQueue, type QueueRow } from "@/lib/tickets/list-queue";
import { undoable } from "./bulk-acts";
import { type BulkItem, itemsOf } from "./bulk-items";
import { type BulkRun, runOrThrow } from "./internal";

export type BulkView = {
  run: BulkRun;
  /** Each with its ticket as it stands now, as far as it is still seen. */
  items: { item: BulkItem; row: QueueRow | null }[];
  done: number;
  skipped: number;
  pending: number;
  canUndo: boolean;
  undoneBy: string | null;
};

/** A run of one's own as its page shows it: to be looked at, under way, or with its result. */
export function getBulk(ctx: Context, id: string): Promise<BulkView> {
  return read(ctx, async (tx) => {
    const run = await runOrThrow(ctx, tx, id);
    const items = await itemsOf(tx, id);
    const references = items.flatMap(({ ticketId, reference }) => (ticketId ? [reference] : []));
    const { items: rows } = await listQueue({ ...ctx, tx }, { view: "all", filter: { references } }, { limit: 200 });
    const [undo] = await tx.select({ id: bulkRuns.id }).from(bulkRuns).where(eq(bulkRuns.undoOf, id));
    const count = (state: BulkItem["state"]) => items.filter((item) => item.state === state).length;
    return {
      run,
      items: items.map((item) => ({ item, row: rows.find(({ id: ticketId }) => ticketId === item.ticketId) ?? null })),
      ...{ done: count("done"), skipped: count("skipped"), pending: count("pending") },
      canUndo: run.status === "done" && !run.undoOf && !undo && undoable.includes(run.act) && count("done") > 0,
      undoneBy: undo?.id ?? null,
    };
  });
}
