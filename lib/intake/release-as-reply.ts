import { type Context, inTransaction } from "@/lib/base/context";
import { Invalid, NotAllowed } from "@/lib/base/errors";
import { requireMay } from "@/lib/base/may";
import { readReference } from "@/lib/base/reference";
import { splitReply } from "@/lib/mail";
import { getTicket } from "@/lib/tickets/queries";
import { receiveReply } from "@/lib/tickets/receive-reply";
import { mayOnTicket } from "@/lib/tickets/visibility";
import { decided, waitingMail } from "./internal";
import { keepTexts } from "./keep-texts";
import { noTextOf } from "./open-from-mail";
import { wordsOf } from "./plain-text";
import type { ReleaseAsReply } from "./schema";

/**
 * An agent says which ticket it answers. From the requester's address it is their reply; from any other a note for the agents. Invalid at
 * `reference` for a number that is none; NotFound for a ticket the agent may not read.
 */
export async function releaseAsReply(ctx: Context, input: ReleaseAsReply): Promise<{ reference: string }> {
  requireMay(ctx, "mail:work");
  const read = readReference(input.reference);
  if (!read.ok) throw new Invalid([{ path: "reference", key: "intake.errors.reference" }]);
  const { reference } = read;
  return inTransaction(ctx, async (tx) => {
    const waiting = await waitingMail(ctx, tx, input.mailId);
    const { ticket, requester } = await getTicket({ ...ctx, tx }, reference);
    if (!mayOnTicket(ctx, "ticket:work", ticket)) throw new NotAllowed();
    const { message } = waiting;
    const isRequester = message.from?.address === requester;
    const { body, quoted } = wordsOf(splitReply(message.text), message.text, noTextOf(message));
    const received = await receiveReply(
      { ...ctx, tx, actor: { kind: "portal" } },
      {
        ...{ reference, body, isThanks: false, holdBecause: "notAnswered" },
        ...(isRequester ? { by: "requester", authorId: ticket.requesterId } : { by: "agent", authorId: null }),
      },
    );
    await keepTexts(ctx, tx, waiting, { ...received, quoted, supplier: null });
    await decided(ctx, tx, input.mailId, { decision: "appended", reason: null, ticketId: received.ticketId });
    return { reference: received.writtenTo };
  });
}
