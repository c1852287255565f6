import type { SendMailOptions } from "nodemailer";
import { now } from "@/lib/base/clock";
import { Unavailable } from "@/lib/base/errors";
import { threadAddress, threadMessageId } from "./inbound/thread-token";
import { domainOf, isAddress, type Mailbox } from "./mailbox";
import type { Attachment, Letter } from "./port";

/** The same for every sending of the same letter: a mail server or a person can tell that it came twice. */
function messageIdOf(letterId: string, from: Mailbox): string {
  if (!/^[A-Za-z0-9-]{1,64}$/.test(letterId))
    throw new Unavailable("a letter's id has other characters", false, "mail.refused");
  return `<${letterId}.letter@${domainOf(from)}>`;
}

/** The letter as nodemailer wants it: one plain recipient, no line breaks in any header, no reading of files or addresses. */
export function compose(letter: Letter, from: Mailbox): SendMailOptions & { messageId: string } {
  if (!isAddress(letter.to))
    throw new Unavailable("the address of a letter is not an address", false, "mail.badAddress");
  return {
    from: { name: oneLine(from.name), address: from.address },
    to: { name: "", address: letter.to },
    // What a machine writes leaves with MAIL FROM:<> (RFC 3834, 3.3); who wrote a letter wants to hear that it did not arrive.
    envelope: { from: letter.origin === "person" ? from.address : "", to: [letter.to] },
    ...threading(letter, from),
    date: now(),
    subject: oneLine(letter.subject),
    text: letter.text,
    ...(letter.html === undefined ? {} : { html: letter.html }),
    attachments: (letter.attachments ?? []).map(attached),
    headers: { ...ownHeaders(letter), ...automatic(letter, from) },
    disableFileAccess: true,
    disableUrlAccess: true,
  };
}

/** An answer comes back to the address with the token, or at least names the letter; all of one ticket's letters stand together. */
function threading({ id, thread }: Letter, from: Mailbox) {
  const messageId = messageIdOf(id, from);
  if (!thread) return { messageId };
  const root = `<${thread.reference}.ticket@${domainOf(from)}>`;
  return {
    messageId: threadMessageId(id, thread.token, domainOf(from)),
    replyTo: { name: oneLine(from.name), address: threadAddress(from.address, thread.token) },
    inReplyTo: root,
    references: [root],
  };
}

/** No machine shall answer these (RFC 3834; List-Id and Precedence for older ones, and Exchange has its own header for it). */
function automatic({ origin = "notice" }: Letter, from: Mailbox): Record<string, string> {
  if (origin === "person") return {};
  return {
    "Auto-Submitted": origin === "answer" ? "auto-replied" : "auto-generated",
    "X-Auto-Response-Suppress": "All",
    "List-Id": `<letters.${domainOf(from)}>`,
    Precedence: "bulk",
  };
}

const given = [
  ...["from", "to", "cc", "bcc", "sender", "reply-to", "subject", "date", "message-id", "in-reply-to", "references"],
  ...["mime-version", "auto-submitted"],
];

/** A letter may add headers, and never change whom it is from or to. */
function ownHeaders({ headers = {} }: Letter): Record<string, string> {
  const names = Object.keys(headers);
  const bad = names.find(
    (name) => !/^[A-Za-z0-9-]+$/.test(name) || given.includes(name.toLowerCase()) || /^content-/i.test(name),
  );
  if (bad !== undefined) throw new Unavailable("a letter may not set that header", false, "mail.refused");
  return Object.fromEntries(names.map((name) => [name, oneLine(headers[name] ?? "")]));
}

function attached({ filename, contentType, content }: Attachment) {
  return {
    filename: oneLine(filename).replace(/[/\\]/g, "-"),
    contentType: oneLine(contentType),
    content: typeof content === "string" ? content : Buffer.from(content),
    contentDisposition: "attachment" as const,
  };
}

/** A line break in a header would start another header. */
function oneLine(text: string): string {
  return text.replace(/[\p{Cc}\u2028\u2029]+/gu, " ").trim();
}
