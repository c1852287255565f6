import { lookup as dnsLookup } from "node:dns/promises";
import { isIP, type LookupFunction } from "node:net";
import { type Address, classOf, isListed } from "./addresses";
import { Unavailable } from "./errors";
import type { MessageKey } from "./language";

export type Resolve = (host: string) => Promise<Address[]>;

/** An address that may be called: connect through `lookup` (an option of net, tls, http and https), and no later DNS answer counts. */
export type Pinned = { host: string; port: number | undefined; addresses: Address[]; lookup: LookupFunction };

export type Verdict =
  | { ok: true; pinned: Pinned }
  | { ok: false; reason: Refusal; key: MessageKey; detail: string; retry: boolean };

type Refusal = "malformed" | "protocol" | "credentials" | "plain_http" | "unlisted" | "unresolved";

const sentences: Record<Refusal, MessageKey> = {
  malformed: "outbound.malformed",
  protocol: "outbound.protocol",
  credentials: "outbound.credentials",
  plain_http: "outbound.plainHttp",
  unlisted: "outbound.unlisted",
  unresolved: "outbound.unresolved",
};

/**
 * May the portal call this http(s) address? Public addresses over https may; inner ones, and plain http, only when `allowed`
 * (ALLOW_ADDRESSES: hosts, addresses, networks, each with an optional port) lists them. For a verb that answers with a bad field.
 */
export async function checkAddress(
  url: string,
  allowed: readonly string[],
  resolve: Resolve = byDns,
): Promise<Verdict> {
  if (!URL.canParse(url)) return refusal("malformed", "not a URL");
  const { protocol, hostname, port, username, password } = new URL(url);
  if (protocol !== "https:" && protocol !== "http:") return refusal("protocol", protocol);
  if (username || password) return refusal("credentials", hostname);
  const verdict = await checkHost(hostname, Number(port) || (protocol === "https:" ? 443 : 80), allowed, resolve);
  if (!verdict.ok || protocol === "https:") return verdict;
  const { host, port: called, addresses } = verdict.pinned;
  const isEveryListed = addresses.every(({ address }) => isListed(allowed, { host, port: called, address }));
  return isEveryListed ? verdict : refusal("plain_http", hostname);
}

/** As `checkAddress`, for those who only go on when it may be called. Throws Unavailable. */
export async function assertAllowedAddress(
  url: string,
  allowed: readonly string[],
  resolve?: Resolve,
): Promise<Pinned> {
  return pinnedOrThrow(await checkAddress(url, allowed, resolve));
}

/** The same for protocols without a URL of their own (LDAP, SMTP, IMAP, IPP). Throws Unavailable. */
export async function resolveAllowed(
  host: string,
  port: number | undefined,
  allowed: readonly string[],
  resolve: Resolve = byDns,
): Promise<Pinned> {
  return pinnedOrThrow(await checkHost(host, port, allowed, resolve));
}

function pinnedOrThrow(verdict: Verdict): Pinned {
  if (verdict.ok) return verdict.pinned;
  throw new Unavailable(verdict.detail, verdict.retry, verdict.key);
}

async function checkHost(
  written: string,
  port: number | undefined,
  allowed: readonly string[],
  resolve: Resolve,
): Promise<Verdict> {
  const host = written
    .replace(/^\[|\]$/g, "")
    .replace(/\.$/, "")
    .toLowerCase();
  if (host === "" || host.includes("%")) return refusal("malformed", "no host");
  const family = isIP(host);
  const addresses: Address[] = family === 0 ? await resolve(host) : [{ address: host, family: family === 4 ? 4 : 6 }];
  if (addresses.length === 0) return refusal("unresolved", host, true);
  // One inner address among public ones is how a rebinding answer looks: all must pass.
  const refused = addresses.find(({ address }) => !mayBeCalled(host, port, address, allowed));
  if (refused) return refusal("unlisted", `${host} (${classOf(refused.address)})`);
  return { ok: true, pinned: { host, port, addresses, lookup: pinnedLookup(addresses) } };
}

function mayBeCalled(host: string, port: number | undefined, address: string, allowed: readonly string[]): boolean {
  const kind = classOf(address);
  if (kind === "public") return true;
  // A name that is listed opens the inner network, never the machine's metadata service or other special addresses.
  const listedAs = kind === "special" ? address : host;
  return isListed(allowed, { host: listedAs, port, address });
}

function refusal(reason: Refusal, detail: string, retry = false): Verdict {
  return { ok: false, reason, key: sentences[reason], detail: `${reason}: ${detail}`, retry };
}

function pinnedLookup(addresses: Address[]): LookupFunction {
  return (_host, options, callback) => {
    const wanted = addresses.filter(
      (a) => !options.family || a.family === options.family || `IPv${a.family}` === options.family,
    );
    const [first] = wanted;
    if (!first) return callback(Object.assign(new Error("no pinned address"), { code: "ENOTFOUND" }), "", 0);
    if (options.all) return callback(null, wanted);
    return callback(null, first.address, first.family);
  };
}

async function byDns(host: string): Promise<Address[]> {
  try {
    const found = await dnsLookup(host, { all: true });
    return found.map(({ address, family }) => ({ address, family: family === 4 ? 4 : 6 }));
  } catch {
    return [];
  }
}
