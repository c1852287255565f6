import { cache } from "react";
import type { Context } from "@/lib/base/context";
import { routes } from "@/lib/base/routes";
import { findDraft, saveDraft } from "@/lib/people/drafts";
import type { Typed as Kept } from "@/lib/web/form-content";
import { typedBefore } from "@/lib/web/typed-before";
import { type Answers, answersOf } from "./answers";

/** `sent`: the ticket that came of it. */
export type ReportDraft = { id: string; typed: Kept; answers: Answers; sent: string | null };

const sentAs = "_sent";

/**
 * What was answered before, by the address's `?draft=`; null when there is none that is this person's. What was kept when a session
 * ended holds one step alone, and names the draft that holds the others.
 */
export const readDraft = cache(async (ctx: Context, id: string | undefined): Promise<ReportDraft | null> => {
  const content = await typedBefore(ctx, id);
  if (!id || !content) return null;
  const before = content.draft?.[0] === id ? null : await typedBefore(ctx, content.draft?.[0]);
  return draftOf(id, { ...before, ...content });
});

/** The report that the person began last and has not sent, or null. */
export async function findUnsent(ctx: Context): Promise<ReportDraft | null> {
  const found = await findDraft(ctx, routes.report());
  const draft = found && draftOf(found.id, found.content as Kept);
  return draft && !draft.sent && draft.answers.topic ? draft : null;
}

/** Keeps the answers and answers the draft's id: the same as before, unless that draft is gone. */
export async function keepAnswers(ctx: Context, id: string | undefined, typed: Kept): Promise<string> {
  const { draft: _, intent: __, ...content } = typed;
  return (await saveDraft(ctx, { form: routes.report(), content, id })).id;
}

/** The draft has become a ticket: what was typed is let go, the reference stays for whoever comes back by the address. */
export async function markSent(ctx: Context, id: string, reference: string): Promise<void> {
  await saveDraft(ctx, { form: routes.report(), content: { [sentAs]: [reference] }, id });
}

function draftOf(id: string, typed: Kept): ReportDraft {
  return { id, typed, answers: answersOf(typed), sent: typed[sentAs]?.[0] ?? null };
}
