import { type Context, inTransaction } from "@/lib/base/context";
import { type Draft, deleteDraft, findDraft, saveDraft } from "@/lib/people/drafts";
import { workedTicket } from "./internal";
import type { KeepDraft, Writing } from "./schema";

/** Apart from the ticket: keeping a draft changes nothing that anybody else sees. */
const formOf = (reference: string, writing: Writing) => `ticket ${reference} ${writing}`;

export type TicketDraft = { body: string; at: Date };

/** What its author has written and not sent, on whatever device. */
export async function findTicketDraft(ctx: Context, reference: string, writing: Writing): Promise<TicketDraft | null> {
  const draft = await findDraft(ctx, formOf(reference, writing));
  return draft && { body: bodyOf(draft), at: draft.updatedAt };
}

/** Keeps what has been written so far, over what was kept before; nothing written is nothing kept. */
export async function keepTicketDraft(ctx: Context, input: KeepDraft): Promise<{ isKept: boolean }> {
  const { reference, writing, body } = input;
  return inTransaction(ctx, async (tx) => {
    const inside = { ...ctx, tx };
    await workedTicket(ctx, tx, reference);
    const form = formOf(reference, writing);
    if (body.trim() === "") {
      await forgetTicketDraft(inside, reference, writing);
      return { isKept: false };
    }
    const before = await findDraft(inside, form);
    await saveDraft(inside, { form, content: { body }, id: before?.id });
    return { isKept: true };
  });
}

/** Sent, or thrown away: two devices at once may have left two. */
export async function forgetTicketDraft(ctx: Context, reference: string, writing: Writing): Promise<void> {
  const form = formOf(reference, writing);
  for (let left = await findDraft(ctx, form); left; left = await findDraft(ctx, form)) await deleteDraft(ctx, left.id);
}

function bodyOf({ content }: Draft): string {
  const body = typeof content === "object" && content !== null && "body" in content ? content.body : "";
  return typeof body === "string" ? body : "";
}
