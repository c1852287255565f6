import { and, asc, eq } from "drizzle-orm";
import { queueColumns, ticketViews } from "@/db/schema/desk-work";
import { type Context, read } from "@/lib/base/context";
import { personOf } from "@/lib/base/may";
import { type ColumnName, knownColumns, usualColumns } from "./queue-column-names";

export type TicketViewRow = { id: string; name: string; query: string; columns: ColumnName[] };

/** How this person has arranged their queue: own views in their order, and the columns wanted where no view says otherwise. */
export function queueArrangement(ctx: Context): Promise<{ views: TicketViewRow[]; columns: ColumnName[] }> {
  const { personId } = personOf(ctx);
  return read(ctx, async (tx) => {
    const views = await tx
      .select()
      .from(ticketViews)
      .where(and(eq(ticketViews.organisationId, ctx.organisation.id), eq(ticketViews.personId, personId)))
      .orderBy(asc(ticketViews.position), asc(ticketViews.createdAt));
    const [own] = await tx.select().from(queueColumns).where(eq(queueColumns.personId, personId));
    return {
      views: views.map(({ id, name, query, columns }) => ({ id, name, query, columns: knownColumns(columns) })),
      columns: own ? knownColumns(own.columns) : [...usualColumns],
    };
  });
}
