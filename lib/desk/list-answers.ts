import { and, asc, eq, isNull, or } from "drizzle-orm";
import { cannedAnswers } from "@/db/schema/ticket-work";
import { type Context, read } from "@/lib/base/context";
import { personOf } from "@/lib/base/may";

export type Answer = { id: string; name: string; sv: string; en: string | null; isShared: boolean };

/** The desk's canned answers and one's own, by name. */
export function listAnswers(ctx: Context): Promise<Answer[]> {
  return read(ctx, async (tx) => {
    const rows = await tx.select().from(cannedAnswers).where(within(ctx)).orderBy(asc(cannedAnswers.name));
    return rows.map(({ id, name, sv, en, ownerId }) => ({ id, name, sv, en, isShared: ownerId === null }));
  });
}

/** Those that this person may use: everyone's, and their own. */
export function within(ctx: Context) {
  return and(
    eq(cannedAnswers.organisationId, ctx.organisation.id),
    isNull(cannedAnswers.removedAt),
    or(isNull(cannedAnswers.ownerId), eq(cannedAnswers.ownerId, personOf(ctx).personId)),
  );
}
