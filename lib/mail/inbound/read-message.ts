import { createHash } from "node:crypto";
import type { AddressObject, Attachment } from "mailparser";
import { isAddress, type Mailbox } from "../mailbox";
import type { Message, MessagePart, ReadingFault } from "./message";
import { isShallow, type Parsed, parsed, textOfHtml } from "./parse";
import { declaredWindows1252, headEnd, isMojibake, safeFilename, shownLine, withUtf8Head } from "./repair";

/** Above the first two only the headers are read, as far as they go; mailparser itself leaves out what is beyond 1,000 parts. */
const limits = { bytes: 40 * 1024 * 1024, headBytes: 256 * 1024, headers: 1000, parts: 900 };

/** Reads a raw message (RFC 5322, MIME). Never throws: what could not be read is said in `faults`. */
export async function readMessage(bytes: Uint8Array): Promise<Message> {
  const raw = withUtf8Head(Buffer.from(bytes));
  const end = headEnd(raw);
  const isSmall = bytes.length <= limits.bytes && end <= limits.headBytes;
  const whole = isSmall ? await parsed(raw, { htmlAsText: false }) : null;
  const head = () => parsed(withoutStructure(raw.subarray(0, Math.min(end, limits.headBytes))), { htmlAsText: false });
  const mail = whole ?? (await head()) ?? { attachments: [], headerLines: [] };
  const { text, isRepaired } = whole ? await ownText(whole, raw) : { text: "", isRepaired: false };
  const isNothingRead = text.trim() === "" && !mail.html && mail.attachments.length === 0;
  const faults: Record<ReadingFault, boolean> = {
    tooLarge: !isSmall,
    unreadable: isSmall && isNothingRead && !isBlank(raw.subarray(end)),
    tooManyHeaders: (mail.headerLines?.length ?? 0) > limits.headers,
    tooManyParts: isSmall && countOfParts(raw) > limits.parts,
    charset: isRepaired || text.includes("\uFFFD"),
  };
  return {
    ...translated(mail),
    digest: createHash("sha256").update(bytes).digest("hex"),
    text,
    bytes: bytes.length,
    faults: (Object.keys(faults) as ReadingFault[]).filter((fault) => faults[fault]),
  };
}

/** The header block as a message of its own: its Content-Type would promise parts that are not there. */
function withoutStructure(head: Buffer): Buffer {
  return Buffer.from(head.toString("latin1").replace(/^content-type:/gim, "X-Content-Type:"), "latin1");
}

const isBlank = (bytes: Buffer): boolean => bytes.length < 1_000_000 && bytes.toString("latin1").trim() === "";

const countOfParts = (raw: Buffer): number => raw.toString("latin1").match(/^content-type:/gim)?.length ?? 0;

/** The plain text, read anew where its declared charset was a lie. */
async function ownText(mail: Parsed, raw: Buffer): Promise<{ text: string; isRepaired: boolean }> {
  const text = await plainText(mail, raw);
  if (!text.includes("\uFFFD")) return { text, isRepaired: false };
  const anew = declaredWindows1252(raw);
  const again = await parsed(anew, { htmlAsText: false });
  const repaired = again === null ? text : await plainText(again, anew);
  const isBetter = !repaired.includes("\uFFFD") && !isMojibake(repaired);
  return isBetter ? { text: repaired, isRepaired: true } : { text, isRepaired: false };
}

/** Of the HTML too where the plain part is empty, or where both stand after each other rather than one for the other. */
async function plainText(mail: Parsed, raw: Buffer): Promise<string> {
  const plain = normalised(mail.text ?? "");
  if (!mail.html) return plain;
  if (plain.trim() === "") return normalised(await textOfHtml(mail.html));
  const isOneForOther = /^content-type:\s*multipart\/alternative/im.test(raw.toString("latin1"));
  if (isOneForOther || !isShallow(mail.html)) return plain;
  return normalised((await parsed(raw, { htmlAsText: true }))?.text ?? plain);
}

const normalised = (text: string): string => text.replace(/\r\n?/g, "\n").replaceAll("\0", "");

function translated(mail: Parsed): Omit<Message, "digest" | "text" | "bytes" | "faults"> {
  const headers = headersOf(mail);
  const first = (name: string) => headers.get(name)?.[0] ?? "";
  const type = typeOf(mail.headers?.get("content-type") ?? first("x-content-type"));
  return {
    id: idsIn(first("message-id"))[0] ?? null,
    inReplyTo: idsIn(first("in-reply-to")),
    references: idsIn((headers.get("references") ?? []).join(" ")),
    from: mailboxesOf(mail.from)[0] ?? null,
    to: mailboxesOf(mail.to),
    cc: mailboxesOf(mail.cc),
    replyTo: mailboxesOf(mail.replyTo),
    subject: shownLine(mail.subject ?? ""),
    html: typeof mail.html === "string" && mail.html !== "" ? mail.html : null,
    sentAt: instantOf(first("date")),
    contentType: type.value,
    contentParameters: type.parameters,
    headers,
    parts: mail.attachments.map(partOf),
  };
}

function headersOf(mail: Parsed): Map<string, string[]> {
  const headers = new Map<string, string[]>();
  for (const { key, line } of mail.headerLines ?? []) {
    if (key === "") continue;
    const value = Buffer.from(line.slice(line.indexOf(":") + 1), "latin1").toString("utf8");
    const values = headers.get(key) ?? [];
    values.push(value.replace(/\r?\n[ \t]*/g, " ").trim());
    headers.set(key, values);
  }
  return headers;
}

/** Message-IDs of a header; a bare one gets its brackets, and one that is not an id is none. */
function idsIn(value: string): string[] {
  const bracketed = [...value.matchAll(/<([^<>\s]{1,990})>/g)].map(([id]) => id);
  if (bracketed.length > 0) return bracketed.slice(-100);
  return /^[^\s<>@]+@[^\s<>@]+$/.test(value) ? [`<${value}>`] : [];
}

function mailboxesOf(addresses: AddressObject | AddressObject[] | undefined): Mailbox[] {
  const all = [addresses ?? []].flat().flatMap(({ value }) => value.flatMap((entry) => entry.group ?? [entry]));
  return all.flatMap(({ name, address }) =>
    address && isAddress(address) ? [{ name: shownLine(name ?? ""), address: address.toLowerCase() }] : [],
  );
}

function instantOf(value: string): Date | null {
  const ms = Date.parse(value.replace(/\([^)]*\)/g, " "));
  return Number.isNaN(ms) ? null : new Date(ms);
}

type ContentType = { value: string; parameters: Record<string, string> };

function typeOf(header: unknown): ContentType {
  if (typeof header === "string") return { value: header.split(";", 1)[0]?.trim().toLowerCase() ?? "", parameters: {} };
  if (typeof header !== "object" || header === null || !("value" in header)) return { value: "", parameters: {} };
  const params = "params" in header && typeof header.params === "object" && header.params ? header.params : {};
  const parameters = Object.entries(params).map(([name, value]) => [name.toLowerCase(), String(value)]);
  return { value: String(header.value).toLowerCase(), parameters: Object.fromEntries(parameters) };
}

function partOf(attachment: Attachment): MessagePart {
  const content = Buffer.isBuffer(attachment.content) ? attachment.content : Buffer.alloc(0);
  return {
    contentType: attachment.contentType.toLowerCase(),
    parameters: typeOf(attachment.headers.get("content-type")).parameters,
    filename: safeFilename(attachment.filename ?? ""),
    isInline: attachment.contentDisposition === "inline" || attachment.related === true,
    bytes: content.length,
    content,
  };
}
