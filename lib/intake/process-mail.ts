import { and, eq, sql } from "drizzle-orm";
import type { Tx } from "@/db/client";
import { inboundMails } from "@/db/schema/intake";
import { tickets } from "@/db/schema/tickets";
import { type Context, inTransaction, read } from "@/lib/base/context";
import { DomainError } from "@/lib/base/errors";
import { log } from "@/lib/base/log";
import { requireMay } from "@/lib/base/may";
import { record } from "@/lib/history/record";
import { classify, readMessage, type Verdict } from "@/lib/mail";
import { type Decided, decide } from "./decide";
import { ownMail } from "./own-mail";
import { keepable } from "./plain-text";
import type { MailAnswer } from "./schema";

export type MailRow = typeof inboundMails.$inferSelect;

/** After so many faults it is put where people see it. */
const mostAttempts = 3;

/**
 * Takes a stored mail to its end: judged, then filed together with its outcome in one transaction. Each step is a conditional update, so
 * that it may be begun again anywhere, by several at once, and is done once. Filed by the portal, whoever asks for it.
 */
export async function processMail(ctx: Context, mailId: string): Promise<MailAnswer> {
  requireMay(ctx, "mail:receive");
  const portal: Context = { ...ctx, actor: { kind: "portal" } };
  await judge(portal, mailId);
  return settle(portal, mailId);
}

/** As above; a mail that cannot be processed ends in quarantine, with what went wrong, and is tried no more. */
export function processOrKeep(ctx: Context, mailId: string): Promise<MailAnswer> {
  return processMail(ctx, mailId).catch((fault: unknown) => keepFault(ctx, mailId, fault));
}

async function judge(ctx: Context, mailId: string): Promise<void> {
  const [stored] = await read(ctx, (tx) =>
    tx
      .select({ raw: inboundMails.raw })
      .from(inboundMails)
      .where(and(eq(inboundMails.id, mailId), eq(inboundMails.step, "stored"))),
  );
  if (!stored) return;
  const message = await readMessage(stored.raw);
  const verdict = classify(message, (await ownMail(ctx)).own);
  await inTransaction(ctx, (tx) =>
    tx
      .update(inboundMails)
      .set({
        step: "judged",
        sender: message.from?.address ?? null,
        senderName: keepable(message.from?.name ?? ""),
        subject: keepable(message.subject).slice(0, 500),
        verdict: JSON.parse(keepable(JSON.stringify(verdict).replaceAll("\\u0000", ""))) as Record<string, unknown>,
      })
      .where(and(eq(inboundMails.id, mailId), eq(inboundMails.step, "stored"))),
  );
}

async function settle(ctx: Context, mailId: string): Promise<MailAnswer> {
  return inTransaction(ctx, async (tx) => {
    const mail = await lockedMail(ctx, tx, mailId);
    if (mail.step === "done") return answerOf(tx, mail);
    const message = await readMessage(mail.raw);
    const decided = await decide({ ...ctx, tx }, tx, { mail, message, verdict: mail.verdict as Verdict });
    return finish(ctx, tx, mail, decided);
  });
}

async function lockedMail(ctx: Context, tx: Tx, mailId: string): Promise<MailRow> {
  const [mail] = await tx
    .select()
    .from(inboundMails)
    .where(and(eq(inboundMails.organisationId, ctx.organisation.id), eq(inboundMails.id, mailId)))
    .for("update");
  if (!mail) throw new Error("a stored mail is gone");
  return mail;
}

async function finish(ctx: Context, tx: Tx, mail: MailRow, { because, ...decided }: Decided): Promise<MailAnswer> {
  const outcome = {
    ...decided,
    because: keepable(because ?? "").slice(0, 300),
    step: "done" as const,
    doneAt: ctx.now,
  };
  const [done] = await tx
    .update(inboundMails)
    .set(outcome)
    .where(and(eq(inboundMails.id, mail.id), sql`${inboundMails.step} <> 'done'`))
    .returning();
  if (!done) throw new Error("a locked mail was done by another");
  const { outcome: what, reason } = decided;
  await record(ctx, tx, "intake.processed", { kind: "mail", id: mail.id }, { outcome: what, reason });
  return answerOf(tx, done);
}

/** The same words whenever it is asked. */
async function answerOf(tx: Tx, mail: MailRow): Promise<MailAnswer> {
  const where = eq(tickets.id, mail.ticketId ?? "");
  const [ticket] = mail.ticketId ? await tx.select({ reference: tickets.reference }).from(tickets).where(where) : [];
  const { outcome, reason } = mail;
  if (outcome === null || reason === null) throw new Error("a mail that is done has no outcome");
  return { outcome, reason, ...(ticket ? { reference: ticket.reference } : {}) };
}

async function keepFault(ctx: Context, mailId: string, fault: unknown): Promise<MailAnswer> {
  const lastError = fault instanceof Error ? keepable(fault.message).slice(0, 300) : "unknown";
  log().error({ err: fault, mail: mailId }, "a mail could not be processed");
  return inTransaction(ctx, async (tx) => {
    const mail = await lockedMail(ctx, tx, mailId);
    if (mail.step === "done") return answerOf(tx, mail);
    const attempts = mail.attempts + 1;
    await tx.update(inboundMails).set({ attempts, lastError }).where(eq(inboundMails.id, mailId));
    const isFinal = fault instanceof DomainError || attempts >= mostAttempts;
    if (!isFinal) return { outcome: "quarantined", reason: "notYet" };
    return finish(ctx, tx, mail, { outcome: "quarantined", reason: "processingFailed", because: lastError });
  });
}
