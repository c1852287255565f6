import { and, eq } from "drizzle-orm";
import type { Tx } from "@/db/client";
import { inboundMails } from "@/db/schema/intake";
import { type Context, inTransaction } from "@/lib/base/context";
import { newId } from "@/lib/base/ids";
import { requireMay } from "@/lib/base/may";
import { enqueue } from "@/lib/queue/enqueue";
import { mailKey } from "./mail-key";

/** `mailbox`: whose mail it is. `isWhole`: false where only its beginning could be fetched. */
export type RawMail = { mailbox: string; raw: Buffer; isWhole?: boolean };

/**
 * Keeps a mail as it came, once, in a transaction of its own; the job that goes on with it is in the outbox with it. The same mail again
 * is the one that is there. Another one under the same Message-ID is kept too, and waits in quarantine.
 */
export async function storeMail(ctx: Context, { mailbox, raw, isWhole = true }: RawMail): Promise<string> {
  requireMay(ctx, "mail:receive");
  const { key, bodyHash } = mailKey(raw);
  return inTransaction(ctx, async (tx) => {
    const fault = isWhole ? null : "tooLarge";
    const mail = { mailbox, raw, bodyHash };
    const first = await keep(ctx, tx, { ...mail, key, fault });
    if (first.bodyHash === bodyHash) return first.id;
    return (await keep(ctx, tx, { ...mail, key: `${key} ${bodyHash}`, fault: fault ?? "sameMessageId" })).id;
  });
}

type Kept = Pick<typeof inboundMails.$inferInsert, "mailbox" | "key" | "bodyHash" | "raw" | "fault">;

async function keep(ctx: Context, tx: Tx, mail: Kept): Promise<{ id: string; bodyHash: string }> {
  const row = {
    id: newId(),
    organisationId: ctx.organisation.id,
    receivedAt: ctx.now,
    step: "stored" as const,
    ...mail,
  };
  const about = { id: inboundMails.id, bodyHash: inboundMails.bodyHash };
  const [made] = await tx.insert(inboundMails).values(row).onConflictDoNothing().returning(about);
  if (made) {
    await enqueue(ctx, tx, "intake.process", { mailId: made.id });
    return made;
  }
  const [there] = await tx
    .select(about)
    .from(inboundMails)
    .where(
      and(
        eq(inboundMails.organisationId, ctx.organisation.id),
        eq(inboundMails.mailbox, mail.mailbox),
        eq(inboundMails.key, mail.key),
      ),
    );
  if (!there) throw new Error("a mail was neither stored nor found");
  return there;
}
