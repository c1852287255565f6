import type { SendMailOptions } from "nodemailer";
import { now } from "@/lib/base/clock";
import { Unavailable } from "@/lib/base/errors";
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
    // An automatic reply leaves with MAIL FROM:<> (RFC 3834, 3.3); other letters want to hear that they could not be delivered.
    envelope: { from: letter.isAutomaticReply ? "" : from.address, to: [letter.to] },
    messageId: messageIdOf(letter.id, from),
    date: now(),
    subject: oneLine(letter.subject),
    text: letter.text,
    ...(letter.html === undefined ? {} : { html: letter.html }),
    attachments: (letter.attachments ?? []).map(attached),
    headers: { ...ownHeaders(letter), ...automatic(letter) },
    disableFileAccess: true,
    disableUrlAccess: true,
  };
}

/** No machine shall answer these (RFC 3834; Exchange has its own header for it). */
function automatic({ isAutomaticReply }: Letter): Record<string, string> {
  return {
    "Auto-Submitted": isAutomaticReply ? "auto-replied" : "auto-generated",
    "X-Auto-Response-Suppress": "All",
  };
}

const given = [
  "from",
  "to",
  "cc",
  "bcc",
  "sender",
  "reply-to",
  "subject",
  "date",
  "message-id",
  "mime-version",
  "auto-submitted",
];

/** A letter may add headers, and never change whom it is from or to. `Reply-To` and its kind come with mail that is answered. */
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
