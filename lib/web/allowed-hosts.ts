import { systemNow } from "@/lib/base/clock";
import { env, publicUrl } from "@/lib/base/env";
import { log } from "@/lib/base/log";
import { listOrganisations } from "@/lib/people/organisations";

const freshMs = 60_000;
let known = { hosts: new Set<string>(), readAt: 0 };

/** Is this Host header one of ours: the public address, a municipality's own, or with DEMO=1 the loopback? */
export async function isAllowedHost(host: string | undefined): Promise<boolean> {
  if (!host) return false;
  const name = host.toLowerCase();
  if (name === new URL(publicUrl()).host) return true;
  const bare = name.replace(/:\d+$/, "");
  if (env().DEMO && ["localhost", "127.0.0.1", "[::1]"].includes(bare)) return true;
  const hosts = await organisationHosts();
  return hosts.has(name) || hosts.has(bare);
}

async function organisationHosts(): Promise<Set<string>> {
  const at = systemNow().getTime();
  if (at - known.readAt < freshMs) return known.hosts;
  try {
    const organisations = await listOrganisations();
    known = { hosts: new Set(organisations.flatMap(({ hosts }) => hosts.map((h) => h.toLowerCase()))), readAt: at };
  } catch (fault) {
    log().warn({ fault: String(fault) }, "the organisations' hosts could not be read");
  }
  return known.hosts;
}
