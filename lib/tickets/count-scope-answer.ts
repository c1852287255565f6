import { scopeAnswers } from "@/db/schema/requests";
import { type Context, inTransaction } from "@/lib/base/context";
import { newId } from "@/lib/base/ids";
import { requireMay } from "@/lib/base/may";
import type { CountScopeAnswer } from "./report-schema";

/**
 * Somebody was answered that the desk does not help with this (A12, B2, B6), and what to do instead. Counted once a form, and
 * without a name: it is a figure, not an act, so the history that names people knows nothing of it.
 */
export async function countScopeAnswer(ctx: Context, input: CountScopeAnswer): Promise<void> {
  requireMay(ctx, "ticket:open");
  await inTransaction(ctx, (tx) =>
    tx
      .insert(scopeAnswers)
      .values({ id: newId(), organisationId: ctx.organisation.id, ...input, createdAt: ctx.now })
      .onConflictDoNothing(),
  );
}
