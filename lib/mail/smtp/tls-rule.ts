/** `ifOffered`: encrypt without asking who it is, which is no worse than clear text. */
export type TlsRule = "fromStart" | "required" | "ifOffered";

type Server = { protocol: string; isLoopback: boolean; isListed: boolean; hasPassword: boolean; hasAuthority: boolean };

/**
 * Letters and passwords are encrypted, and the server's certificate is checked: always when its authority (`ca`) was given. Otherwise not so
 * towards the machine itself, nor towards a server in ALLOW_ADDRESSES that wants no password: such inner relays often have no certificate.
 */
export function tlsRule(server: Server): { tls: TlsRule; isChecked: boolean } {
  const { isLoopback, isListed, hasPassword, hasAuthority } = server;
  const isTrustedAnyway = !hasAuthority && (isLoopback || (isListed && !hasPassword));
  if (server.protocol === "smtps:") return { tls: "fromStart", isChecked: hasAuthority || !isLoopback };
  return { tls: isTrustedAnyway ? "ifOffered" : "required", isChecked: !isTrustedAnyway };
}
