import { type Client, ResultCodeError } from "ldapts";
import { DomainError } from "@/lib/base/errors";
import type { Check, CheckName } from "../port";
import type { LdapSettings } from "../schema";
import { groupByName } from "./accounts";
import { type LdapOptions, readEntry, readValues, withClient } from "./client";
import { deviceAccountsDn } from "./device-account";
import { failureOf, valuesOf } from "./translate";

/** What the portal will ask for, tried without changing anything: [MS-ADTS] lets an account ask what it may do. */
export async function checkConnection(
  settings: LdapSettings,
  options: LdapOptions,
  groupNames: readonly string[],
): Promise<Check[]> {
  const { url, bindDn, baseDn } = settings;
  const connected: Check = { check: "connect", ok: true, detail: url };
  try {
    return await withClient(settings, { ...options, isTest: true }, async (client) => [
      connected,
      { check: "sign_in", ok: true, detail: bindDn },
      await attempt("base", () => found(client, baseDn)),
      await attempt("device_accounts", () => mayCreateAccounts(client, settings)),
      ...(await groupChecks(client, settings, groupNames)),
    ]);
  } catch (error) {
    const failed = failureOf(error);
    const isSignIn = failed.key === "directory.signInRefused";
    const detail = detailOf(failed);
    return isSignIn ? [connected, { check: "sign_in", ok: false, detail }] : [{ check: "connect", ok: false, detail }];
  }
}

async function groupChecks(client: Client, settings: LdapSettings, names: readonly string[]): Promise<Check[]> {
  const checks: Check[] = [];
  for (const name of names) checks.push(await attempt("group", () => mayChangeGroup(client, settings, name)));
  return checks;
}

async function attempt(check: CheckName, work: () => Promise<Omit<Check, "check">>): Promise<Check> {
  try {
    return { check, ...(await work()) };
  } catch (error) {
    if (!(error instanceof ResultCodeError || error instanceof DomainError)) throw error;
    return { check, ok: false, detail: detailOf(failureOf(error)) };
  }
}

async function found(client: Client, dn: string): Promise<Omit<Check, "check">> {
  return { ok: (await readEntry(client, dn, ["1.1"])) !== null, detail: dn };
}

async function mayCreateAccounts(client: Client, settings: LdapSettings): Promise<Omit<Check, "check">> {
  const dn = await deviceAccountsDn(client, settings);
  const entry = await readEntry(client, dn, ["allowedChildClassesEffective"]);
  const ok = entry !== null && valuesOf(entry, "allowedChildClassesEffective").includes("user");
  return { ok, detail: ok ? dn : `the portal's account may not create accounts in ${dn}` };
}

async function mayChangeGroup(client: Client, settings: LdapSettings, name: string): Promise<Omit<Check, "check">> {
  const dn = await groupByName(client, settings.baseDn, name);
  const entry = await readEntry(client, dn, ["allowedAttributesEffective"]);
  if (!entry || !valuesOf(entry, "allowedAttributesEffective").includes("member")) {
    return { ok: false, detail: `the portal's account may not change the members of ${dn}` };
  }
  const members = await readValues(client, dn, "member");
  return { ok: true, detail: `${dn}, ${members.length} members` };
}

const detailOf = (error: DomainError): string => String(error.values.detail ?? error.key);
