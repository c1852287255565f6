import { Attribute, type Client, type Entry, ResultCodeError } from "ldapts";
import { Unavailable } from "@/lib/base/errors";
import { newSecret } from "@/lib/base/ids";
import { isDeviceAccountName } from "../device-account-name";
import type { DirectoryAccount } from "../port";
import type { LdapSettings } from "../schema";
import { findByName } from "./accounts";
import { readEntry, replaced } from "./client";
import { accountOf, controlOf, isDisabledByPortal, isMadeByPortal, passwordValue } from "./translate";
import { accountDisabled, normalAccount, portalMark, resultCodes } from "./types";

type Wanted = { name: string; description: string };

/** See the port. One request makes the account whole – named, marked, with a password, enabled – so a crash leaves nothing half made. */
export async function createDeviceAccount(
  client: Client,
  settings: LdapSettings,
  wanted: Wanted,
): Promise<DirectoryAccount> {
  const { name } = wanted;
  if (!isDeviceAccountName(name))
    throw new Unavailable(`${name} is no name for a DEV account`, false, "directory.failed");
  const existing = await findOurs(client, settings, name);
  if (existing) return accountOf(await inUse(client, settings, existing, wanted));
  try {
    await client.add(`CN=${name},${await deviceAccountsDn(client, settings)}`, newAccount(wanted));
  } catch (error) {
    if (!isAlreadyThere(error)) throw error;
  }
  const made = await findOurs(client, settings, name);
  // Taken by a group or a computer, or by an account outside the part of the directory that the portal sees.
  if (!made) throw new Unavailable(`the account name ${name} is taken`, false, "directory.nameTaken");
  return accountOf(made);
}

/** What the portal disabled, it enables again, as one change; what someone else disabled, that person had a reason for. */
async function inUse(
  client: Client,
  settings: LdapSettings,
  entry: Entry,
  { name, description }: Wanted,
): Promise<Entry> {
  const control = controlOf(entry);
  if ((control & accountDisabled) === 0) return entry;
  if (!isDisabledByPortal(entry))
    throw new Unavailable(`${entry.dn} was disabled by someone else`, false, "directory.disabledByOthers");
  await client.modify(entry.dn, [
    replaced("unicodePwd", newPassword()),
    replaced("userAccountControl", String(control & ~accountDisabled)),
    replaced("employeeType", portalMark),
    ...(description ? [replaced("description", description)] : []),
  ]);
  return (await findOurs(client, settings, name)) ?? entry;
}

/** Where DEV accounts are made: as set, else in the Users container, which not every directory has. */
export async function deviceAccountsDn(
  client: Client,
  { deviceAccountsDn: given, baseDn }: LdapSettings,
): Promise<string> {
  if (given) return given;
  const users = `CN=Users,${baseDn}`;
  try {
    await readEntry(client, users, ["1.1"]);
    return users;
  } catch (error) {
    if (error instanceof ResultCodeError && error.code === resultCodes.noSuchObject) return baseDn;
    throw error;
  }
}

async function findOurs(client: Client, { baseDn }: LdapSettings, name: string): Promise<Entry | null> {
  const entry = await findByName(client, baseDn, name);
  if (entry && !isMadeByPortal(entry))
    throw new Unavailable(`${entry.dn} was not made by the portal`, false, "directory.nameTaken");
  return entry;
}

/** Code 68 also says that another object has the account name, so the caller looks again. */
const isAlreadyThere = (error: unknown): boolean =>
  error instanceof ResultCodeError && error.code === resultCodes.entryAlreadyExists;

/** The tail satisfies any rule on kinds of characters. */
const newPassword = (): Buffer => passwordValue(`${newSecret()}aA1-`);

function newAccount({ name, description }: Wanted): Attribute[] {
  return [
    new Attribute({ type: "objectClass", values: ["top", "person", "organizationalPerson", "user"] }),
    new Attribute({ type: "sAMAccountName", values: [name] }),
    new Attribute({ type: "displayName", values: [name] }),
    // A directory takes no attribute without content.
    ...(description ? [new Attribute({ type: "description", values: [description] })] : []),
    new Attribute({ type: "employeeType", values: [portalMark] }),
    new Attribute({ type: "userAccountControl", values: [String(normalAccount)] }),
    new Attribute({ type: "unicodePwd", values: [newPassword()] }),
  ];
}
