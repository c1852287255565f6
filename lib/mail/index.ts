import { Unavailable } from "@/lib/base/errors";
import { diskMailer } from "./disk/disk";
import { imapFetcher } from "./imap/imap";
import { readMailbox } from "./mailbox";
import type { Fetcher, Mailer } from "./port";
import type { MailSettings } from "./schema";
import { smtpMailer } from "./smtp/smtp";

export { classify } from "./inbound/classify";
export { cleanHtml } from "./inbound/clean-html";
export { isThanksOnly } from "./inbound/is-thanks-only";
export type { Message, MessagePart } from "./inbound/message";
export { readMessage } from "./inbound/read-message";
export { splitReply } from "./inbound/split-reply";
export { type AutomaticMail, type RecentMail, stormVerdict } from "./inbound/storm-verdict";
export { makeThreadToken, readThreadToken, threadTokensIn } from "./inbound/thread-token";
export type { OwnMail, Verdict } from "./inbound/verdict";
export { type LetterLayout, layOut } from "./letter-layout";
export { domainOf, isAddress, type Mailbox, readMailbox } from "./mailbox";
export type { Attachment, Check, Fetcher, Letter, Mailer, Take } from "./port";

/**
 * `allowed` is ALLOW_ADDRESSES. With DEMO=1, `diskDir` is where letters that go out are also written (`DATA_DIR/mail`).
 * `from` is the organisation's own sender, for when there is no connection.
 */
export type MailOptions = {
  allowed: readonly string[];
  from: string;
  diskDir?: string | undefined;
  timeoutMs?: number;
};

/** How an organisation's letters leave: by SMTP, as files, or both. Throws Unavailable when neither is set. */
export function mailer(settings: MailSettings | null, options: MailOptions): Mailer {
  const from = readMailbox(settings?.from ?? options.from);
  if (!from) throw new Unavailable("the sender of letters is not an address", false, "mail.badFrom");
  const onDisk = options.diskDir === undefined ? null : diskMailer(options.diskDir, from);
  const bySmtp = settings && smtpMailer(settings, from, options);
  if (bySmtp && onDisk) return both(bySmtp, onDisk);
  const only = bySmtp ?? onDisk;
  if (!only) throw new Unavailable("no mail connection is set", false, "mail.notConnected");
  return only;
}

/** What is on disk has gone out. */
function both(first: Mailer, second: Mailer): Mailer {
  return {
    server: first.server,
    send: async (letter) => {
      const sent = await first.send(letter);
      await second.send(letter);
      return sent;
    },
    check: async () => [...(await first.check()), ...(await second.check())],
  };
}

/** Where an organisation's mail is fetched; null when its connection names no mailbox. */
export function fetcher(
  settings: MailSettings | null,
  options: Pick<MailOptions, "allowed" | "timeoutMs">,
): Fetcher | null {
  return settings?.imap ? imapFetcher(settings.imap, { ...options, ca: settings.ca }) : null;
}
