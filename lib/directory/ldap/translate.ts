import type { Entry } from "ldapts";
import { DomainError, Unavailable } from "@/lib/base/errors";
import type { DirectoryAccount } from "../port";
import { accountDisabled, disabledByPortalMark, portalMark, resultCodes, signInRefusals } from "./types";

/** The values of an attribute: ldapts gives a string for one, an array for many, and an empty array for none. */
export function valuesOf(entry: Entry, attribute: string): string[] {
  const value = entry[attribute];
  if (value === undefined) return [];
  return (Array.isArray(value) ? value : [value]).map(String);
}

export function accountOf(entry: Entry): DirectoryAccount {
  const [name = ""] = valuesOf(entry, "sAMAccountName");
  const [displayName = name] = valuesOf(entry, "displayName");
  const [email = valuesOf(entry, "userPrincipalName")[0] ?? null] = valuesOf(entry, "mail");
  const disabled = (controlOf(entry) & accountDisabled) !== 0;
  return { id: guidOf(entry), name, displayName, email, disabled, dn: entry.dn };
}

export const controlOf = (entry: Entry): number => Number(valuesOf(entry, "userAccountControl")[0] ?? 0);

export const isMadeByPortal = (entry: Entry): boolean =>
  valuesOf(entry, "employeeType").includes(portalMark) || isDisabledByPortal(entry);

export const isDisabledByPortal = (entry: Entry): boolean =>
  valuesOf(entry, "employeeType").includes(disabledByPortalMark);

function guidOf(entry: Entry): string {
  const bytes = entry.objectGUID;
  if (!Buffer.isBuffer(bytes) || bytes.length !== 16)
    throw new Unavailable(`no objectGUID on ${entry.dn}`, false, "directory.failed");
  return guidFromBytes(bytes);
}

/** A GUID's first three groups are stored little-endian, the last two as written ([MS-DTYP] 2.3.4). */
export function guidFromBytes(bytes: Buffer): string {
  const hex = swapped(bytes).toString("hex");
  return hex.replace(/^(.{8})(.{4})(.{4})(.{4})(.{12})$/, "$1-$2-$3-$4-$5");
}

/** null when it is no GUID. */
export function bytesFromGuid(guid: string): Buffer | null {
  if (!/^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/i.test(guid)) return null;
  return swapped(Buffer.from(guid.replaceAll("-", ""), "hex"));
}

function swapped(bytes: Buffer): Buffer {
  const groups = [bytes.subarray(0, 4), bytes.subarray(4, 6), bytes.subarray(6, 8)];
  return Buffer.concat([...groups.map((group) => Buffer.from(group).reverse()), bytes.subarray(8)]);
}

/** One window of a ranged attribute: its values, and where the next window starts, or null after the last ([MS-ADTS] 3.1.1.3.1.3.3). */
export function windowOf(entry: Entry, attribute: string): { values: string[]; next: number | null } {
  const name = Object.keys(entry).find((key) => key.toLowerCase().startsWith(`${attribute.toLowerCase()};range=`));
  const values = name === undefined ? [] : valuesOf(entry, name);
  const last = /-(\d+)$/.exec(name ?? "")?.[1];
  return { values, next: last === undefined || values.length === 0 ? null : Number(last) + 1 };
}

/** The value of unicodePwd: the password in quotes, UTF-16LE ([MS-ADTS] 3.1.1.3.1.5). */
export const passwordValue = (password: string): Buffer => Buffer.from(`"${password}"`, "utf16le");

/** What went wrong, in our words. Server diagnostics are kept for the log; none of them repeats a password. */
export function failureOf(error: unknown): DomainError {
  if (error instanceof DomainError) return error;
  const { code, message } =
    error instanceof Error ? (error as Error & { code?: unknown }) : { code: undefined, message: "" };
  if (typeof code === "number") return refusalOf(code, message);
  const isAboutTls = typeof code === "string" && /CERT|UNABLE_TO|ERR_TLS|ERR_SSL|ERR_OSSL|SELF_SIGNED/.test(code);
  if (isAboutTls)
    return new Unavailable(`the server's certificate was not accepted: ${message}`, false, "directory.notTrusted");
  return new Unavailable(`no answer from the directory: ${message}`, true, "directory.unreachable");
}

function refusalOf(code: number, message: string): Unavailable {
  const what = `LDAP ${code}: ${message}`;
  switch (code) {
    case resultCodes.invalidCredentials: {
      const reason =
        signInRefusals[/data ([0-9a-f]+)/i.exec(message)?.[1]?.toLowerCase() ?? ""] ?? "wrong account or password";
      return new Unavailable(`the directory refused the portal's account: ${reason}`, false, "directory.signInRefused");
    }
    case resultCodes.strongerAuthRequired:
      return new Unavailable(what, false, "directory.notTrusted");
    case resultCodes.insufficientAccessRights:
      return new Unavailable(`the portal's account has no right to do this: ${message}`, false, "directory.noRight");
    case resultCodes.busy:
    case resultCodes.unavailable:
    case resultCodes.timeLimitExceeded:
    case resultCodes.adminLimitExceeded:
      return new Unavailable(what, true, "directory.unreachable");
    default:
      return new Unavailable(what, false, "directory.failed");
  }
}
