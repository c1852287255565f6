import { and, eq, isNotNull, isNull, not, or, type SQL, sql } from "drizzle-orm";
import type { Tx } from "@/db/client";
import { inboundMails } from "@/db/schema/intake";
import { units } from "@/db/schema/people";
import { tickets } from "@/db/schema/tickets";
import type { IntakeDecision } from "@/db/words";
import type { Context } from "@/lib/base/context";
import { Conflict, NotFound } from "@/lib/base/errors";
import { personOf } from "@/lib/base/may";
import { record } from "@/lib/history/record";
import { readMessage, type Verdict } from "@/lib/mail";
import { keepsSecrets, readable } from "@/lib/tickets/visibility";
import type { Judged } from "./decide";

/** The ticket that a mail belongs to, or seems to: what mayReadMail asks about. */
export const aboutTicket = sql`${tickets.id} = coalesce(${inboundMails.ticketId}, ${inboundMails.suggestedId})`;

/** A mail about a ticket is for those who may read that; one from a protected person, about none, for those who keep secrets. */
export function mayReadMail(ctx: Context): SQL | undefined {
  const isProtected = sql`exists (select 1 from persons p where p.organisation_id = ${ctx.organisation.id}
    and p.email = ${inboundMails.sender} and p.has_protected_identity)`;
  const ofNone = and(isNull(tickets.id), or(not(isProtected), keepsSecrets(ctx)));
  return or(ofNone, and(isNotNull(tickets.id), readable(ctx)));
}

/** A mail that waits in quarantine, locked, and read. NotFound for any other, and where one may not read it; Conflict where somebody decided on it already. */
export async function waitingMail(ctx: Context, tx: Tx, mailId: string): Promise<Judged> {
  const [found] = await tx
    .select({ mail: inboundMails })
    .from(inboundMails)
    .leftJoin(tickets, aboutTicket)
    .leftJoin(units, eq(units.id, tickets.unitId))
    .where(and(eq(inboundMails.organisationId, ctx.organisation.id), eq(inboundMails.id, mailId), mayReadMail(ctx)))
    .for("update", { of: inboundMails });
  const mail = found?.mail;
  if (mail?.outcome !== "quarantined") throw new NotFound();
  if (mail.decision !== null) throw new Conflict("intake.errors.decided");
  const verdict = (mail.verdict ?? { kind: "quarantine", reason: "unread", because: "" }) as Verdict;
  return { mail, message: await readMessage(mail.raw), verdict };
}

type Decision = { decision: IntakeDecision; reason: string | null; ticketId: string | null };

/** What was decided, by whom and when; the outcome that the sender's server was told stays. */
export async function decided(ctx: Context, tx: Tx, mailId: string, made: Decision): Promise<void> {
  const { decision, reason, ticketId } = made;
  const by = { decidedById: personOf(ctx).personId, decidedAt: ctx.now };
  const [row] = await tx
    .update(inboundMails)
    .set({ decision, decidedReason: reason, ...(ticketId === null ? {} : { ticketId }), ...by })
    .where(and(eq(inboundMails.id, mailId), isNull(inboundMails.decision)))
    .returning({ id: inboundMails.id });
  if (!row) throw new Conflict("intake.errors.decided");
  await record(ctx, tx, "intake.decided", { kind: "mail", id: mailId }, { decision });
}
