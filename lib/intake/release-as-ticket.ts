import type { Tx } from "@/db/client";
import { type Context, inTransaction } from "@/lib/base/context";
import { personOf, requireMay } from "@/lib/base/may";
import type { Message } from "@/lib/mail";
import { findOrMakeContact } from "@/lib/people/find-or-make-contact";
import { decided, waitingMail } from "./internal";
import { openFromMail } from "./open-from-mail";
import type { ReleaseAsTicket } from "./schema";

/**
 * An agent has read it and takes it for a person's: a ticket in the sender's name, or in the agent's where there is no sender to answer.
 * What was held for a machine's is not answered by one.
 */
export async function releaseAsTicket(ctx: Context, { mailId }: ReleaseAsTicket): Promise<{ reference: string }> {
  requireMay(ctx, "mail:work");
  return inTransaction(ctx, async (tx) => {
    const waiting = await waitingMail(ctx, tx, mailId);
    const requester = await requesterFor(ctx, tx, waiting.message);
    const opened = await openFromMail(ctx, tx, waiting, requester, "notAnswered");
    await decided(ctx, tx, mailId, { decision: "opened", reason: null, ticketId: opened.id });
    return { reference: opened.reference };
  });
}

async function requesterFor(ctx: Context, tx: Tx, { from }: Message): Promise<string> {
  const me = personOf(ctx).email;
  if (!from) return me;
  const who = await findOrMakeContact({ ...ctx, tx, actor: { kind: "portal" } }, from);
  return who.kind === "disabled" ? me : who.email;
}
