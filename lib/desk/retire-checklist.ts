import { and, eq, isNull, sql } from "drizzle-orm";
import { checklists } from "@/db/schema/ticket-work";
import { type Context, inTransaction } from "@/lib/base/context";
import { NotFound } from "@/lib/base/errors";
import { requireMay } from "@/lib/base/may";
import { record } from "@/lib/history/record";

/** It stands on no ticket any more and holds none back; what was ticked is kept. NotFound where there is none in use. */
export async function retireChecklist(ctx: Context, { slug }: { slug: string }): Promise<void> {
  requireMay(ctx, "desk:edit");
  await inTransaction(ctx, async (tx) => {
    const isInUse = and(eq(checklists.organisationId, ctx.organisation.id), isNull(checklists.closedAt));
    const [retired] = await tx
      .update(checklists)
      .set({ closedAt: ctx.now, version: sql`${checklists.version} + 1` })
      .where(and(isInUse, eq(checklists.slug, slug)))
      .returning({ name: checklists.name });
    if (!retired) throw new NotFound();
    await record(ctx, tx, "desk.checklistRetired", { kind: "checklist", id: slug }, retired);
  });
}
