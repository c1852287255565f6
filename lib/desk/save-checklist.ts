import { eq, sql } from "drizzle-orm";
import { checklists } from "@/db/schema/ticket-work";
import { type Context, inTransaction } from "@/lib/base/context";
import { Conflict, Invalid } from "@/lib/base/errors";
import { newId } from "@/lib/base/ids";
import { requireMay } from "@/lib/base/may";
import { record } from "@/lib/history/record";
import type { SaveChecklist } from "./schema";

/**
 * A checklist by its slug, new or changed, and in use again if it was retired; by those who set up the desk. What was ticked keeps its
 * words. Invalid at `name` where there must be none yet and is; Conflict where another saved after `basedOn` was read.
 */
export async function saveChecklist(ctx: Context, input: SaveChecklist): Promise<void> {
  requireMay(ctx, "desk:edit");
  await inTransaction(ctx, async (tx) => {
    const { slug, basedOn, ...words } = input;
    const insert = tx.insert(checklists).values({ id: newId(), organisationId: ctx.organisation.id, slug, ...words });
    const set = { ...words, closedAt: null, version: sql`${checklists.version} + 1` };
    const isRead = basedOn === undefined ? {} : { setWhere: eq(checklists.version, basedOn) };
    const target = [checklists.organisationId, checklists.slug];
    const written =
      basedOn === 0 ? insert.onConflictDoNothing({ target }) : insert.onConflictDoUpdate({ target, set, ...isRead });
    const [saved] = await written.returning({ id: checklists.id });
    if (!saved && basedOn === 0) throw new Invalid([{ path: "name", key: "deskTicket.errors.checklistTaken" }]);
    if (!saved) throw new Conflict();
    await record(ctx, tx, "desk.checklistSaved", { kind: "checklist", id: slug }, { name: input.name });
  });
}
