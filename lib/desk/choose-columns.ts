import { queueColumns } from "@/db/schema/desk-work";
import { type Context, inTransaction } from "@/lib/base/context";
import { newId } from "@/lib/base/ids";
import { requireDesk } from "@/lib/tickets/works-desk";
import type { ChooseColumns } from "./view-schema";

/** Which columns this person's queue shows where no view of their own says otherwise. */
export async function chooseColumns(ctx: Context, { columns }: ChooseColumns): Promise<void> {
  await inTransaction(ctx, async (tx) => {
    const { personId } = await requireDesk(ctx, tx);
    const row = { id: newId(), organisationId: ctx.organisation.id, personId, columns, updatedAt: ctx.now };
    await tx
      .insert(queueColumns)
      .values(row)
      .onConflictDoUpdate({
        target: [queueColumns.organisationId, queueColumns.personId],
        set: { columns, updatedAt: ctx.now },
      });
  });
}
