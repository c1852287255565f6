import { eq } from "drizzle-orm";
import { ticketViews } from "@/db/schema/desk-work";
import { type Context, inTransaction } from "@/lib/base/context";
import { viewOrThrow } from "./internal";
import type { OnView } from "./view-schema";

/** Forgets a view of one's own; no ticket changes by it. */
export async function deleteView(ctx: Context, { id }: OnView): Promise<void> {
  await inTransaction(ctx, async (tx) => {
    await viewOrThrow(ctx, tx, id);
    await tx.delete(ticketViews).where(eq(ticketViews.id, id));
  });
}
