import { priorityMatrices } from "@/db/schema/desk";
import { type Context, inTransaction } from "@/lib/base/context";
import { Conflict } from "@/lib/base/errors";
import { newId } from "@/lib/base/ids";
import { requireMay } from "@/lib/base/may";
import { record } from "@/lib/history/record";
import { currentMatrix } from "./priority";
import type { SavePriorityMatrix } from "./schema";

/** Writes a new version of the matrix; open tickets keep their priority. Conflict where another saved after `basedOn` was read. */
export async function savePriorityMatrix(ctx: Context, input: SavePriorityMatrix): Promise<{ version: number }> {
  requireMay(ctx, "desk:edit");
  return inTransaction(ctx, async (tx) => {
    if ((await currentMatrix(ctx, tx)).version !== input.basedOn) throw new Conflict();
    const row = { id: newId(), organisationId: ctx.organisation.id, version: input.basedOn + 1 };
    const [saved] = await tx
      .insert(priorityMatrices)
      .values({ ...row, content: input.matrix, createdAt: ctx.now })
      .onConflictDoNothing()
      .returning({ id: priorityMatrices.id });
    if (!saved) throw new Conflict();
    await record(ctx, tx, "tickets.matrixSaved", { kind: "priority_matrix", id: row.id }, { matrix: input.matrix });
    return { version: row.version };
  });
}
