import { headerOf, type Message } from "./message";
import type { OwnMail, Verdict } from "./verdict";
import { verdict } from "./verdict";

/** What a filter before us already held for spam or forged. Its "no" is never trusted: anybody can write it. */
export function suspicionOf(message: Message, own: OwnMail): Verdict | null {
  for (const [name, value, reason] of marks) {
    const found = message.headers.get(name)?.find((given) => value.test(given));
    if (found !== undefined) return verdict("quarantine", reason, `${name}: ${found}`);
  }
  return senderProof(message, own) === "fail"
    ? verdict("quarantine", "forgedSender", headerOf(message, "authentication-results") ?? "")
    : null;
}

/**
 * What our own mail server says of the sender's domain (DMARC). Only the topmost Authentication-Results (RFC 8601) counts, and only with
 * our server's id; that server must take away those that came in under its name.
 */
export function senderProof(message: Message, own: OwnMail): "pass" | "fail" | "unknown" {
  const [id = "", ...results] = (headerOf(message, "authentication-results") ?? "").split(";");
  const server = id.trim().split(/\s+/)[0]?.toLowerCase();
  if (own.authenticationServer === null || server !== own.authenticationServer.toLowerCase()) return "unknown";
  const verdicts = results.flatMap((result) => /^\s*dmarc=(\w+)/i.exec(result)?.[1]?.toLowerCase() ?? []);
  if (verdicts.includes("fail")) return "fail";
  return verdicts.includes("pass") ? "pass" : "unknown";
}

/** SpamAssassin and rspamd; Exchange's confidence level from 5 (spam) to 9, and its verdicts spam, phishing and spoof. */
const marks: readonly [name: string, value: RegExp, reason: string][] = [
  ["x-spam-flag", /^yes/i, "markedAsSpam"],
  ["x-spam-status", /^yes/i, "markedAsSpam"],
  ["x-spam", /^yes/i, "markedAsSpam"],
  ["x-ms-exchange-organization-scl", /^[5-9]$/, "markedAsSpam"],
  [
    "x-forefront-antispam-report",
    /\bSCL:[5-9]\b|\bSFV:(SPM|SKB|SKS)\b|\bCAT:(SPM|HSPM|PHSH|HPHSH|SPOOF|MALW|BULK)\b/i,
    "markedAsSpam",
  ],
  ["x-virus-status", /^(yes|infected)/i, "markedAsInfected"],
  ["x-amavis-alert", /infected|banned/i, "markedAsInfected"],
];
