import { type Context, inTransaction } from "@/lib/base/context";
import { writeComment } from "@/lib/tickets/write-comment";
import { workedTicket } from "./internal";
import type { SendReply, Writing } from "./schema";
import { forgetTicketDraft } from "./ticket-drafts";

/** An agent's answer, which leaves no draft behind. Conflict `tickets.newMessage` where somebody has written meanwhile. */
export const sendReply = (ctx: Context, input: SendReply): Promise<void> => write(ctx, input, "reply");

/** A note among those who work on the ticket; it leaves no draft behind either. */
export const saveNote = (ctx: Context, { reference, body }: SendReply): Promise<void> =>
  write(ctx, { reference, body }, "note");

async function write(ctx: Context, { reference, body, lastRead }: SendReply, writing: Writing): Promise<void> {
  await inTransaction(ctx, async (tx) => {
    const inside = { ...ctx, tx };
    await workedTicket(ctx, tx, reference);
    const visibility = writing === "note" ? "internal" : "public";
    await writeComment(inside, { reference, body, visibility, lastRead });
    await forgetTicketDraft(inside, reference, writing);
  });
}
