import { automaticByWords, automaticOf, isNobody } from "./automatic";
import { bounceOf, hasNullSender } from "./bounce";
import { listOf } from "./list";
import { loopOf } from "./loop";
import { headerOf, type Message, partsOf, textOf } from "./message";
import { senderProof, suspicionOf } from "./suspicion";
import type { OwnMail, Verdict } from "./verdict";
import { verdict } from "./verdict";

/**
 * What a message is, and by which rule. The order matters: what could send mail round in a circle is looked for first, and a person is
 * what is left when nothing speaks against it. Sources: RFC 3834 (automatic answers), 3464 (bounces), 2919 and 2369 (lists), 5546 (calendars).
 */
export function classify(message: Message, own: OwnMail): Verdict {
  const rules: readonly (() => Verdict | null)[] = [
    () => loopOf(message, own),
    () => bounceOf(message),
    () => unreadableOf(message),
    () => calendarOf(message),
    () => automaticOf(message),
    () => suspicionOf(message, own),
    () => listOf(message, own),
    () => automaticByWords(message),
    () => closedOf(message),
    () => doubtOf(message),
  ];
  for (const rule of rules) {
    const found = rule();
    if (found) return found;
  }
  return personOf(message, own);
}

/** What was left out when it was read cannot be judged by what is there. A wrong charset can. */
function unreadableOf(message: Message): Verdict | null {
  const fault = message.faults.find((one) => one !== "charset");
  if (fault) return verdict("quarantine", fault, `${message.bytes} bytes`);
  const senders = message.headers.get("from") ?? [];
  if (senders.length > 1) return verdict("quarantine", "severalSenders", senders.join(" | "));
  return message.from ? null : verdict("quarantine", "noSender", senders[0] ?? "");
}

/** An invitation or an answer to one (iTIP, RFC 5546). An .ics without a method is a file like any other. */
function calendarOf(message: Message): Verdict | null {
  for (const part of [...partsOf(message, "text/calendar"), ...partsOf(message, "application/ics")]) {
    const method = part.parameters.method ?? /^METHOD:([A-Za-z]+)/m.exec(textOf(part))?.[1] ?? "";
    const isAct = /^(request|reply|cancel|counter|declinecounter|refresh|add)$/i.test(method);
    if (isAct)
      return { kind: "calendar", reason: "calendarMethod", because: part.contentType, method: method.toUpperCase() };
  }
  return null;
}

/** Whole contents that the portal cannot open: encrypted, or wrapped in Outlook's own format with nothing beside it. */
function closedOf(message: Message): Verdict | null {
  const isSealed = /^application\/(x-)?pkcs7-mime$/;
  const sealed = [message, ...message.parts].find(({ contentType }) => isSealed.test(contentType));
  if (sealed && message.text.trim() === "") return verdict("quarantine", "smime", sealed.contentType);
  if (message.contentType === "multipart/encrypted") return verdict("quarantine", "encrypted", message.contentType);
  const tnef = message.parts.find(
    ({ contentType, filename }) => /ms-tnef/.test(contentType) || filename === "winmail.dat",
  );
  return tnef && message.text.trim() === ""
    ? verdict("quarantine", "tnefOnly", tnef.filename ?? tnef.contentType)
    : null;
}

/** One weak sign that nobody wrote it, or nothing in it at all: an agent looks. */
function doubtOf(message: Message): Verdict | null {
  if (hasNullSender(message)) return verdict("quarantine", "nullSender", message.subject);
  if (isNobody(message)) return verdict("quarantine", "noReplyAddress", message.from?.address ?? "");
  const isEmpty = message.text.trim() === "" && message.subject === "" && message.parts.length === 0;
  return isEmpty ? verdict("quarantine", "empty", "") : null;
}

function personOf(message: Message, own: OwnMail): Verdict {
  const suppressed = headerOf(message, "x-auto-response-suppress") ?? "none";
  const mayBeAnswered =
    /^none$/i.test(suppressed) && !message.headers.has("precedence") && !message.headers.has("list-id");
  const sender = senderProof(message, own) === "pass" ? "proven" : "unproven";
  return { kind: "person", reason: "nothingAgainst", because: message.from?.address ?? "", mayBeAnswered, sender };
}
