import type { Mailbox } from "../mailbox";

/** One part that is not the message's own text. `filename` is safe to show and to save under; `content` is decoded bytes. */
export type MessagePart = {
  contentType: string;
  /** `method` of an invitation, `smime-type`, `report-type`: lower case names. */
  parameters: Readonly<Record<string, string>>;
  filename: string | null;
  isInline: boolean;
  bytes: number;
  content: Uint8Array;
};

/**
 * What was left out or mended: tooLarge leaves the headers alone, unreadable nothing but them, tooManyParts the first of the parts;
 * charset means that the declared one was wrong, so that windows-1252 was read instead or letters are missing.
 */
export type ReadingFault = "tooLarge" | "unreadable" | "tooManyHeaders" | "tooManyParts" | "charset";

/** A message as it came. Nothing in it is proven: not the sender, not the date, not the headers. */
export type Message = {
  /** Message-ID with its brackets; null when there is none that can be used. */
  id: string | null;
  /** SHA-256 of the raw bytes, hex: what makes a message known again where it has no id, or shares another's. */
  digest: string;
  inReplyTo: readonly string[];
  references: readonly string[];
  from: Mailbox | null;
  to: readonly Mailbox[];
  cc: readonly Mailbox[];
  replyTo: readonly Mailbox[];
  subject: string;
  /** Plain text, LF line ends; made from the HTML where there is no other. */
  text: string;
  /** As it came: to be cleaned before anybody sees it. */
  html: string | null;
  sentAt: Date | null;
  contentType: string;
  contentParameters: Readonly<Record<string, string>>;
  /** Lower case name → its values from the top of the message down, unfolded. */
  headers: ReadonlyMap<string, readonly string[]>;
  parts: readonly MessagePart[];
  bytes: number;
  faults: readonly ReadingFault[];
};

/** The topmost value of a header, trimmed; null when it is not there. */
export function headerOf(message: Message, name: string): string | null {
  return message.headers.get(name)?.[0] ?? null;
}

export const partsOf = (message: Message, contentType: string): MessagePart[] =>
  message.parts.filter((part) => part.contentType === contentType);

export const textOf = (part: MessagePart): string => Buffer.from(part.content).toString("utf8");
