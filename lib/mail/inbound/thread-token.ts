import { createHash, createHmac, timingSafeEqual } from "node:crypto";
import { requiredSecret } from "@/lib/base/env";
import type { Message } from "./message";

/** Whose letter it was: the organisation and the address are bound in and not written out; `ticket` is its reference, `123-4567`. */
export type Thread = { organisation: string; ticket: string; recipient: string };

const key = () =>
  createHash("sha256")
    .update(`mail.thread:${requiredSecret("SEAL_KEY")}`)
    .digest();

/** `1234567abcdef…`: 7 digits, 5 letters that tell the recipient and 20 that prove it all (100 bits). Lower case alone: servers change case. */
export function makeThreadToken({ organisation, ticket, recipient }: Thread): string {
  const digits = ticket.replace("-", "");
  const tag = recipientTag(organisation, recipient);
  return `${digits}${tag}${proof(organisation, digits, tag)}`;
}

/**
 * The ticket of a token of ours for this organisation; null for any other. `isRecipient`: the sender is whom we wrote to. Where it is false
 * somebody else holds the letter: a new ticket with a suggested link, never an answer in the ticket.
 */
export function readThreadToken(
  token: string,
  { organisation, sender }: { organisation: string; sender: string },
): { ticket: string; isRecipient: boolean } | null {
  const [, digits = "", tag = "", given = ""] = /^(\d{7})([a-z2-7]{5})([a-z2-7]{20})$/.exec(token.toLowerCase()) ?? [];
  if (digits === "" || !isSame(given, proof(organisation, digits, tag))) return null;
  const ticket = `${digits.slice(0, 3)}-${digits.slice(3)}`;
  return { ticket, isRecipient: isSame(tag, recipientTag(organisation, sender)) };
}

/** `servicedesk@aminne.example` → `servicedesk+TOKEN@aminne.example`, for Reply-To. The part before @ may hold 64 letters (RFC 5321, 4.5.3.1.1). */
export function threadAddress(address: string, token: string): string {
  const at = address.lastIndexOf("@");
  return `${address.slice(0, at)}+${token}${address.slice(at)}`;
}

/** A letter's Message-ID that carries its thread: what an answer names in In-Reply-To and References. */
export function threadMessageId(letterId: string, token: string, domain: string): string {
  return `<${letterId}.${token}.thread@${domain}>`;
}

/** Every token a message names, the surest place first: the address it was sent to, then what it answers. Unread: each is still to be proven. */
export function threadTokensIn(message: Message): string[] {
  const delivered = ["delivered-to", "x-original-to", "envelope-to"].flatMap((name) => message.headers.get(name) ?? []);
  const addresses = [...message.to, ...message.cc].map(({ address }) => address);
  const plus = [...delivered, ...addresses].flatMap((one) => /\+([a-z0-9]{32})@/i.exec(one)?.[1] ?? []);
  const answered = [...message.inReplyTo, ...message.references.toReversed()];
  const ids = answered.flatMap((id) => /\.([a-z0-9]{32})\.thread@/i.exec(id)?.[1] ?? []);
  return [...new Set([...plus, ...ids].map((token) => token.toLowerCase()))].slice(0, 20);
}

const recipientTag = (organisation: string, address: string): string =>
  signed(`recipient\n${organisation}\n${address.trim().toLowerCase()}`).slice(0, 5);

const proof = (organisation: string, digits: string, tag: string): string =>
  signed(`thread\n${organisation}\n${digits}\n${tag}`).slice(0, 20);

const alphabet = "abcdefghijklmnopqrstuvwxyz234567";

const signed = (text: string): string =>
  [...createHmac("sha256", key()).update(text).digest()].map((byte) => alphabet[byte % 32]).join("");

function isSame(given: string, right: string): boolean {
  return given.length === right.length && timingSafeEqual(Buffer.from(given), Buffer.from(right));
}
