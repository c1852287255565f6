import { resolve } from "node:path";
import { startEmbedded } from "@/db/embedded";
import { parseSettings } from "@/lib/base/env";

/** Opens the database a command works on: DATABASE_URL, or the embedded one of DATA_DIR. Sets DATABASE_URL; answers how to leave. */
export async function enterDatabase(): Promise<{ url: string; leave: () => Promise<void> }> {
  const settings = parseSettings(process.env);
  if (settings.DATABASE_URL) return { url: settings.DATABASE_URL, leave: async () => {} };
  const embedded = await startEmbedded(resolve(settings.DATA_DIR));
  process.env.DATABASE_URL = embedded.url;
  return { url: embedded.url, leave: embedded.close };
}
