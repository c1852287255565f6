import { and, eq, inArray } from "drizzle-orm";
import type { Tx } from "@/db/client";
import { bulkItems, bulkRuns } from "@/db/schema/desk-work";
import { tickets } from "@/db/schema/tickets";
import { type Context, inTransaction } from "@/lib/base/context";
import { newId } from "@/lib/base/ids";
import { readable } from "@/lib/tickets/visibility";
import { requireDesk } from "@/lib/tickets/works-desk";
import { type BulkItem, itemsOf, rehearse } from "./bulk-items";
import type { PrepareBulk } from "./bulk-schema";
import type { BulkRun } from "./internal";

/** So many tickets are rehearsed at a time: each holds its row for a moment only. */
const atOnce = 4;

/**
 * Writes down what is to be done with which tickets, and rehearses it on each, so that the preview says what will be passed by and
 * why. Nothing of any ticket changes. A ticket that this person may not see is told as one that is not there.
 */
export async function prepareBulk(
  ctx: Context,
  { act, references, input, from }: PrepareBulk,
): Promise<{ id: string }> {
  const { run, items } = await inTransaction(ctx, async (tx) => {
    const { personId } = await requireDesk(ctx, tx);
    const row = { id: newId(), organisationId: ctx.organisation.id, personId, act, input, createdAt: ctx.now };
    const [written] = await tx
      .insert(bulkRuns)
      .values({ ...row, returnTo: from, status: "prepared" })
      .returning();
    if (!written) throw new Error("the run was not written");
    await tx.insert(bulkItems).values(await itemRows(ctx, tx, written, [...new Set(references)]));
    return { run: written, items: await itemsOf(tx, written.id, "pending") };
  });
  for (let n = 0; n < items.length; n += atOnce) {
    await Promise.all(items.slice(n, n + atOnce).map((item) => foresee(ctx, run, item)));
  }
  return { id: run.id };
}

async function itemRows(ctx: Context, tx: Tx, run: BulkRun, references: string[]) {
  const seen = await tx
    .select({ id: tickets.id, reference: tickets.reference, version: tickets.version })
    .from(tickets)
    .where(and(eq(tickets.organisationId, ctx.organisation.id), inArray(tickets.reference, references), readable(ctx)));
  return references.map((reference, position) => {
    const ticket = seen.find((each) => each.reference === reference);
    const own = { id: newId(), organisationId: ctx.organisation.id, runId: run.id, position, reference };
    if (!ticket) return { ...own, state: "skipped" as const, why: { key: "bulk.why.absent" }, settledAt: ctx.now };
    return { ...own, ticketId: ticket.id, version: ticket.version };
  });
}

async function foresee(ctx: Context, run: BulkRun, item: BulkItem): Promise<void> {
  const why = await rehearse(ctx, run, item);
  if (why) await inTransaction(ctx, (tx) => tx.update(bulkItems).set({ why }).where(eq(bulkItems.id, item.id)));
}
