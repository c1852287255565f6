import { and, asc, desc, eq, gt, lt } from "drizzle-orm";
import { ticketViews } from "@/db/schema/desk-work";
import { type Context, inTransaction } from "@/lib/base/context";
import { viewOrThrow } from "./internal";
import type { MoveView } from "./view-schema";

/** One place up or down among one's own views; at the end of the list it stays. */
export async function moveView(ctx: Context, { id, direction }: MoveView): Promise<void> {
  await inTransaction(ctx, async (tx) => {
    const { personId, position } = await viewOrThrow(ctx, tx, id);
    const { position: at } = ticketViews;
    const beyond = direction === "up" ? lt(at, position) : gt(at, position);
    const [neighbour] = await tx
      .select({ id: ticketViews.id, position: at })
      .from(ticketViews)
      .where(and(eq(ticketViews.personId, personId), beyond))
      .orderBy(direction === "up" ? desc(at) : asc(at))
      .limit(1)
      .for("update");
    if (!neighbour) return;
    await tx.update(ticketViews).set({ position }).where(eq(ticketViews.id, neighbour.id));
    await tx.update(ticketViews).set({ position: neighbour.position }).where(eq(ticketViews.id, id));
  });
}
