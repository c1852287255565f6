import { Invalid } from "@/lib/base/errors";

/** The longest account name that Active Directory takes for a user ([MS-SAMR] 3.1.1.6). */
const longestName = 20;

/** The name of the DEV account of a shared iPad, from its serial number (A3): `DEV-DMPXK1TR2Q`. Throws Invalid. */
export function deviceAccountName(serialNumber: string): string {
  const name = `DEV-${serialNumber.trim().toUpperCase()}`;
  if (!isDeviceAccountName(name)) throw new Invalid([{ path: "serialNumber", key: "directory.badSerialNumber" }]);
  return name;
}

export function isDeviceAccountName(name: string): boolean {
  return name.length <= longestName && /^DEV-[A-Z0-9]+$/.test(name);
}
