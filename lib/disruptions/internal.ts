import { and, eq, sql } from "drizzle-orm";
import type { Tx } from "@/db/client";
import { disruptionMessages, disruptions } from "@/db/schema/disruptions";
import type { DisruptionMessageKind } from "@/db/words";
import type { Context } from "@/lib/base/context";
import { NotFound, RuleBroken, VersionMismatch } from "@/lib/base/errors";
import { newId } from "@/lib/base/ids";
import type { Bilingual } from "@/lib/base/language";
import { personOf } from "@/lib/base/may";
import { record } from "@/lib/history/record";

export type DisruptionRow = typeof disruptions.$inferSelect;

const isIt = (ctx: Context, id: string) =>
  and(eq(disruptions.organisationId, ctx.organisation.id), eq(disruptions.id, id));

export async function disruptionOrThrow(ctx: Context, tx: Tx, id: string, lock = false): Promise<DisruptionRow> {
  const query = tx.select().from(disruptions).where(isIt(ctx, id));
  const [found] = await (lock ? query.for("update") : query);
  if (!found) throw new NotFound();
  return found;
}

/** Locked, as it was read and still going on; of two who act on the same one the second gets VersionMismatch or RuleBroken. */
export async function ongoingToChange(
  ctx: Context,
  tx: Tx,
  { id, version }: { id: string; version: number },
): Promise<DisruptionRow> {
  const row = await disruptionOrThrow(ctx, tx, id, true);
  if (row.endedAt) throw new RuleBroken("disruptions.alreadyEnded");
  if (row.version !== version) throw new VersionMismatch();
  return row;
}

export async function changeDisruption(
  tx: Tx,
  { id }: { id: string },
  changes: Partial<typeof disruptions.$inferInsert>,
): Promise<void> {
  await tx
    .update(disruptions)
    .set({ ...changes, version: sql`${disruptions.version} + 1` })
    .where(eq(disruptions.id, id));
}

export async function say(
  ctx: Context,
  tx: Tx,
  disruptionId: string,
  kind: DisruptionMessageKind,
  text: Bilingual,
): Promise<void> {
  const by = personOf(ctx).personId;
  await tx.insert(disruptionMessages).values({
    ...{ id: newId(), organisationId: ctx.organisation.id, disruptionId, kind },
    ...{ text: plain(text), byId: by, at: ctx.now },
  });
}

/** Every act on a disruption, in words that an export can give back. */
export async function write(
  ctx: Context,
  tx: Tx,
  id: string,
  event: `disruptions.${string}`,
  detail: Record<string, unknown> = {},
): Promise<void> {
  await record(ctx, tx, event, { kind: "disruption", id }, detail);
}

/** An empty English text is none. */
export const plain = ({ sv, en }: Bilingual) => ({ sv, ...(en ? { en } : {}) });
