import type { Organisation } from "@/lib/base/context";
import type { Requester } from "@/lib/tickets/ticket-parties";

export type Recipient = { name: string | null; email: string | null; isExternal: boolean };

/** Whom a reply reaches, and who of them is outside the municipality's own mail. */
export function recipientsOf(
  { requester }: { requester: Pick<Requester, "name" | "email"> },
  { settings }: Pick<Organisation, "settings">,
): Recipient[] {
  const own = domainOf(settings.servicedesk.email);
  const { name, email } = requester;
  const domain = domainOf(email ?? "");
  const isExternal = email !== null && domain !== own && !domain.endsWith(`.${own}`);
  return [{ name, email, isExternal }];
}

const domainOf = (email: string) => email.slice(email.lastIndexOf("@") + 1).toLowerCase();
