import { connect as connectTcp, isIP } from "node:net";
import { type ConnectionOptions, connect as connectTls } from "node:tls";
import { Attribute, Change, Client, type Entry, type Filter } from "ldapts";
import { Unavailable } from "@/lib/base/errors";
import { type Pinned, resolveAllowed } from "@/lib/base/outbound";
import type { LdapSettings } from "../schema";
import { signIn } from "./sign-in";
import { failureOf, windowOf } from "./translate";
import { binaryAttributes } from "./types";

export type LdapOptions = { allowed: readonly string[]; timeoutMs?: number; isTest?: boolean };

const pageSize = 500;
/** Active Directory's MaxValRange since Windows 2003. */
const widestWindow = 1500;

/** Connects, signs in, does the work and always hangs up. Every failure leaves as one of our errors. */
export async function withClient<T>(
  settings: LdapSettings,
  options: LdapOptions,
  work: (client: Client) => Promise<T>,
): Promise<T> {
  try {
    const { client, upgrade } = await clientFor(settings, options);
    try {
      await upgrade();
      await signIn(client, settings, options.isTest ?? false);
      return await work(client);
    } finally {
      // A client that failed to bind keeps its socket, and the process with it, until it is unbound.
      await client.unbind().catch(() => undefined);
    }
  } catch (error) {
    throw failureOf(error);
  }
}

/** Entries under `base`; all of them in pages, or at most `atMost`. Filters are objects, so no value can change their meaning. */
export async function searchEntries(
  client: Client,
  base: string,
  search: { filter: Filter; attributes: string[]; atMost?: number },
): Promise<Entry[]> {
  const extent = search.atMost === undefined ? { paged: { pageSize } } : { sizeLimit: search.atMost };
  const { searchEntries: entries } = await client.search(base, {
    scope: "sub",
    filter: search.filter,
    attributes: search.attributes,
    explicitBufferAttributes: binaryAttributes,
    ...extent,
  });
  return entries;
}

/** One entry by its name, or null when there is none. */
export async function readEntry(
  client: Client,
  dn: string,
  attributes: string[],
  filter?: Filter,
): Promise<Entry | null> {
  const search = { scope: "base" as const, attributes, explicitBufferAttributes: binaryAttributes };
  const { searchEntries: entries } = await client.search(dn, filter ? { ...search, filter } : search);
  return entries[0] ?? null;
}

/** Every value of an attribute that may have more than the server gives at a time. */
export async function readValues(
  client: Client,
  dn: string,
  attribute: string,
  width = widestWindow,
): Promise<string[]> {
  const values: string[] = [];
  for (let from: number | null = 0; from !== null; ) {
    const entry: Entry | null = await readEntry(client, dn, [`${attribute};range=${from}-${from + width - 1}`]);
    const window = windowOf(entry ?? { dn }, attribute);
    values.push(...window.values);
    from = window.next;
  }
  return values;
}

/** One value in place of what is there. */
export function replaced(attribute: string, value: string | Buffer): Change {
  const modification = new Attribute({ type: attribute, values: typeof value === "string" ? [value] : [value] });
  return new Change({ operation: "replace", modification });
}

async function clientFor(settings: LdapSettings, options: LdapOptions) {
  const { protocol, hostname, port } = new URL(settings.url);
  const isTlsFromStart = protocol === "ldaps:";
  const pinned = await resolveAllowed(hostname, Number(port) || (isTlsFromStart ? 636 : 389), options.allowed);
  const tls = tlsOptions(settings, pinned);
  const client = new Client({
    url: settings.url,
    timeout: options.timeoutMs ?? 15_000,
    connectTimeout: options.timeoutMs ?? 5_000,
    createConnection: once(() => connectTcp({ host: pinned.host, port: pinned.port ?? 389, lookup: pinned.lookup })),
    // ldapts takes tlsOptions on an ldap:// address for TLS from the start.
    ...(isTlsFromStart ? { tlsOptions: tls, createSecureConnection: once(connectTls) } : {}),
  });
  return { client, upgrade: async () => (isTlsFromStart ? undefined : client.startTLS(tls)) };
}

function tlsOptions(settings: LdapSettings, pinned: Pinned): ConnectionOptions {
  const servername = settings.serverName ?? (isIP(pinned.host) === 0 ? pinned.host : undefined);
  return {
    host: pinned.host,
    lookup: pinned.lookup,
    minVersion: "TLSv1.2",
    ...(servername ? { servername } : {}),
    ...(settings.ca ? { ca: settings.ca } : {}),
  };
}

/** ldapts reconnects by itself, then as nobody and, after StartTLS, in clear: one connection, or an error. */
function once<F extends (...given: never[]) => unknown>(open: F): F {
  let isUsed = false;
  const guarded = (...given: Parameters<F>) => {
    if (isUsed) throw new Unavailable("the directory hung up", true, "directory.unreachable");
    isUsed = true;
    return open(...given);
  };
  return guarded as F;
}
