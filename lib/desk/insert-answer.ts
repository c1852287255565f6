import { and, eq } from "drizzle-orm";
import { cannedAnswers } from "@/db/schema/ticket-work";
import { type Context, inTransaction } from "@/lib/base/context";
import { NotFound } from "@/lib/base/errors";
import { personOf } from "@/lib/base/may";
import { getParties } from "@/lib/tickets/ticket-parties";
import { fillAnswer, textFor } from "./fill-answer";
import { workedTicket } from "./internal";
import { within } from "./list-answers";
import type { InsertAnswer } from "./schema";
import { keepTicketDraft } from "./ticket-drafts";

/** Puts a canned answer after what is written, in the requester's language and its fields filled in, and keeps both as the draft. */
export async function insertAnswer(ctx: Context, input: InsertAnswer): Promise<{ body: string }> {
  return inTransaction(ctx, async (tx) => {
    const inside = { ...ctx, tx };
    const ticket = await workedTicket(ctx, tx, input.reference);
    const [answer] = await tx
      .select()
      .from(cannedAnswers)
      .where(and(within(ctx), eq(cannedAnswers.id, input.answer)));
    if (!answer) throw new NotFound();
    const { requester } = await getParties(inside, input.reference);
    const name = requester.name ?? "";
    const filled = fillAnswer(textFor(answer, requester.language), {
      ...{ requester: name, first_name: name.split(" ")[0] ?? "", agent: personOf(ctx).name },
      ...{ reference: ticket.reference, title: ticket.title, device: ticket.deviceSerialNumber ?? "" },
      organisation: ctx.organisation.name,
    });
    const body = [input.body.trimEnd(), filled].filter(Boolean).join("\n\n");
    await keepTicketDraft(inside, { reference: input.reference, writing: "reply", body });
    return { body };
  });
}
