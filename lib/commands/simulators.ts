import { join } from "node:path";
import { startDirectorySimulator } from "@/lib/directory";
import { simulatorCredentials, startMdmSimulator } from "@/lib/mdm";

/** The demo's MDM and directory: HTTP servers on the loopback with a state of their own, which the real adapters speak to. */
export async function startSimulators(dataDir: string, secret: string) {
  const dir = join(dataDir, "simulators");
  const mdm = await startMdmSimulator({ port: 0, dir: join(dir, "mdm"), credentials: simulatorCredentials(secret) });
  const directory = await startDirectorySimulator({ port: 0, dir: join(dir, "directory") });
  return {
    settings: { MDM_SIMULATOR_URL: mdm.url, DIRECTORY_SIMULATOR_URL: directory.url },
    close: async () => {
      await mdm.close();
      await directory.close();
    },
  };
}
