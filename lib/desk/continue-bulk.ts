import { and, eq } from "drizzle-orm";
import { bulkItems, bulkRuns } from "@/db/schema/desk-work";
import { persons } from "@/db/schema/people";
import { type Context, inTransaction, read } from "@/lib/base/context";
import { NotFound } from "@/lib/base/errors";
import { requireMay } from "@/lib/base/may";
import { contextOfPerson } from "@/lib/people/context-of-person";
import { finishBulk } from "./finish-bulk";
import type { BulkRun } from "./internal";
import { goThrough } from "./run-bulk";

/**
 * The worker's part: goes on with a run where it stands, as the person who began it and with the rights they have now. Where they
 * may no longer sign in, what is left is passed by.
 */
export async function continueBulk(ctx: Context, runId: string): Promise<void> {
  requireMay(ctx, "ticket:work");
  const found = await read(ctx, async (tx) => {
    const [row] = await tx
      .select({ run: bulkRuns, email: persons.email })
      .from(bulkRuns)
      .innerJoin(persons, eq(persons.id, bulkRuns.personId))
      .where(and(eq(bulkRuns.organisationId, ctx.organisation.id), eq(bulkRuns.id, runId)));
    return row;
  });
  if (found?.run.status !== "running") return;
  const person = await contextOfPerson(found.email, ctx.request, ctx.organisation.slug).catch(nullWhenGone);
  if (person) return goThrough({ ...person, now: ctx.now }, found.run);
  await passAllBy(ctx, found.run);
  await finishBulk(ctx, found.run);
}

async function passAllBy(ctx: Context, run: BulkRun): Promise<void> {
  await inTransaction(ctx, (tx) =>
    tx
      .update(bulkItems)
      .set({ state: "skipped", why: { key: "bulk.why.personGone" }, settledAt: ctx.now })
      .where(and(eq(bulkItems.runId, run.id), eq(bulkItems.state, "pending"))),
  );
}

function nullWhenGone(fault: unknown): null {
  if (fault instanceof NotFound) return null;
  throw fault;
}
