import { eq } from "drizzle-orm";
import type { Tx } from "@/db/client";
import { persons } from "@/db/schema/people";
import { type Context, inTransaction } from "@/lib/base/context";
import { RuleBroken } from "@/lib/base/errors";
import { translator } from "@/lib/base/language";
import { record } from "@/lib/history/record";
import { type Category, categoryOrThrow } from "./categories";
import { moveClock, readClock } from "./clock";
import { type OnTicket, requireOwnCourse, type Ticket, ticketToMove, touch } from "./internal";
import { currentMatrix, priorityOf } from "./priority";
import { owningQueue } from "./queues";
import type { ClassifyTicket } from "./schema";
import { type Clocks, serviceClocks } from "./service-clocks";
import { moveToQueue } from "./transfer-ticket";

/**
 * Changes category, impact or urgency. Where that gives another priority or service level, the old clocks close as replaced and the
 * same log is read under the new ones, pauses and all; a clock that has stopped keeps what it was held to. RuleBroken where nothing changes.
 */
export async function classifyTicket(ctx: Context, input: ClassifyTicket & OnTicket): Promise<void> {
  await inTransaction(ctx, async (tx) => {
    const ticket = await ticketToMove(ctx, tx, input, "ticket:work", "classify");
    requireOwnCourse(ticket);
    const { impact = ticket.impact, urgency = ticket.urgency } = input;
    const path = input.category ?? ticket.category;
    if (impact === ticket.impact && urgency === ticket.urgency && path === ticket.category)
      throw new RuleBroken("tickets.nothingChanged");
    const category = await categoryOrThrow(ctx, tx, path);
    const priority = priorityOf((await currentMatrix(ctx, tx)).matrix, { impact, urgency });
    const isConfidential = category.isConfidential || (await isProtected(tx, ticket.requesterId));
    await touch(tx, ticket, { impact, urgency, priority, category: path, isConfidential });
    if (isConfidential && category.queueId) await moveOutOfSight(ctx, tx, ticket, category);
    const isReplaced = await replaceClocks(ctx, tx, ticket, { level: category.serviceLevel, priority });
    const from = {
      category: ticket.category,
      impact: ticket.impact,
      urgency: ticket.urgency,
      priority: ticket.priority,
    };
    const detail = { from, to: { category: path, impact, urgency, priority }, clocksReplaced: isReplaced };
    await record(ctx, tx, "tickets.classified", { kind: "ticket", id: ticket.reference }, detail);
  });
}

/** Whoever has it in front of them now may not be one who must see it. */
async function moveOutOfSight(ctx: Context, tx: Tx, ticket: Ticket, category: Category): Promise<void> {
  const queue = await owningQueue(ctx, tx, category);
  if (queue.id === ticket.queueId || queue.id !== category.queueId) return;
  const reason = translator("sv")("tickets.movedForCategory", { category: category.name });
  await moveToQueue(ctx, tx, ticket, queue, { reason, note: { known: reason, tried: "", asked: "" } });
}

type Held = { level: string; priority: number };

async function replaceClocks(ctx: Context, tx: Tx, ticket: Ticket, { level, priority }: Held): Promise<boolean> {
  const { clocks, calendarId, policyId, serviceLevelId } = await serviceClocks(ctx, tx, level, priority);
  const { events, readings } = await readClock(ctx, tx, ticket);
  const before = events.findLast((event) => event.clocks)?.clocks ?? [];
  const hasStopped = (target: string) => readings.findLast((each) => each.target === target)?.end === "stopped";
  const kept = before.filter(({ target }) => hasStopped(target));
  const after = [...kept, ...clocks.filter(({ target }) => !hasStopped(target))];
  if (sameClocks(before, after)) return false;
  const main = { serviceLevelId, calendarId, policyId };
  await touch(tx, ticket, main);
  await moveClock(ctx, tx, { ...ticket, ...main }, { kind: "replaced", clocks: after });
  return true;
}

function sameClocks(before: Clocks, after: Clocks): boolean {
  const keysOf = (clocks: Clocks) => clocks.map((each) => `${each.target} ${each.policyId} ${each.calendarId}`).sort();
  return keysOf(before).join() === keysOf(after).join();
}

async function isProtected(tx: Tx, personId: string): Promise<boolean> {
  const { hasProtectedIdentity } = persons;
  const [row] = await tx.select({ hasProtectedIdentity }).from(persons).where(eq(persons.id, personId));
  return row?.hasProtectedIdentity === true;
}
