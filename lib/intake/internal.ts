import { and, eq, isNull } from "drizzle-orm";
import type { Tx } from "@/db/client";
import { inboundMails } from "@/db/schema/intake";
import type { IntakeDecision } from "@/db/words";
import type { Context } from "@/lib/base/context";
import { Conflict, NotFound } from "@/lib/base/errors";
import { personOf } from "@/lib/base/may";
import { record } from "@/lib/history/record";
import { readMessage, type Verdict } from "@/lib/mail";
import type { Judged } from "./decide";

/** A mail that waits in quarantine, locked, and read. NotFound for any other; Conflict where somebody decided on it already. */
export async function waitingMail(ctx: Context, tx: Tx, mailId: string): Promise<Judged> {
  const [mail] = await tx
    .select()
    .from(inboundMails)
    .where(and(eq(inboundMails.organisationId, ctx.organisation.id), eq(inboundMails.id, mailId)))
    .for("update");
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
