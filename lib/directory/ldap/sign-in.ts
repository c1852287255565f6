import { type Client, InvalidCredentialsError } from "ldapts";
import { systemNow } from "@/lib/base/clock";
import { Unavailable } from "@/lib/base/errors";
import { hashOf } from "@/lib/base/ids";
import { processWide } from "@/lib/base/process-wide";
import type { LdapSettings } from "../schema";

/** Directories lock an account after a few wrong passwords; Active Directory's usual window is some minutes. */
const pauseMs = 5 * 60_000;

/** When each refused password may be tried again, by a hash of where and as whom. */
const pauses = processWide<Map<string, number>>("directory-sign-in", () => new Map());

/** Signs in. A password that was refused is not tried again for five minutes in this process, unless someone is testing the connection. */
export async function signIn(client: Client, { url, bindDn, password }: LdapSettings, isTest: boolean): Promise<void> {
  const key = hashOf(JSON.stringify([url, bindDn, password]));
  const time = systemNow().getTime();
  if (!isTest && (pauses.value.get(key) ?? 0) > time) {
    throw new Unavailable("the directory refused the portal's account a moment ago", false, "directory.signInRefused");
  }
  try {
    await client.bind(bindDn, password);
    pauses.value.delete(key);
  } catch (error) {
    if (error instanceof InvalidCredentialsError) pauses.value.set(key, time + pauseMs);
    throw error;
  }
}
