import { and, desc, eq, inArray } from "drizzle-orm";
import type { Tx } from "@/db/client";
import { history } from "@/db/schema/history";
import { type Context, inTransaction, read } from "@/lib/base/context";
import { RuleBroken } from "@/lib/base/errors";
import { translator } from "@/lib/base/language";
import { personOf } from "@/lib/base/may";
import { assignTicket } from "@/lib/tickets/assign-ticket";
import { classifyTicket } from "@/lib/tickets/classify-ticket";
import { reopenTicket } from "@/lib/tickets/reopen-ticket";
import { unmergeTicket } from "@/lib/tickets/unmerge-ticket";
import { workedTicket } from "./internal";

/** Acts with a way back, and for how many minutes it is offered. What a letter has told is taken back soon or not at all. */
const ways = {
  "tickets.assigned": 10,
  "tickets.classified": 10,
  "tickets.resolved": 1,
  "tickets.merged": 10,
  "tickets.duplicate": 10,
} as const;
type Undoable = keyof typeof ways;

const minuteMs = 60_000;

type LastAct = { event: Undoable; detail: Record<string, unknown> };

/** One's own last act on the ticket where it can still be taken back and nothing has come after it; else null. */
export function findUndoable(ctx: Context, reference: string): Promise<Undoable | null> {
  return read(ctx, async (tx) => (await lastAct(ctx, tx, reference))?.event ?? null);
}

/** Does the reverse of one's own last act by the verb for it. RuleBroken where something has happened since, or it is too late. */
export async function undoLastAct(ctx: Context, { reference }: { reference: string }): Promise<{ event: Undoable }> {
  return inTransaction(ctx, async (tx) => {
    const inside = { ...ctx, tx };
    const act = await lastAct(ctx, tx, reference);
    if (!act) throw new RuleBroken("deskTicket.errors.nothingToUndo");
    await reverse(inside, reference, act);
    return { event: act.event };
  });
}

async function lastAct(ctx: Context, tx: Tx, reference: string): Promise<LastAct | null> {
  const ticket = await workedTicket(ctx, tx, reference);
  const [last] = await tx
    .select()
    .from(history)
    .where(
      and(
        eq(history.organisationId, ctx.organisation.id),
        inArray(history.objectKind, ["ticket", "order"]),
        eq(history.objectId, ticket.reference),
      ),
    )
    .orderBy(desc(history.id))
    .limit(1);
  if (!last || last.actorId !== personOf(ctx).personId) return null;
  const { event, detail } = last;
  if (!isUndoable(event) || isMergeInto({ event, detail })) return null;
  const age = ctx.now.getTime() - last.at.getTime();
  return age > ways[event] * minuteMs ? null : { event, detail };
}

/** The side that went on: what is undone is undone at the side that ended. */
const isMergeInto = ({ event, detail }: { event: Undoable; detail: Record<string, unknown> }) =>
  (event === "tickets.merged" || event === "tickets.duplicate") && detail.into === undefined;

async function reverse(ctx: Context, reference: string, { event, detail }: LastAct): Promise<void> {
  switch (event) {
    case "tickets.assigned":
      return assignTicket(ctx, { reference, assignee: typeof detail.from === "string" ? detail.from : null });
    case "tickets.classified":
      return classifyTicket(ctx, { reference, ...(detail.from as Classified) });
    case "tickets.resolved":
      return reopenTicket(ctx, { reference, reason: translator("sv")("deskTicket.undo.reason") });
    case "tickets.merged":
    case "tickets.duplicate":
      return unmergeTicket(ctx, { reference });
  }
}

type Classified = { category: string; impact: number; urgency: number };

const isUndoable = (event: string): event is Undoable => event in ways;
