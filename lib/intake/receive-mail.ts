import type { Context } from "@/lib/base/context";
import { ownMail } from "./own-mail";
import { processOrKeep } from "./process-mail";
import type { MailAnswer } from "./schema";
import { type RawMail, storeMail } from "./store-mail";

/**
 * Takes a raw mail in: kept first, then processed at once; the job is there for when this process dies between the two. The same mail
 * again gets the same answer, and nothing new happens.
 */
export async function receiveMail(ctx: Context, mail: RawMail): Promise<MailAnswer> {
  const mailId = await storeMail(ctx, mail);
  return processOrKeep({ ...ctx, actor: { kind: "portal" } }, mailId);
}

/** As above, for the organisation's one mailbox. */
export async function receiveOwnMail(ctx: Context, mail: Omit<RawMail, "mailbox">): Promise<MailAnswer> {
  return receiveMail(ctx, { ...mail, mailbox: (await ownMail(ctx)).mailbox });
}
