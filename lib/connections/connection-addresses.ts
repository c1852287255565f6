import type { DirectorySettings } from "@/lib/directory/schema";
import type { MailSettings } from "@/lib/mail/schema";
import type { MdmSettings } from "@/lib/mdm/schema";

/** An address that the portal will call, as http(s) for the check, and the field that holds it. */
export type ConnectionAddress = { path: string; url: string };

export function mdmAddresses(settings: MdmSettings): ConnectionAddress[] {
  if (settings.provider === "simulator") return [];
  const { url, auth } = settings;
  return [{ path: "url", url }, ...(auth.kind === "oauth" ? [{ path: "auth.tokenUrl", url: auth.tokenUrl }] : [])];
}

export function directoryAddresses(settings: DirectorySettings): ConnectionAddress[] {
  if (settings.provider === "simulator") return [];
  const { protocol, hostname, port } = new URL(settings.url);
  return [{ path: "url", url: encrypted(hostname, Number(port) || (protocol === "ldaps:" ? 636 : 389)) }];
}

export function mailAddresses({ smtpUrl, imap }: MailSettings): ConnectionAddress[] {
  const { protocol, hostname, port } = new URL(smtpUrl);
  const smtp = { path: "smtpUrl", url: encrypted(hostname, Number(port) || (protocol === "smtps:" ? 465 : 587)) };
  return [smtp, ...(imap ? [{ path: "imap.host", url: encrypted(imap.host, imap.port) }] : [])];
}

// Their own rooms insist on TLS for these protocols, so only host and port are left to check.
const encrypted = (host: string, port: number) => `https://${host}:${port}`;
