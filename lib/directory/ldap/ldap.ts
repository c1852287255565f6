import { Attribute, Change, type Client, ResultCodeError } from "ldapts";
import { Unavailable } from "@/lib/base/errors";
import type { AccountKey, Directory, GroupChange } from "../port";
import type { LdapSettings } from "../schema";
import { accountById, anAccount, findByEmail, findByName, groupByName, is, isDirectMember } from "./accounts";
import { checkConnection } from "./check";
import { type LdapOptions, replaced, searchEntries, withClient } from "./client";
import { createDeviceAccount } from "./device-account";
import { accountOf, controlOf, isMadeByPortal } from "./translate";
import { accountAttributes, accountDisabled, disabledByPortalMark, resultCodes } from "./types";

/** The port over LDAP, in Active Directory's way. A connection of its own for every question. */
export function ldapDirectory(settings: LdapSettings, options: LdapOptions): Directory {
  const ask = <T>(work: (client: Client) => Promise<T>) => withClient(settings, options, work);
  const { baseDn } = settings;
  return {
    server: new URL(settings.url).host,
    findAccount: ({ email, account }) =>
      ask(async (client) => {
        const byEmail = email ? await findByEmail(client, baseDn, email) : null;
        const found = byEmail ?? (account ? await findByName(client, baseDn, account) : null);
        return found && accountOf(found);
      }),
    isMember: ({ id }, groupName) =>
      ask(async (client) => {
        const { dn } = await accountById(client, baseDn, id);
        return isDirectMember(client, await groupByName(client, baseDn, groupName), dn);
      }),
    addToGroup: (account, groupName) => ask((client) => changeGroup(client, baseDn, account, groupName, "add")),
    removeFromGroup: (account, groupName) => ask((client) => changeGroup(client, baseDn, account, groupName, "delete")),
    listMembers: (groupName) =>
      ask(async (client) => {
        const filter = anAccount(is("memberOf", await groupByName(client, baseDn, groupName)));
        return (await searchEntries(client, baseDn, { filter, attributes: accountAttributes })).map(accountOf);
      }),
    createDeviceAccount: (wanted) => ask((client) => createDeviceAccount(client, settings, wanted)),
    disableAccount: (id) => ask((client) => disable(client, baseDn, id)),
    check: (groupNames = []) => checkConnection(settings, options, groupNames),
  };
}

/** The codes by which Active Directory, or another directory, says that it already is so. */
const alreadySo = {
  add: [resultCodes.entryAlreadyExists, resultCodes.attributeOrValueExists],
  delete: [resultCodes.unwillingToPerform, resultCodes.noSuchAttribute],
};

async function changeGroup(
  client: Client,
  baseDn: string,
  { id }: AccountKey,
  groupName: string,
  operation: "add" | "delete",
): Promise<GroupChange> {
  const { dn } = await accountById(client, baseDn, id);
  const groupDn = await groupByName(client, baseDn, groupName);
  const modification = new Attribute({ type: "member", values: [dn] });
  const changed = await isAccepted(
    client.modify(groupDn, new Change({ operation, modification })),
    alreadySo[operation],
  );
  // The codes have other meanings too, so what counts is what the group says afterwards.
  if ((await isDirectMember(client, groupDn, dn)) !== (operation === "add")) {
    throw new Unavailable(`${groupName} does not show the change of ${dn}`, true, "directory.unreachable");
  }
  return { changed };
}

async function isAccepted(act: Promise<void>, harmless: number[]): Promise<boolean> {
  try {
    await act;
    return true;
  } catch (error) {
    if (error instanceof ResultCodeError && harmless.includes(error.code)) return false;
    throw error;
  }
}

async function disable(client: Client, baseDn: string, id: string): Promise<void> {
  const entry = await accountById(client, baseDn, id);
  const control = controlOf(entry);
  if ((control & accountDisabled) !== 0) return;
  await client.modify(entry.dn, [
    replaced("userAccountControl", String(control | accountDisabled)),
    ...(isMadeByPortal(entry) ? [replaced("employeeType", disabledByPortalMark)] : []),
  ]);
}
