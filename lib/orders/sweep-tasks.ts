import { and, eq, isNotNull, lte, or } from "drizzle-orm";
import { tasks } from "@/db/schema/orders";
import { type Context, inTransaction } from "@/lib/base/context";
import { resumeTasks } from "./advance";

/** Sets going what waits for its next attempt and what a dead worker left; `deadWorkers` decides who is dead. */
export async function sweepTasks(ctx: Context, isDead: (workerId: string) => Promise<boolean>): Promise<void> {
  await inTransaction(ctx, async (tx) => {
    const found = await tx
      .select({ id: tasks.id, status: tasks.status, claimedBy: tasks.claimedBy })
      .from(tasks)
      .where(
        and(
          eq(tasks.organisationId, ctx.organisation.id),
          or(
            and(eq(tasks.status, "waiting"), isNotNull(tasks.nextAttemptAt), lte(tasks.nextAttemptAt, ctx.now)),
            and(eq(tasks.status, "running"), isNotNull(tasks.claimedBy)),
          ),
        ),
      )
      .limit(500)
      .for("update", { skipLocked: true });
    const ids: string[] = [];
    for (const task of found) {
      if (task.status === "waiting" || (task.claimedBy && (await isDead(task.claimedBy)))) ids.push(task.id);
    }
    await resumeTasks(ctx, tx, ids);
  });
}
