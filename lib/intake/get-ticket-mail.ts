import { and, asc, eq, isNull, or } from "drizzle-orm";
import { inboundMails, mailedTexts } from "@/db/schema/intake";
import { units } from "@/db/schema/people";
import { tickets } from "@/db/schema/tickets";
import { type Context, read } from "@/lib/base/context";
import { NotAllowed } from "@/lib/base/errors";
import { getTicket } from "@/lib/tickets/queries";
import { mayOnTicket, readable } from "@/lib/tickets/visibility";

export type TicketMail = {
  /** How the ticket came, where it came by mail. */
  opened: { sender: string; senderName: string; isProven: boolean; quoted: string; html: string | null } | null;
  /** The ticket that the mail named without a right to it, where this person may read that. */
  suggested: string | null;
  /** Machines' answers to letters about it: kept, and nothing followed. */
  automatic: { id: string; reason: string; sender: string; at: Date }[];
};

/** What came by mail about a ticket beside its conversation, for those who work on it. NotFound when the ticket is hidden or absent. */
export async function getTicketMail(ctx: Context, reference: string): Promise<TicketMail> {
  const { ticket } = await getTicket(ctx, reference);
  if (!mayOnTicket(ctx, "ticket:work", ticket)) throw new NotAllowed();
  return read(ctx, async (tx) => {
    const { sender, senderName, isProven, quoted, html } = mailedTexts;
    const [opened] = await tx
      .select({ sender, senderName, isProven, quoted, html })
      .from(mailedTexts)
      .where(and(eq(mailedTexts.ticketId, ticket.id), isNull(mailedTexts.commentId)));
    const mails = await tx
      .select({ mail: inboundMails, suggested: tickets.reference })
      .from(inboundMails)
      .leftJoin(tickets, eq(tickets.id, inboundMails.suggestedId))
      .leftJoin(units, eq(units.id, tickets.unitId))
      .where(and(eq(inboundMails.ticketId, ticket.id), or(isNull(tickets.id), readable(ctx))))
      .orderBy(asc(inboundMails.receivedAt));
    return {
      opened: opened ?? null,
      suggested: mails.find(({ suggested }) => suggested !== null)?.suggested ?? null,
      automatic: mails.flatMap(({ mail: { id, outcome, reason, sender: from, receivedAt: at } }) =>
        outcome === "ignored" && reason !== null ? [{ id, reason, sender: from ?? "", at }] : [],
      ),
    };
  });
}
