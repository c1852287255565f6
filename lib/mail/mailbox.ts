export type Mailbox = { name: string; address: string };

const address = /^[^\s@<>(),;:"[\]\\]+@[a-z0-9]([a-z0-9-]*[a-z0-9])?(\.[a-z0-9]([a-z0-9-]*[a-z0-9])?)*$/i;

/** Only plain addresses: quoted local parts and comments (RFC 5322) are how one address is made to look like another. */
export function isAddress(text: string): boolean {
  return text.length <= 254 && address.test(text);
}

/** `desk@aminne.example` or `Servicedesk <desk@aminne.example>`; null when it is neither. */
export function readMailbox(text: string): Mailbox | null {
  const named = /^ *"?([^<>"\p{Cc}]*?)"? *<([^<>]+)> *$/u.exec(text);
  const mailbox = named ? { name: named[1] ?? "", address: named[2] ?? "" } : { name: "", address: text.trim() };
  return isAddress(mailbox.address) ? mailbox : null;
}

export const domainOf = (mailbox: Mailbox): string =>
  mailbox.address.slice(mailbox.address.lastIndexOf("@") + 1).toLowerCase();
