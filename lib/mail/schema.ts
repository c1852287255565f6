import * as z from "zod";
import type { MessageKey } from "@/lib/base/language";
import { readMailbox } from "./mailbox";

const say = (key: MessageKey): string => key;

const name = z.string().trim().min(1, say("mail.missing")).max(500, say("mail.tooLong"));

/** `smtp://` is upgraded with STARTTLS, `smtps://` is TLS from the start. Only user, password, host and port: nodemailer would take any of its options from a query. */
const SmtpUrl = z.string().trim().max(1000, say("mail.tooLong")).refine(isSmtpUrl, say("mail.badUrl"));

export const ImapSettings = z.strictObject({
  host: name,
  port: z.int(say("mail.badPort")).min(1, say("mail.badPort")).max(65_535, say("mail.badPort")),
  user: name,
  password: z.string().min(1, say("mail.missing")).max(1000, say("mail.tooLong")),
  mailbox: name,
});

/** `PUT /connections/mail`. `ca` is PEM, for a mail server whose certificate the machine does not trust by itself. */
export const MailSettings = z.strictObject({
  smtpUrl: SmtpUrl,
  from: z
    .string()
    .trim()
    .max(320, say("mail.tooLong"))
    .refine((text) => readMailbox(text) !== null, say("mail.badFrom")),
  ca: z
    .string()
    .trim()
    .refine((text) => text.includes("-----BEGIN CERTIFICATE-----"), say("mail.badCertificate"))
    .optional(),
  imap: ImapSettings.optional(),
  /** The id that the municipality's own mail server writes first in Authentication-Results (RFC 8601). Without it no sender is proven. */
  authenticationServer: name.optional(),
  /** The List-Ids of groups through which the desk's own mailbox gets its mail. */
  listIds: z.array(name).max(50, say("mail.tooLong")).optional(),
});
export type ImapSettings = z.infer<typeof ImapSettings>;
export type MailSettings = z.infer<typeof MailSettings>;

type ShownMailSettings = Omit<MailSettings, "imap"> & { imap?: Omit<z.infer<typeof ImapSettings>, "password"> };

/** The settings as they may be shown: without the passwords. */
export function shownMailSettings({ imap, ...settings }: MailSettings): ShownMailSettings {
  const smtpUrl = new URL(settings.smtpUrl);
  smtpUrl.password = "";
  const shown = { ...settings, smtpUrl: smtpUrl.href };
  if (!imap) return shown;
  const { password: _, ...shownImap } = imap;
  return { ...shown, imap: shownImap };
}

function isSmtpUrl(text: string): boolean {
  if (!URL.canParse(text)) return false;
  const { protocol, hostname, pathname, search, hash, username, password } = new URL(text);
  const isBare = search === "" && hash === "" && (pathname === "" || pathname === "/");
  const isWhole = hostname !== "" && (username === "") === (password === "");
  return (protocol === "smtp:" || protocol === "smtps:") && isBare && isWhole && isDecodable(username + password);
}

function isDecodable(text: string): boolean {
  return !/%(?![0-9a-f]{2})/i.test(text);
}
