import { eq } from "drizzle-orm";
import { alias } from "drizzle-orm/pg-core";
import type { Tx } from "@/db/client";
import { persons } from "@/db/schema/people";
import { queues, tickets } from "@/db/schema/tickets";
import type { BulkAct } from "@/db/words";
import type { Context } from "@/lib/base/context";
import { Invalid } from "@/lib/base/errors";
import { assignTicket } from "@/lib/tickets/assign-ticket";
import { cancelTicket } from "@/lib/tickets/cancel-ticket";
import { classifyTicket } from "@/lib/tickets/classify-ticket";
import { pauseUntilDay } from "@/lib/tickets/pause-until-day";
import { resolveTicket } from "@/lib/tickets/resolve-ticket";
import { transferTicket } from "@/lib/tickets/transfer-ticket";
import { writeComment } from "@/lib/tickets/write-comment";
import type { PrepareBulk } from "./bulk-schema";

export type Inputs = { [Act in BulkAct]: Extract<PrepareBulk, { act: Act }>["input"] };
type On = { reference: string; version: number };

/** Each act is the ticket's own verb, with all its checks; a run knows no other way. */
const verbs: { [Act in BulkAct]: (ctx: Context, on: On, input: Inputs[Act]) => Promise<unknown> } = {
  assign: (ctx, on, input) => assignTicket(ctx, { ...on, ...input }),
  transfer: async (ctx, on, input) => transferTicket(ctx, { ...on, ...input, line: await lineOf(ctx, input.queue) }),
  pause: (ctx, on, input) => pauseUntilDay(ctx, { ...input, ...on }),
  reply: (ctx, on, input) => writeComment(ctx, { ...on, ...input }),
  classify: (ctx, on, input) => classifyTicket(ctx, { ...on, ...input }),
  resolve: (ctx, on, input) => resolveTicket(ctx, { ...on, ...input }),
  cancel: (ctx, on, input) => cancelTicket(ctx, { ...on, ...input }),
};

export function actOn(ctx: Context, act: BulkAct, on: On, input: Record<string, unknown>): Promise<unknown> {
  return (verbs[act] as (ctx: Context, on: On, input: unknown) => Promise<unknown>)(ctx, on, input);
}

/** What can be given back afterwards. */
export const undoable: readonly BulkAct[] = ["assign", "classify"];

const before = alias(persons, "before");

/** The input by which the act would give a ticket back what it has now; null where nothing can be given back. */
export async function undoInput(tx: Tx, act: BulkAct, ticketId: string): Promise<Record<string, unknown> | null> {
  if (!undoable.includes(act)) return null;
  const { category, impact, urgency } = tickets;
  const [ticket] = await tx
    .select({ assignee: before.email, category, impact, urgency })
    .from(tickets)
    .leftJoin(before, eq(before.id, tickets.assigneeId))
    .where(eq(tickets.id, ticketId))
    .for("update", { of: tickets });
  if (!ticket) return null;
  const { assignee, ...sorted } = ticket;
  return act === "assign" ? { assignee } : sorted;
}

async function lineOf({ tx, organisation }: Context, slug: string): Promise<number> {
  const found = await tx
    ?.select({ line: queues.line, at: queues.organisationId })
    .from(queues)
    .where(eq(queues.slug, slug));
  const queue = found?.find(({ at }) => at === organisation.id);
  if (!queue) throw new Invalid([{ path: "queue", key: "tickets.errors.queue" }]);
  return queue.line;
}
