import { and, asc, desc, eq, gt, inArray, lt } from "drizzle-orm";
import { history } from "@/db/schema/history";
import { type Context, read } from "@/lib/base/context";
import { requireMayOnTicket, ticketOrThrow } from "./internal";

export type HistoryRow = Omit<typeof history.$inferSelect, "organisationId">;

type Asked = {
  /** The reference that an order and its ticket share. */
  reference: string;
  newestFirst?: boolean;
  /** The last row's id of the page before. */
  cursor?: number | undefined;
  limit: number;
};

/**
 * Every act on a ticket, and on the order that shares its reference, for those who work on it: a page by keyset on the row's id; `next`
 * is the next page's cursor or null. NotFound when it is hidden or absent.
 */
export function listHistory(ctx: Context, asked: Asked): Promise<{ items: HistoryRow[]; next: number | null }> {
  const { reference, newestFirst = false, cursor, limit } = asked;
  const after = newestFirst ? lt : gt;
  return read(ctx, async (tx) => {
    const ticket = await ticketOrThrow(ctx, tx, reference);
    requireMayOnTicket(ctx, "ticket:work", ticket);
    const rows = await tx
      .select()
      .from(history)
      .where(
        and(
          eq(history.organisationId, ctx.organisation.id),
          inArray(history.objectKind, ["order", "ticket"]),
          eq(history.objectId, ticket.reference),
          cursor === undefined ? undefined : after(history.id, cursor),
        ),
      )
      .orderBy(newestFirst ? desc(history.id) : asc(history.id))
      .limit(limit + 1);
    const items = rows.slice(0, limit).map(({ organisationId: _, ...row }) => row);
    return { items, next: rows.length > limit ? (items.at(-1)?.id ?? null) : null };
  });
}
