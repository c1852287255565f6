import { and, eq } from "drizzle-orm";
import type { Tx } from "@/db/client";
import { cannedAnswers } from "@/db/schema/ticket-work";
import { type Context, inTransaction } from "@/lib/base/context";
import { Invalid, NotFound } from "@/lib/base/errors";
import { newId } from "@/lib/base/ids";
import { may, personOf, requireMay } from "@/lib/base/may";
import { record } from "@/lib/history/record";
import { unknownFields } from "./fill-answer";
import { within } from "./list-answers";
import type { SaveAnswer } from "./schema";

/** A canned answer, new or changed: one's own by any agent, everyone's by those who set up the desk. Invalid at a text with a field that there is none of. */
export async function saveAnswer(ctx: Context, input: SaveAnswer): Promise<{ id: string }> {
  requireMay(ctx, input.isShared ? "desk:edit" : "answer:save");
  requireKnownFields(input);
  return inTransaction(ctx, async (tx) => {
    const { name, sv, en = null } = input;
    const ownerId = input.isShared ? null : personOf(ctx).personId;
    const words = { name, sv, en, ownerId, updatedAt: ctx.now };
    const id = input.id ?? newId();
    if (input.id) {
      await changeableOrThrow(ctx, tx, input.id);
      await tx.update(cannedAnswers).set(words).where(eq(cannedAnswers.id, id));
    } else await tx.insert(cannedAnswers).values({ id, organisationId: ctx.organisation.id, ...words });
    await record(ctx, tx, "desk.answerSaved", { kind: "answer", id }, { name, isShared: input.isShared });
    return { id };
  });
}

/** It is no longer offered; what was sent with it stays. */
export async function removeAnswer(ctx: Context, { id }: { id: string }): Promise<void> {
  if (!may(ctx.actor, "answer:save")) requireMay(ctx, "desk:edit");
  await inTransaction(ctx, async (tx) => {
    await changeableOrThrow(ctx, tx, id);
    await tx.update(cannedAnswers).set({ removedAt: ctx.now }).where(eq(cannedAnswers.id, id));
    await record(ctx, tx, "desk.answerRemoved", { kind: "answer", id });
  });
}

/** Locked. Another's own answer is not there; everyone's takes the right to set up the desk. */
async function changeableOrThrow(ctx: Context, tx: Tx, id: string): Promise<void> {
  const [found] = await tx
    .select({ ownerId: cannedAnswers.ownerId })
    .from(cannedAnswers)
    .where(and(within(ctx), eq(cannedAnswers.id, id)))
    .for("update");
  if (!found) throw new NotFound();
  if (found.ownerId === null) requireMay(ctx, "desk:edit");
}

function requireKnownFields(input: SaveAnswer): void {
  for (const path of ["sv", "en"] as const) {
    const [field] = unknownFields(input[path] ?? "");
    if (field !== undefined) throw new Invalid([{ path, key: "deskTicket.errors.answerField", values: { field } }]);
  }
}
