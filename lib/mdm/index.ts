import { Unavailable } from "@/lib/base/errors";
import { type GuardedFetch, guardedFetch } from "@/lib/base/guarded-fetch";
import type { Mdm } from "./port";
import type { MdmSettings, WorkspaceOneSettings } from "./schema";
import type { SimulatorCredentials } from "./simulator/credentials";
import { workspaceOne } from "./workspace-one/workspace-one";

export type { Mdm } from "./port";
export { type SimulatorCredentials, simulatorCredentials } from "./simulator/credentials";
export { type MdmSimulator, startMdmSimulator } from "./simulator/start-mdm-simulator";

export type MdmOptions = {
  /** ALLOW_ADDRESSES. */
  allowed: readonly string[];
  /** The running simulator; only with DEMO=1. */
  simulator?: { url: string; credentials: SimulatorCredentials } | undefined;
  /** Milliseconds for one call; default 15 s. */
  timeoutMs?: number;
  fetch?: GuardedFetch;
};

/** The organisation's MDM. Throws Unavailable when it is set to the simulator and none is running. */
export function mdm(settings: MdmSettings, options: MdmOptions): Mdm {
  const { allowed, simulator, timeoutMs = 15_000, fetch = guardedFetch } = options;
  if (settings.provider === "workspace_one") return workspaceOne(settings, { allowed, fetch, timeoutMs });
  if (!simulator) throw new Unavailable("no simulator is running", false, "mdm.noSimulator");
  // The simulator is our own: its address is allowed for this connection alone.
  return workspaceOne(settingsOf(simulator), { allowed: [new URL(simulator.url).host], fetch, timeoutMs });
}

function settingsOf({ url, credentials }: NonNullable<MdmOptions["simulator"]>): WorkspaceOneSettings {
  const { clientId, clientSecret, tenantCode, organizationGroupId } = credentials;
  const auth = { kind: "oauth", tokenUrl: `${url}/connect/token`, clientId, clientSecret, tenantCode } as const;
  return { provider: "workspace_one", url, auth, organizationGroupId };
}
