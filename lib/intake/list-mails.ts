import { and, desc, eq, isNotNull, isNull, lt, type SQL, sql } from "drizzle-orm";
import { inboundMails } from "@/db/schema/intake";
import { units } from "@/db/schema/people";
import { tickets } from "@/db/schema/tickets";
import { type Context, read } from "@/lib/base/context";
import { requireMay } from "@/lib/base/may";
import { aboutTicket, mayReadMail } from "./internal";

/** waiting: in quarantine. decided: was, and somebody said what becomes of it. ignored: kept without further ado. */
export const mailViews = ["waiting", "decided", "ignored"] as const;
export type MailView = (typeof mailViews)[number];

export type ListedMail = {
  id: string;
  receivedAt: Date;
  sender: string | null;
  senderName: string | null;
  subject: string | null;
  reason: string;
  decision: string | null;
  decidedReason: string | null;
  /** The ticket it belongs to, or seems to; only where this person may read it. */
  reference: string | null;
};

const pageSize = 50;

/** Mail that opened and changed nothing, the newest first; `before` is the last one's instant. What is about a ticket one may not read is left out. */
export function listMails(ctx: Context, view: MailView, before?: Date): Promise<ListedMail[]> {
  requireMay(ctx, "mail:work");
  return read(ctx, (tx) =>
    tx
      .select({
        ...{ id: inboundMails.id, receivedAt: inboundMails.receivedAt, sender: inboundMails.sender },
        ...{ senderName: inboundMails.senderName, subject: inboundMails.subject },
        ...{ reason: sql<string>`${inboundMails.reason}`, decision: inboundMails.decision },
        ...{ decidedReason: inboundMails.decidedReason, reference: tickets.reference },
      })
      .from(inboundMails)
      .leftJoin(tickets, aboutTicket)
      .leftJoin(units, eq(units.id, tickets.unitId))
      .where(
        and(
          eq(inboundMails.organisationId, ctx.organisation.id),
          ofView[view],
          before ? lt(inboundMails.receivedAt, before) : undefined,
          mayReadMail(ctx),
        ),
      )
      .orderBy(desc(inboundMails.receivedAt), desc(inboundMails.id))
      .limit(pageSize),
  );
}

const isQuarantined = eq(inboundMails.outcome, "quarantined");
const ofView: Record<MailView, SQL | undefined> = {
  waiting: and(isQuarantined, isNull(inboundMails.decision)),
  decided: and(isQuarantined, isNotNull(inboundMails.decision)),
  ignored: eq(inboundMails.outcome, "ignored"),
};

/** How many wait for this agent's eyes. */
export function countWaiting(ctx: Context): Promise<number> {
  requireMay(ctx, "mail:work");
  return read(ctx, async (tx) => {
    const [row] = await tx
      .select({ n: sql<number>`count(*)::int` })
      .from(inboundMails)
      .leftJoin(tickets, aboutTicket)
      .leftJoin(units, eq(units.id, tickets.unitId))
      .where(and(eq(inboundMails.organisationId, ctx.organisation.id), ofView.waiting, mayReadMail(ctx)));
    return row?.n ?? 0;
  });
}
