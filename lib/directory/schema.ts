import * as z from "zod";
import type { MessageKey } from "@/lib/base/language";

const say = (key: MessageKey): string => key;

const text = z.string().trim().min(1, say("directory.missing")).max(500, say("directory.tooLong"));
const LdapUrl = text.refine(isLdapUrl, say("directory.badUrl"));
const Certificate = z
  .string()
  .trim()
  .refine((text) => text.includes("-----BEGIN CERTIFICATE-----"), say("directory.badCertificate"));

/**
 * `ldaps://` is TLS from the start, `ldap://` is upgraded with StartTLS before anything is said: there is no way to ask for clear text.
 * `ca` is PEM, `serverName` the name in the server's certificate when it differs from the URL's. DEV accounts are made under `deviceAccountsDn`.
 */
const LdapSettings = z.strictObject({
  provider: z.literal("ldap"),
  url: LdapUrl,
  bindDn: text,
  // A simple bind without a password succeeds as nobody (RFC 4513, 5.1.2).
  password: z.string().min(1, say("directory.missing")).max(1000, say("directory.tooLong")),
  baseDn: text,
  deviceAccountsDn: text.optional(),
  ca: Certificate.optional(),
  serverName: text.optional(),
});
export type LdapSettings = z.infer<typeof LdapSettings>;

/** `PUT /connections/directory`. */
export const DirectorySettings = z.discriminatedUnion("provider", [
  LdapSettings,
  z.strictObject({ provider: z.literal("simulator") }),
]);
export type DirectorySettings = z.infer<typeof DirectorySettings>;

type ShownDirectorySettings = Omit<LdapSettings, "password"> | { provider: "simulator" };

/** The settings as they may be shown: without the password. */
export function shownDirectorySettings(settings: DirectorySettings): ShownDirectorySettings {
  if (settings.provider === "simulator") return settings;
  const { password: _, ...shown } = settings;
  return shown;
}

function isLdapUrl(text: string): boolean {
  if (!URL.canParse(text)) return false;
  const { protocol, hostname, username, password, pathname, search } = new URL(text);
  const isBare = username === "" && password === "" && search === "" && (pathname === "" || pathname === "/");
  return (protocol === "ldaps:" || protocol === "ldap:") && hostname !== "" && isBare;
}
