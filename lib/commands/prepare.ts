import { resolve } from "node:path";
import { closeDatabase } from "@/db/client";
import { type EmbeddedDatabase, startEmbedded } from "@/db/embedded";
import { migrate } from "@/db/migrate";
import { parseSettings, type Settings } from "@/lib/base/env";
import { loadClock } from "@/lib/demo-clock/follow-clock";
import { fillDemo } from "./fill-demo";
import { secretsFor } from "./secrets";
import { startSimulators } from "./simulators";

export type Prepared = { settings: Settings; environment: Record<string, string>; close: () => Promise<void> };

/**
 * Everything that must stand before web and worker start: settings, secrets, a migrated database, and with DEMO=1 the demo's
 * municipalities, clock and simulators. `environment` is what the two halves are started with.
 */
export async function prepare(): Promise<Prepared> {
  const settings = parseSettings(process.env);
  settings.DATA_DIR = resolve(settings.DATA_DIR);
  const secrets = secretsFor(settings);
  const embedded: EmbeddedDatabase | null = settings.DATABASE_URL ? null : await startEmbedded(settings.DATA_DIR);
  const url = settings.DATABASE_URL ?? embedded?.url ?? "";
  const base = { DATABASE_URL: url, DATA_DIR: settings.DATA_DIR, DEMO: settings.DEMO ? "1" : "0", ...secrets };
  Object.assign(process.env, base);
  await migrate(url);
  let simulators: Awaited<ReturnType<typeof startSimulators>> | null = null;
  if (settings.DEMO) {
    await loadClock();
    await fillDemo(url);
    simulators = await startSimulators(settings.DATA_DIR, secrets.SIMULATOR_SECRET ?? "");
  }
  return {
    settings,
    environment: { ...base, ...simulators?.settings },
    close: async () => {
      await simulators?.close();
      await closeDatabase();
      await embedded?.close();
    },
  };
}
