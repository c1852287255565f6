import { and, count, eq, max } from "drizzle-orm";
import { ticketViews } from "@/db/schema/desk-work";
import { type Context, inTransaction } from "@/lib/base/context";
import { Invalid, RuleBroken } from "@/lib/base/errors";
import { newId } from "@/lib/base/ids";
import { requireDesk } from "@/lib/tickets/works-desk";
import type { SaveView } from "./view-schema";

const most = 30;

/** Keeps filters and columns under a name, last in the person's own list; its id. Invalid where they have one of that name. */
export async function saveView(ctx: Context, { name, query, columns }: SaveView): Promise<{ id: string }> {
  return inTransaction(ctx, async (tx) => {
    const { personId } = await requireDesk(ctx, tx);
    const own = and(eq(ticketViews.organisationId, ctx.organisation.id), eq(ticketViews.personId, personId));
    const [there] = await tx
      .select({ n: count(), last: max(ticketViews.position) })
      .from(ticketViews)
      .where(own);
    if ((there?.n ?? 0) >= most) throw new RuleBroken("queue.errors.manyViews", { most });
    const row = { id: newId(), organisationId: ctx.organisation.id, personId, name, query, columns };
    const [saved] = await tx
      .insert(ticketViews)
      .values({ ...row, position: (there?.last ?? 0) + 1, createdAt: ctx.now })
      .onConflictDoNothing()
      .returning({ id: ticketViews.id });
    if (!saved) throw new Invalid([{ path: "name", key: "queue.errors.nameTaken" }]);
    return saved;
  });
}
