import { type Context, inTransaction } from "@/lib/base/context";
import { requireMay } from "@/lib/base/may";
import { decided, waitingMail } from "./internal";
import type { DismissMail } from "./schema";

/** Nothing for the desk, and why. The mail itself stays kept. */
export async function dismissMail(ctx: Context, { mailId, reason }: DismissMail): Promise<void> {
  requireMay(ctx, "mail:work");
  await inTransaction(ctx, async (tx) => {
    await waitingMail(ctx, tx, mailId);
    await decided(ctx, tx, mailId, { decision: "dismissed", reason, ticketId: null });
  });
}
