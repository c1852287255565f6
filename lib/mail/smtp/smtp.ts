import { isIP } from "node:net";
import { createTransport, type Transporter } from "nodemailer";
import type SMTPTransport from "nodemailer/lib/smtp-transport";
import { isListed } from "@/lib/base/addresses";
import { type Pinned, resolveAllowed } from "@/lib/base/outbound";
import { compose } from "../compose";
import { domainOf, type Mailbox } from "../mailbox";
import type { Check, Letter, Mailer } from "../port";
import type { MailSettings } from "../schema";
import { tlsRule } from "./tls-rule";
import { failureOf } from "./translate";

export type SmtpOptions = { allowed: readonly string[]; timeoutMs?: number };

/** The port over SMTP. A connection of its own for every letter, to an address that was looked up and allowed just before. */
export function smtpMailer(settings: MailSettings, from: Mailbox, options: SmtpOptions): Mailer {
  const through = async <T>(work: (transport: Transporter) => Promise<T>): Promise<T> => {
    try {
      const transport = createTransport(await transportOptions(settings, from, options));
      try {
        return await work(transport);
      } finally {
        transport.close();
      }
    } catch (error) {
      throw failureOf(error);
    }
  };
  const server = new URL(settings.smtpUrl).host;
  return {
    server,
    send: (letter: Letter) =>
      through(async (transport) => {
        const message = compose(letter, from);
        await transport.sendMail(message);
        return { messageId: message.messageId };
      }),
    check: async () => {
      try {
        await through((transport) => transport.verify());
        return [done("connect", server), done("sign_in", server)];
      } catch (error) {
        const { key, values } = failureOf(error);
        const failed = { ok: false, detail: String(values.detail ?? key) };
        return key === "mail.signInRefused"
          ? [done("connect", server), { check: "sign_in", ...failed }]
          : [{ check: "connect", ...failed }];
      }
    },
  };
}

const done = (check: Check["check"], detail: string): Check => ({ check, ok: true, detail });

async function transportOptions(
  settings: MailSettings,
  from: Mailbox,
  { allowed, timeoutMs = 20_000 }: SmtpOptions,
): Promise<SMTPTransport.Options> {
  const { protocol, hostname, port: given, username, password } = new URL(settings.smtpUrl);
  const port = Number(given) || (protocol === "smtps:" ? 465 : 587);
  const pinned = await resolveAllowed(hostname, port, allowed);
  // nodemailer would look the name up again, and remembers answers for every organisation alike.
  const address = (pinned.addresses.find(({ family }) => family === 4) ?? pinned.addresses[0])?.address ?? pinned.host;
  const isLoopback = /^127\.|^::1$/.test(address);
  const { tls, isChecked } = tlsRule({
    protocol,
    isLoopback,
    isListed: isListed(allowed, { host: pinned.host, port, address }),
    hasPassword: username !== "",
    hasAuthority: settings.ca !== undefined,
  });
  return {
    host: address,
    port,
    name: domainOf(from),
    secure: tls === "fromStart",
    requireTLS: tls === "required",
    tls: { minVersion: "TLSv1.2", rejectUnauthorized: isChecked, ...trust(settings, pinned) },
    connectionTimeout: timeoutMs,
    greetingTimeout: timeoutMs,
    socketTimeout: timeoutMs,
    dnsTimeout: timeoutMs,
    ...(username ? { auth: { user: decodeURIComponent(username), pass: decodeURIComponent(password) } } : {}),
  };
}

function trust({ ca }: MailSettings, { host }: Pinned): { servername?: string; ca?: string } {
  return { ...(isIP(host) === 0 ? { servername: host } : {}), ...(ca ? { ca } : {}) };
}
