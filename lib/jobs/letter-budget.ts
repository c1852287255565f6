import { and, count, eq, gt, isNull, or, type SQL, sql } from "drizzle-orm";
import type { Tx } from "@/db/client";
import { letters } from "@/db/schema/history";
import { inboundMails, mutedAddresses } from "@/db/schema/intake";
import type { HoldReason } from "@/db/words";
import type { Context } from "@/lib/base/context";
import { type RecentMail, stormVerdict } from "@/lib/mail";
import type { LetterRow } from "./claim-letter";

const hourMs = 3_600_000;

/**
 * Why this letter may not leave now; null when it may. What a person wrote always may. An answer to a mail is counted by its address over
 * all tickets; a notice by its address and its ticket, so that who has many tickets hears of each.
 */
export async function holdReasonFor(ctx: Context, tx: Tx, letter: LetterRow): Promise<HoldReason | null> {
  if (letter.origin === "person" || letter.kind === "mail.canary") return null;
  if (await isMuted(ctx, tx, letter.toAddress)) return "muted";
  if (letter.ticketId === null) return null;
  const found = stormVerdict(letter.origin === "answer" ? "reply" : "notice", await recentMail(ctx, tx, letter));
  return found.verdict === "hold" ? found.limit : null;
}

async function isMuted(ctx: Context, tx: Tx, address: string): Promise<boolean> {
  const [muted] = await tx
    .select({ id: mutedAddresses.id })
    .from(mutedAddresses)
    .where(
      and(
        eq(mutedAddresses.organisationId, ctx.organisation.id),
        eq(mutedAddresses.address, address.toLowerCase()),
        isNull(mutedAddresses.unmutedAt),
      ),
    )
    .limit(1);
  return muted !== undefined;
}

async function recentMail(ctx: Context, tx: Tx, letter: LetterRow): Promise<RecentMail> {
  const sent = async (ms: number, ...where: (SQL | undefined)[]): Promise<number> => {
    const since = new Date(ctx.now.getTime() - ms);
    const isOut = or(
      and(eq(letters.status, "sent"), gt(letters.sentAt, since)),
      and(eq(letters.status, "queued"), sql`${letters.claimedBy} is not null`),
    );
    const isOther = sql`${letters.id} <> ${letter.id} and ${letters.origin} <> 'person' and ${letters.sentWithId} is null`;
    const [row] = await tx
      .select({ n: count() })
      .from(letters)
      .where(and(eq(letters.organisationId, ctx.organisation.id), isOut, isOther, ...where));
    return row?.n ?? 0;
  };
  const toThem = eq(letters.toAddress, letter.toAddress);
  const isAnswer = eq(letters.origin, "answer");
  const onTicket = eq(letters.ticketId, letter.ticketId ?? "");
  return {
    repliesToSenderPerDay: await sent(24 * hourMs, toThem, isAnswer),
    lettersToSenderPerHour: await sent(hourMs, toThem, letter.origin === "answer" ? isAnswer : onTicket),
    lettersOnTicketPerHour: await sent(hourMs, onTicket),
    fromSenderPerHour: await fromSender(ctx, tx, letter.toAddress),
    repliesPerHour: await sent(hourMs, isAnswer),
  };
}

async function fromSender(ctx: Context, tx: Tx, address: string): Promise<number> {
  const since = new Date(ctx.now.getTime() - hourMs);
  const [row] = await tx
    .select({ n: count() })
    .from(inboundMails)
    .where(
      and(
        eq(inboundMails.organisationId, ctx.organisation.id),
        eq(inboundMails.sender, address),
        gt(inboundMails.receivedAt, since),
      ),
    );
  return row?.n ?? 0;
}
