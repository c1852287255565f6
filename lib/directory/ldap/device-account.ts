import { Attribute, type Client, ResultCodeError } from "ldapts";
import { Unavailable } from "@/lib/base/errors";
import { newSecret } from "@/lib/base/ids";
import { isDeviceAccountName } from "../device-account-name";
import type { DirectoryAccount } from "../port";
import type { LdapSettings } from "../schema";
import { findByName } from "./accounts";
import { readEntry } from "./client";
import { accountOf, isMadeByPortal, passwordValue } from "./translate";
import { normalAccount, portalMark, resultCodes } from "./types";

/** See the port. One request makes the account whole – named, marked, with a password, enabled – so a crash leaves nothing half made. */
export async function createDeviceAccount(
  client: Client,
  settings: LdapSettings,
  { name, description }: { name: string; description: string },
): Promise<DirectoryAccount> {
  if (!isDeviceAccountName(name))
    throw new Unavailable(`${name} is no name for a DEV account`, false, "directory.failed");
  const existing = await findOurs(client, settings, name);
  if (existing) return existing;
  try {
    await client.add(`CN=${name},${await deviceAccountsDn(client, settings)}`, newAccount(name, description));
  } catch (error) {
    if (!isAlreadyThere(error)) throw error;
  }
  const made = await findOurs(client, settings, name);
  // Taken by a group or a computer, or by an account outside the part of the directory that the portal sees.
  if (!made) throw new Unavailable(`the account name ${name} is taken`, false, "directory.nameTaken");
  return made;
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

async function findOurs(client: Client, { baseDn }: LdapSettings, name: string): Promise<DirectoryAccount | null> {
  const entry = await findByName(client, baseDn, name);
  if (entry && !isMadeByPortal(entry))
    throw new Unavailable(`${entry.dn} was not made by the portal`, false, "directory.nameTaken");
  return entry && accountOf(entry);
}

/** Code 68 also says that another object has the account name, so the caller looks again. */
const isAlreadyThere = (error: unknown): boolean =>
  error instanceof ResultCodeError && error.code === resultCodes.entryAlreadyExists;

function newAccount(name: string, description: string): Attribute[] {
  // The tail satisfies any rule on kinds of characters.
  const password = passwordValue(`${newSecret()}aA1-`);
  return [
    new Attribute({ type: "objectClass", values: ["top", "person", "organizationalPerson", "user"] }),
    new Attribute({ type: "sAMAccountName", values: [name] }),
    new Attribute({ type: "displayName", values: [name] }),
    // A directory takes no attribute without content.
    ...(description ? [new Attribute({ type: "description", values: [description] })] : []),
    new Attribute({ type: "employeeType", values: [portalMark] }),
    new Attribute({ type: "userAccountControl", values: [String(normalAccount)] }),
    new Attribute({ type: "unicodePwd", values: [password] }),
  ];
}
