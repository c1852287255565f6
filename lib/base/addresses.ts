import { BlockList, isIP } from "node:net";

export type Address = { address: string; family: 4 | 6 };

/** What ALLOW_ADDRESSES stands for with DEMO=1 when it is not given. */
export const loopback: readonly string[] = ["localhost", "127.0.0.0/8", "::1"];

/**
 * public: global unicast. inner: loopback, private, shared and unique local. special: link-local (with the cloud's metadata
 * service), multicast, documentation, tunnels and everything unassigned (IANA special-purpose registries, RFC 6890).
 */
export type AddressClass = "public" | "inner" | "special";

export function classOf(address: string): AddressClass {
  const family = isIP(address);
  if (family === 0 || address.includes("%")) return "special";
  const type = family === 4 ? "ipv4" : "ipv6";
  if (special.check(address, type)) return "special";
  // An IPv4 address written as IPv6 matches the IPv4 rules of a BlockList; nobody needs that form.
  if (family === 6 && mapped.check(address, type)) return "special";
  if (inner.check(address, type)) return "inner";
  return family === 4 || globalUnicast.check(address, type) ? "public" : "special";
}

/** Does the list name this host, or a network that holds this address, for this port? */
export function isListed(
  allowed: readonly string[],
  called: { host: string; port: number | undefined; address: string },
): boolean {
  return allowed.some((entry) => {
    const { name, port } = entryOf(entry);
    if (port !== undefined && port !== called.port) return false;
    return name === called.host || name === called.address || isInNetwork(name, called.address);
  });
}

function entryOf(entry: string): { name: string; port: number | undefined } {
  const name = entry.trim().toLowerCase();
  const withPort = /^\[([^\]]+)\]:(\d+)$/.exec(name) ?? /^([^:]+):(\d+)$/.exec(name);
  if (!withPort) return { name: name.replace(/^\[|\]$/g, ""), port: undefined };
  return { name: withPort[1] ?? "", port: Number(withPort[2]) };
}

function isInNetwork(network: string, address: string): boolean {
  const [base = "", bits = ""] = network.split("/");
  const family = isIP(base);
  const most = family === 4 ? 32 : 128;
  if (family === 0 || family !== isIP(address) || !/^\d{1,3}$/.test(bits) || Number(bits) > most) return false;
  return listOf([network]).check(address, family === 4 ? "ipv4" : "ipv6");
}

function listOf(networks: readonly string[]): BlockList {
  const list = new BlockList();
  for (const network of networks) {
    const [base = "", bits = ""] = network.split("/");
    list.addSubnet(base, Number(bits), isIP(base) === 4 ? "ipv4" : "ipv6");
  }
  return list;
}

const mapped = listOf(["::ffff:0:0/96"]);

const inner = listOf([
  "10.0.0.0/8",
  "100.64.0.0/10",
  "127.0.0.0/8",
  "172.16.0.0/12",
  "192.168.0.0/16",
  "::1/128",
  "fc00::/7",
]);

const globalUnicast = listOf(["2000::/3"]);

const special = listOf([
  "0.0.0.0/8",
  "169.254.0.0/16",
  "192.0.0.0/24",
  "192.0.2.0/24",
  "192.88.99.0/24",
  "198.18.0.0/15",
  "198.51.100.0/24",
  "203.0.113.0/24",
  "224.0.0.0/4",
  "240.0.0.0/4",
  // The host agent and the metadata services that two clouds keep on addresses of their own.
  "168.63.129.16/32",
  "100.100.100.200/32",
  "fd00:ec2::254/128",
  "2001::/23",
  "2001:db8::/32",
  "2002::/16",
  "3fff::/20",
]);
