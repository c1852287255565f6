import { and, eq, ne } from "drizzle-orm";
import { ticketViews } from "@/db/schema/desk-work";
import { type Context, inTransaction } from "@/lib/base/context";
import { Invalid } from "@/lib/base/errors";
import { viewOrThrow } from "./internal";
import type { RenameView } from "./view-schema";

/** Another name for a view of one's own. Invalid where another of theirs has it. */
export async function renameView(ctx: Context, { id, name }: RenameView): Promise<void> {
  await inTransaction(ctx, async (tx) => {
    const { personId } = await viewOrThrow(ctx, tx, id);
    const same = and(eq(ticketViews.personId, personId), eq(ticketViews.name, name), ne(ticketViews.id, id));
    const [taken] = await tx.select({ id: ticketViews.id }).from(ticketViews).where(same);
    if (taken) throw new Invalid([{ path: "name", key: "queue.errors.nameTaken" }]);
    await tx.update(ticketViews).set({ name }).where(eq(ticketViews.id, id));
  });
}
