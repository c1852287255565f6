import type { Tx } from "@/db/client";
import type { MailOutcome } from "@/db/words";
import type { Context } from "@/lib/base/context";
import type { Message, Verdict } from "@/lib/mail";
import { fileFromPerson } from "./file-from-person";
import { noteBounce } from "./note-bounce";
import { noteReturned } from "./note-returned";
import type { MailRow } from "./process-mail";
import { findThread } from "./thread";

export type Judged = { mail: MailRow; message: Message; verdict: Verdict };

export type Decided = {
  outcome: MailOutcome;
  reason: string;
  because?: string;
  ticketId?: string | null;
  suggestedId?: string | null;
};

/**
 * What a judged mail leads to. A person's alone opens or continues a ticket; what waits in quarantine, and what is only kept, are told
 * apart by the verdict. A machine's answer within a thread is kept with its ticket, and changes nothing there.
 */
export async function decide(ctx: Context, tx: Tx, judged: Judged): Promise<Decided> {
  const { mail, message, verdict } = judged;
  const because = `${verdict.reason}: ${verdict.because}`;
  // What it names is known here too: a mail about a confidential ticket waits for those who may read that.
  const waits = async () => ({ suggestedId: (await findThread(ctx, tx, message))?.ticket.id ?? null });
  if (mail.fault) return { outcome: "quarantined", reason: mail.fault, because: mail.key, ...(await waits()) };
  switch (verdict.kind) {
    case "person":
      return fileFromPerson(ctx, tx, { ...judged, verdict });
    case "quarantine":
      return { outcome: "quarantined", reason: verdict.reason, because, ...(await waits()) };
    case "bounce":
      return { outcome: "ignored", reason: "bounce", because, ticketId: await noteBounce(ctx, tx, verdict) };
    case "loop": {
      const isCanary = await noteReturned(ctx, tx, message);
      return { outcome: "ignored", reason: isCanary ? "canary" : "loop", because };
    }
    default: {
      const thread = await findThread(ctx, tx, message);
      const ticketId = thread?.as ? thread.ticket.id : null;
      return { outcome: "ignored", reason: verdict.kind, because, ticketId };
    }
  }
}
