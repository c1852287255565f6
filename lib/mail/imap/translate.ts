import { DomainError, Unavailable } from "@/lib/base/errors";

type ImapError = Error & {
  code?: string;
  authenticationFailed?: boolean;
  mailboxMissing?: boolean;
  serverResponseCode?: string;
  responseText?: string;
};

/** What went wrong, in our words. Mail waits on its server meanwhile, so another try always may help. */
export function failureOf(error: unknown): DomainError {
  if (error instanceof DomainError) return error;
  const fault: ImapError = error instanceof Error ? error : new Error("");
  const { code = "", message, responseText = "" } = fault;
  const detail = `${code} ${withoutAddresses(responseText || message)}`.trim().slice(0, 300);
  if (fault.authenticationFailed) return new Unavailable(detail, true, "mail.signInRefused");
  if (fault.mailboxMissing || fault.serverResponseCode === "NONEXISTENT")
    return new Unavailable(detail, true, "mail.noMailbox");
  if (/certificate|altnames|STARTTLS|self.signed/i.test(`${code} ${message}`))
    return new Unavailable(detail, true, "mail.notTrusted");
  return new Unavailable(detail, true, "mail.unreachable");
}

export function detailOf(error: unknown): { key: string; detail: string } {
  const { key, values } = failureOf(error);
  return { key, detail: String(values.detail ?? key) };
}

const withoutAddresses = (text: string): string => text.replace(/[^\s<>@]+@[^\s<>@]+/g, "…@…");
