import { ldapDirectory } from "./ldap/ldap";
import type { Directory } from "./port";
import type { DirectorySettings } from "./schema";
import { simulatedDirectory } from "./simulator/simulator";

export { deviceAccountName } from "./device-account-name";
export type { Directory } from "./port";
export { type DirectorySimulator, startDirectorySimulator } from "./simulator/start-directory-simulator";

/** `allowed` is ALLOW_ADDRESSES. `timeoutMs` is how long one question to the directory may take. */
export type DirectoryOptions = { allowed: readonly string[]; simulatorUrl: string | undefined; timeoutMs?: number };

/** The directory that an organisation's connection names. Nothing is called before the first question. */
export function directory(settings: DirectorySettings, options: DirectoryOptions): Directory {
  return settings.provider === "ldap" ? ldapDirectory(settings, options) : simulatedDirectory(options);
}
