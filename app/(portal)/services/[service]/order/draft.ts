import { cache } from "react";
import type { Context } from "@/lib/base/context";
import { routes } from "@/lib/base/routes";
import { findDraft, saveDraft } from "@/lib/people/drafts";
import type { Typed as Kept } from "@/lib/web/form-content";
import { typedBefore } from "@/lib/web/typed-before";
import { faultsOfDraft, type TextFault } from "./faults-of-draft";

/** `isTried`: it has been sent for checking, so its faults are told. `placed`: the order that came of it. */
export type OrderDraft = { id: string; typed: Kept; isTried: boolean; placed: string | null };

const tried = "_tried";
const placed = "_placed";

/** What was typed before, by the address's `?draft=`; null when there is none that is this person's. */
export const readDraft = cache(async (ctx: Context, id: string | undefined): Promise<OrderDraft | null> => {
  const content = await typedBefore(ctx, id);
  return id && content ? draftOf(id, content) : null;
});

/** The order that the person began last and has not sent, or null. */
export async function findUnsent(ctx: Context, service: string): Promise<(OrderDraft & { updatedAt: Date }) | null> {
  const found = await findDraft(ctx, routes.orderForm(service));
  const draft = found && draftOf(found.id, found.content as Kept);
  return found && draft && !draft.placed ? { ...draft, updatedAt: found.updatedAt } : null;
}

/** Keeps what was typed and answers the draft's id: the same as before, unless that draft is gone. */
export async function keepAnswers(
  ctx: Context,
  service: string,
  { id, typed, isTried }: { id: string | undefined; typed: Kept; isTried: boolean },
): Promise<string> {
  const { draft: _, intent: __, ...answers } = typed;
  const content = isTried ? { ...answers, [tried]: ["1"] } : answers;
  return (await saveDraft(ctx, { form: routes.orderForm(service), content, id })).id;
}

/** The draft has become an order: what was typed is let go, the reference stays for whoever comes back by the address. */
export async function markPlaced(ctx: Context, service: string, id: string, reference: string): Promise<void> {
  await saveDraft(ctx, { form: routes.orderForm(service), content: { [placed]: [reference] }, id });
}

function draftOf(id: string, content: Kept): OrderDraft {
  return { id, typed: content, isTried: tried in content, placed: content[placed]?.[0] ?? null };
}

/** What is wrong with a draft that has been sent for checking; empty for one that has not, or is not there. */
export const draftFaults = cache(
  async (ctx: Context, service: string, id: string | undefined): Promise<TextFault[]> => {
    const draft = await readDraft(ctx, id);
    return draft?.isTried && !draft.placed ? faultsOfDraft(ctx, service, draft.typed) : [];
  },
);
