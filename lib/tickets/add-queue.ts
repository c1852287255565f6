import { and, eq, isNull } from "drizzle-orm";
import { units } from "@/db/schema/people";
import { queues } from "@/db/schema/tickets";
import { type Context, inTransaction } from "@/lib/base/context";
import { Invalid, NotFound } from "@/lib/base/errors";
import { newId } from "@/lib/base/ids";
import { requireMay } from "@/lib/base/may";
import { slugOf } from "@/lib/base/slug-of";
import { record } from "@/lib/history/record";
import type { AddQueue } from "./schema";

/** A queue of the whole organisation, which can own nothing until somebody works it. Invalid at `name` where there is one of that name. */
export async function addQueue(ctx: Context, { name, line }: AddQueue): Promise<{ slug: string }> {
  requireMay(ctx, "desk:edit");
  return inTransaction(ctx, async (tx) => {
    const [root] = await tx
      .select({ id: units.id })
      .from(units)
      .where(and(eq(units.organisationId, ctx.organisation.id), isNull(units.parentId)));
    if (!root) throw new NotFound();
    const slug = slugOf(name, "queue");
    const [added] = await tx
      .insert(queues)
      .values({ id: newId(), organisationId: ctx.organisation.id, slug, name, line, unitId: root.id })
      .onConflictDoNothing()
      .returning({ id: queues.id });
    if (!added) throw new Invalid([{ path: "name", key: "tickets.errors.nameTaken" }]);
    await record(ctx, tx, "tickets.queueAdded", { kind: "queue", id: slug }, { name, line });
    return { slug };
  });
}
