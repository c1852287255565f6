import { headerOf, type Message } from "./message";
import type { OwnMail, Verdict } from "./verdict";
import { verdict } from "./verdict";

const signs = [
  "list-id",
  "list-unsubscribe",
  "list-post",
  "list-help",
  "mailing-list",
  "x-mailing-list",
  "feedback-id",
];

/** A mailing list or a newsletter (RFC 2919, RFC 2369, and Precedence). Our own groups are how people reach us, not lists. */
export function listOf(message: Message, own: OwnMail): Verdict | null {
  const id = /<([^<>]+)>\s*$/.exec(headerOf(message, "list-id") ?? "")?.[1] ?? headerOf(message, "list-id") ?? "";
  if (id !== "" && own.listIds.includes(id.toLowerCase())) return null;
  const sign = signs.find((name) => message.headers.has(name));
  if (sign !== undefined) return verdict("list", "listHeader", `${sign}: ${headerOf(message, sign) ?? ""}`);
  const precedence = headerOf(message, "precedence") ?? "";
  return /^(bulk|list|junk)\b/i.test(precedence) ? verdict("list", "precedence", precedence) : null;
}
