import { and, asc, eq, isNull } from "drizzle-orm";
import { queues } from "@/db/schema/tickets";
import { type Context, read } from "@/lib/base/context";
import { requireDesk } from "@/lib/tickets/works-desk";

/** Every queue that is not closed, by line and name. */
export function listOpenQueues(ctx: Context): Promise<{ slug: string; name: string; line: number }[]> {
  return read(ctx, async (tx) => {
    await requireDesk(ctx, tx);
    return tx
      .select({ slug: queues.slug, name: queues.name, line: queues.line })
      .from(queues)
      .where(and(eq(queues.organisationId, ctx.organisation.id), isNull(queues.closedAt)))
      .orderBy(asc(queues.line), asc(queues.name));
  });
}
