import type { TriedStep } from "@/db/words";
import { type Context, read } from "@/lib/base/context";
import type { MessageKey } from "@/lib/base/language";
import { requireMay } from "@/lib/base/may";
import { type Category, categoryOrThrow, unsorted } from "./categories";
import { owningQueue } from "./queues";
import type { SuggestLine } from "./schema";

export type Line = 1 | 2 | 3;
/** `why` names a sentence that takes the category's name. */
export type Suggestion = { line: Line; why: MessageKey; category: string };

const firstLineSteps: readonly TriedStep[] = ["restarted", "guide_followed", "synced_from_mdm", "reinstalled"];
const secondLineSteps: readonly TriedStep[] = ["part_replaced", "logs_read"];

/** What belongs in which line (C1), of a category's own line and what was tried. Never lower than where the category begins. */
export function suggestedLine(
  { line, name }: Pick<Category, "line" | "name">,
  tried: readonly TriedStep[],
): Suggestion {
  const has = (steps: readonly TriedStep[]) => tried.filter((step) => steps.includes(step)).length;
  const third = (why: MessageKey): Suggestion => ({ line: 3, why, category: name });
  if (tried.includes("same_fault_elsewhere")) return third("tickets.suggest.infrastructure");
  if (line === 3) return third("tickets.suggest.category");
  if (has(secondLineSteps) === secondLineSteps.length) return third("tickets.suggest.secondLineDone");
  if (line === 2) return { line: 2, why: "tickets.suggest.category", category: name };
  const isDone = has(firstLineSteps) >= 2 || tried.includes("remote_session") || has(secondLineSteps) > 0;
  if (isDone) return { line: 2, why: "tickets.suggest.firstLineDone", category: name };
  return { line: 1, why: "tickets.suggest.firstLine", category: name };
}

/** The same with the queue that would own it. For those who work on tickets; RuleBroken where no queue is staffed. */
export function suggestLine(ctx: Context, input: SuggestLine): Promise<Suggestion & { queue: string }> {
  requireMay(ctx, "ticket:work");
  return read(ctx, async (tx) => {
    const category = await categoryOrThrow(ctx, tx, input.category ?? unsorted);
    const suggestion = suggestedLine(category, input.tried);
    const queueId = suggestion.line === category.line ? category.queueId : null;
    const queue = await owningQueue(ctx, tx, { queueId, line: suggestion.line });
    return { ...suggestion, queue: queue.slug };
  });
}
