import { AndFilter, type Client, type Entry, EqualityFilter, type Filter, OrFilter } from "ldapts";
import { Unavailable } from "@/lib/base/errors";
import { readEntry, searchEntries } from "./client";
import { bytesFromGuid } from "./translate";
import { accountAttributes } from "./types";

export const is = (attribute: string, value: string | Buffer): Filter => new EqualityFilter({ attribute, value });

/** People's and DEV accounts; contacts, computers and groups may carry the same e-mail. */
export const anAccount = (...filters: Filter[]): Filter =>
  new AndFilter({ filters: [is("objectCategory", "person"), is("objectClass", "user"), ...filters] });

/** The only account that fits, or null. Throws Unavailable when several do. */
async function findOne(client: Client, baseDn: string, who: string, filter: Filter): Promise<Entry | null> {
  const entries = await searchEntries(client, baseDn, {
    filter: anAccount(filter),
    attributes: accountAttributes,
    atMost: 2,
  });
  if (entries.length > 1) throw new Unavailable(`several accounts fit ${who}`, false, "directory.severalAccounts");
  return entries[0] ?? null;
}

export function findByEmail(client: Client, baseDn: string, email: string): Promise<Entry | null> {
  const filter = new OrFilter({ filters: [is("mail", email), is("userPrincipalName", email)] });
  return findOne(client, baseDn, email, filter);
}

export function findByName(client: Client, baseDn: string, name: string): Promise<Entry | null> {
  return findOne(client, baseDn, name, is("sAMAccountName", name));
}

/** By what never changes: an account may have been renamed or moved since. Throws Unavailable when it is gone. */
export async function accountById(client: Client, baseDn: string, id: string): Promise<Entry> {
  const bytes = bytesFromGuid(id);
  const entry = bytes ? await findOne(client, baseDn, id, is("objectGUID", bytes)) : null;
  if (!entry) throw new Unavailable(`no account ${id} under ${baseDn}`, false, "directory.accountGone");
  return entry;
}

export async function groupByName(client: Client, baseDn: string, name: string): Promise<string> {
  const filter = new AndFilter({ filters: [is("objectClass", "group"), is("cn", name)] });
  const groups = await searchEntries(client, baseDn, { filter, attributes: ["cn"], atMost: 2 });
  const [group] = groups;
  if (!group) throw new Unavailable(`no group ${name} under ${baseDn}`, false, "directory.groupMissing");
  if (groups.length > 1) throw new Unavailable(`several groups are named ${name}`, false, "directory.groupMissing");
  return group.dn;
}

/** Asked of the group, because `memberOf` leaves out groups of other domains, and `member` may come in pieces. */
export async function isDirectMember(client: Client, groupDn: string, accountDn: string): Promise<boolean> {
  return (await readEntry(client, groupDn, ["1.1"], is("member", accountDn))) !== null;
}
