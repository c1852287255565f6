import { and, asc, desc, eq, gt, inArray, lt } from "drizzle-orm";
import { history } from "@/db/schema/history";
import { type Context, read } from "@/lib/base/context";
import { requireMay, type Subject } from "@/lib/base/may";

export type HistoryRow = Omit<typeof history.$inferSelect, "organisationId">;

type Asked = {
  /** The reference that an order and its ticket share. */
  reference: string;
  /** Where it lies, so that only its own agents read it. */
  subject: Subject;
  newestFirst?: boolean;
  /** The last row's id of the page before. */
  cursor?: number | undefined;
  limit: number;
};

/** Every act on an order and its ticket, for agents: a page by keyset on the row's id; `next` is the next page's cursor or null. */
export function listHistory(ctx: Context, asked: Asked): Promise<{ items: HistoryRow[]; next: number | null }> {
  requireMay(ctx, "ticket:work", asked.subject);
  const { reference, newestFirst = false, cursor, limit } = asked;
  const after = newestFirst ? lt : gt;
  return read(ctx, async (tx) => {
    const rows = await tx
      .select()
      .from(history)
      .where(
        and(
          eq(history.organisationId, ctx.organisation.id),
          inArray(history.objectKind, ["order", "ticket"]),
          eq(history.objectId, reference),
          cursor === undefined ? undefined : after(history.id, cursor),
        ),
      )
      .orderBy(newestFirst ? desc(history.id) : asc(history.id))
      .limit(limit + 1);
    const items = rows.slice(0, limit).map(({ organisationId: _, ...row }) => row);
    return { items, next: rows.length > limit ? (items.at(-1)?.id ?? null) : null };
  });
}
