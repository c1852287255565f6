import { and, eq, or } from "drizzle-orm";
import { inboundMails } from "@/db/schema/intake";
import { units } from "@/db/schema/people";
import { tickets } from "@/db/schema/tickets";
import { type Context, read } from "@/lib/base/context";
import { NotFound } from "@/lib/base/errors";
import { requireMay } from "@/lib/base/may";
import { cleanHtml, readMessage, splitReply } from "@/lib/mail";
import { aboutTicket, mayReadMail } from "./internal";
import { keepable } from "./plain-text";

export type ReadMail = {
  id: string;
  receivedAt: Date;
  sender: string;
  senderName: string;
  to: string;
  subject: string;
  reason: string;
  because: string;
  isWaiting: boolean;
  /** The ticket it names, where this person may read it. */
  reference: string | null;
  fresh: string;
  quoted: string;
  /** Cleaned. */
  html: string | null;
  files: { name: string | null; contentType: string; bytes: number }[];
};

/** One mail that opened nothing, safe to read: text, cleaned HTML, and its files by name alone. NotFound for any other. */
export async function getMail(ctx: Context, mailId: string): Promise<ReadMail> {
  requireMay(ctx, "mail:work");
  const found = await read(ctx, (tx) =>
    tx
      .select({ mail: inboundMails, reference: tickets.reference })
      .from(inboundMails)
      .leftJoin(tickets, aboutTicket)
      .leftJoin(units, eq(units.id, tickets.unitId))
      .where(
        and(
          eq(inboundMails.organisationId, ctx.organisation.id),
          eq(inboundMails.id, mailId),
          or(eq(inboundMails.outcome, "quarantined"), eq(inboundMails.outcome, "ignored")),
          mayReadMail(ctx),
        ),
      ),
  );
  const [row] = found;
  if (!row) throw new NotFound();
  const { mail, reference } = row;
  const message = await readMessage(mail.raw);
  const { fresh, quoted } = splitReply(message.text);
  const { id, receivedAt } = mail;
  return {
    ...{ id, receivedAt, reference, fresh, quoted },
    ...{ sender: mail.sender ?? "", senderName: mail.senderName ?? "", subject: mail.subject ?? "" },
    to: [...message.to, ...message.cc].map(({ address }) => address).join(", "),
    ...{ reason: mail.reason ?? "", because: mail.because ?? "" },
    isWaiting: mail.outcome === "quarantined" && mail.decision === null,
    html: message.html === null ? null : cleanHtml(keepable(message.html)),
    files: message.parts.map(({ filename, contentType, bytes }) => ({ name: filename, contentType, bytes })),
  };
}
