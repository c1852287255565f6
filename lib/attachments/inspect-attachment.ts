import { and, eq, isNotNull } from "drizzle-orm";
import { attachmentContents, attachments } from "@/db/schema/attachments";
import { tickets } from "@/db/schema/tickets";
import type { AttachmentState } from "@/db/words";
import { hasScanner, scan } from "@/lib/antivirus/scan";
import { type Context, inTransaction, read } from "@/lib/base/context";
import { Unavailable } from "@/lib/base/errors";
import { log } from "@/lib/base/log";
import { wordsOf } from "./words-of";

/** Minutes until the next try; the last goes on for ever, for what is held is neither passed nor forgotten. */
const pauses = [0.5, 1, 2, 5, 10] as const;

type Inspected = { state: AttachmentState; finding: string | null };

/**
 * Scans a file and reads what it says. Held while the scanner does not answer; infected is final, and nothing reads what is infected.
 * Doing it twice does no harm: the second finds nothing left to do.
 */
export async function inspectAttachment(ctx: Context, attachmentId: string): Promise<void> {
  const waiting = and(eq(attachments.id, attachmentId), isNotNull(attachments.nextInspectionAt));
  const [file] = await read(ctx, (tx) =>
    tx
      .select({ about: attachments, content: attachmentContents.content })
      .from(attachments)
      .innerJoin(attachmentContents, eq(attachmentContents.attachmentId, attachments.id))
      .where(waiting),
  );
  if (!file) return;
  const verdict = await scanned(file.about, file.content);
  if (!verdict) {
    const { inspections } = file.about;
    const pause = pauses[Math.min(inspections, pauses.length - 1)] ?? 10;
    const nextInspectionAt = new Date(ctx.now.getTime() + pause * 60_000);
    const later = { inspections: inspections + 1, nextInspectionAt };
    await inTransaction(ctx, (tx) => tx.update(attachments).set(later).where(waiting));
    return;
  }
  const words = verdict.state === "infected" ? null : await wordsOf(file.about, file.content);
  await inTransaction(ctx, async (tx) => {
    const [ticket] = await tx
      .select({ id: tickets.id })
      .from(tickets)
      .where(eq(tickets.id, file.about.ticketId))
      .for("update");
    if (!ticket) return;
    await tx
      .update(attachments)
      .set({ ...verdict, nextInspectionAt: null })
      .where(waiting);
    await tx.update(attachmentContents).set({ words }).where(eq(attachmentContents.attachmentId, attachmentId));
  });
}

/** Null: the scanner is set up and does not answer. */
async function scanned(about: typeof attachments.$inferSelect, content: Buffer): Promise<Inspected | null> {
  if (!hasScanner()) return { state: about.state === "held" ? "unscanned" : about.state, finding: about.finding };
  return scan(content).then(
    (verdict) =>
      verdict.isClean ? { state: "clean", finding: null } : { state: "infected", finding: verdict.finding },
    (fault) => {
      if (!(fault instanceof Unavailable)) throw fault;
      log().warn({ attachment: about.id, detail: fault.detail }, "a file could not be scanned and is held");
      return null;
    },
  );
}
