import type { Context } from "@/lib/base/context";
import { findSettings } from "@/lib/connections/stored-connection";
import { domainOf, isAddress, type OwnMail, readMailbox } from "@/lib/mail";

/** The desk's one mailbox, however its mail reaches us, and all that tells our own mail from others'. */
export async function ownMail(ctx: Context): Promise<{ mailbox: string; own: OwnMail }> {
  const settings = await findSettings(ctx, "mail");
  const { mailFrom, servicedesk } = ctx.organisation.settings;
  const senders = [settings?.from, mailFrom].flatMap((text) => readMailbox(text ?? "") ?? []);
  const user = settings?.imap?.user ?? "";
  const addresses = [...senders.map(({ address }) => address), servicedesk.email, ...(isAddress(user) ? [user] : [])];
  return {
    mailbox: (senders[0]?.address ?? servicedesk.email).toLowerCase(),
    own: {
      addresses: [...new Set(addresses.map((one) => one.toLowerCase()))],
      domains: [...new Set(senders.map(domainOf))],
      listIds: (settings?.listIds ?? []).map((one) => one.toLowerCase()),
      authenticationServer: settings?.authenticationServer ?? null,
    },
  };
}
