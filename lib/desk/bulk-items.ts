import { and, asc, eq } from "drizzle-orm";
import type { Tx } from "@/db/client";
import { bulkItems, type StoredSentence } from "@/db/schema/desk-work";
import { tickets } from "@/db/schema/tickets";
import { type Context, type HeldLetter, inTransaction } from "@/lib/base/context";
import { DomainError, Invalid, VersionMismatch } from "@/lib/base/errors";
import { log } from "@/lib/base/log";
import { actOn, undoInput } from "./bulk-acts";
import type { BulkRun } from "./internal";

export type BulkItem = typeof bulkItems.$inferSelect;

export function itemsOf(tx: Tx, runId: string, state?: BulkItem["state"]): Promise<BulkItem[]> {
  const ofRun = eq(bulkItems.runId, runId);
  return tx
    .select()
    .from(bulkItems)
    .where(state ? and(ofRun, eq(bulkItems.state, state)) : ofRun)
    .orderBy(asc(bulkItems.position));
}

/** Does the act on one ticket and says so in the same transaction; one that stops is passed by, and says why. */
export async function settleItem(ctx: Context, run: BulkRun, item: BulkItem): Promise<void> {
  const why = await carryOut(ctx, run, item).then(() => null, whyNot);
  if (why) await passBy(ctx, item, why);
}

/** The same, taken back at once: what would stop it, or null. No letter, no history, no job comes of it. */
export async function rehearse(ctx: Context, run: BulkRun, item: BulkItem): Promise<StoredSentence | null> {
  const rehearsed = new Error("rehearsed");
  const act = inTransaction(ctx, async (tx) => {
    await carryOut({ ...ctx, tx }, run, item);
    throw rehearsed;
  });
  return act.then(
    () => null,
    (fault) => (fault === rehearsed ? null : whyNot(fault)),
  );
}

async function carryOut(ctx: Context, run: BulkRun, item: BulkItem): Promise<void> {
  await inTransaction(ctx, async (tx) => {
    const isPending = and(eq(bulkItems.id, item.id), eq(bulkItems.state, "pending"));
    const claim = { state: "done", why: null, settledAt: ctx.now } as const;
    const [claimed] = await tx.update(bulkItems).set(claim).where(isPending).returning({ id: bulkItems.id });
    // Somebody else has settled it meanwhile: the worker, after the one who began went away, or the other way round.
    if (!claimed || !item.ticketId || item.version === null) return;
    const heldLetters: HeldLetter[] = [];
    const back = await undoInput(tx, run.act, item.ticketId);
    const on = { reference: item.reference, version: item.version };
    await actOn({ ...ctx, tx, heldLetters }, run.act, on, { ...run.input, ...item.input });
    const undo = back && { input: back, version: await versionOf(tx, item.ticketId) };
    await tx.update(bulkItems).set({ undo, letters: heldLetters }).where(eq(bulkItems.id, item.id));
  });
}

async function versionOf(tx: Tx, ticketId: string): Promise<number> {
  const [row] = await tx.select({ version: tickets.version }).from(tickets).where(eq(tickets.id, ticketId));
  return row?.version ?? 0;
}

async function passBy(ctx: Context, item: BulkItem, why: StoredSentence): Promise<void> {
  await inTransaction(ctx, (tx) =>
    tx
      .update(bulkItems)
      .set({ state: "skipped", why, settledAt: ctx.now })
      .where(and(eq(bulkItems.id, item.id), eq(bulkItems.state, "pending"))),
  );
}

/** The verb's own sentence; what is no rule's is logged, and one ticket's fault stops no other. */
function whyNot(fault: unknown): StoredSentence {
  if (fault instanceof VersionMismatch) return { key: "bulk.why.changed" };
  if (fault instanceof Invalid) {
    const [first] = fault.fields;
    return first ? sentence(first.key, first.values) : { key: fault.key };
  }
  if (fault instanceof DomainError) return sentence(fault.key, fault.values);
  log().error({ err: fault }, "one ticket of a bulk run could not be changed");
  return { key: "bulk.why.unexpected" };
}

function sentence(key: string, values: Record<string, string | number | Date> = {}): StoredSentence {
  const plain = Object.entries(values).map(([name, value]) => [
    name,
    typeof value === "number" ? value : String(value),
  ]);
  return { key, values: Object.fromEntries(plain) };
}
