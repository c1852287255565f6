import { DomainError, Unavailable } from "@/lib/base/errors";

type SmtpError = Error & { code?: string; responseCode?: number; response?: string };

/**
 * What went wrong, in our words. 4xx may work later, 5xx will not (RFC 5321, 4.2.1). When the settings are at fault the letter is not:
 * it waits until they are right. A connection that broke after the letter was given may have sent it.
 */
export function failureOf(error: unknown): DomainError {
  if (error instanceof DomainError) return error;
  const { code = "", message, responseCode, response = "" }: SmtpError = error instanceof Error ? error : new Error("");
  const detail = `${code} ${withoutAddresses(response || message)}`.trim().slice(0, 300);
  const isPermanent = responseCode !== undefined && responseCode >= 500;
  if (code === "EAUTH") return new Unavailable(detail, true, "mail.signInRefused");
  if (code === "ETLS" || /certificate|altnames|STARTTLS/i.test(message))
    return new Unavailable(detail, true, "mail.notTrusted");
  if (isPermanent) return new Unavailable(detail, false, "mail.refused");
  const isOurs =
    ["EENVELOPE", "ENOAUTH", "ECONFIG", "EFILEACCESS", "EURLACCESS"].includes(code) && responseCode === undefined;
  return isOurs ? new Unavailable(detail, false, "mail.refused") : new Unavailable(detail, true, "mail.unreachable");
}

/** Mail servers repeat the recipient; logs hold no personal data. */
const withoutAddresses = (text: string): string => text.replace(/[^\s<>@]+@[^\s<>@]+/g, "…@…");
