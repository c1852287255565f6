import { resolve } from "node:path";
import { closeDatabase } from "@/db/client";
import { startEmbedded } from "@/db/embedded";
import { parseSettings } from "@/lib/base/env";
import { failClearly, failOf } from "./fail-clearly";

/**
 * Runs `act` in the database a command works on, DATABASE_URL or the embedded one of DATA_DIR, with DATABASE_URL set. Leaves it
 * whatever happened, for an exit would leave the embedded server running. Then a fault is told: in the sentence that `badInput` has for
 * it, else as failOf tells it.
 */
export async function inDatabase(
  act: (url: string) => Promise<void>,
  badInput: (fault: unknown) => string | null,
): Promise<void> {
  const { url, leave } = await enterDatabase().catch(failOf);
  const fault = await act(url).then(
    () => null,
    (caught: unknown) => ({ caught }),
  );
  await closeDatabase();
  await leave();
  if (!fault) return;
  const sentence = badInput(fault.caught);
  if (sentence) failClearly(sentence);
  failOf(fault.caught);
}

/** Opens the database, for whoever closes it by themselves: `leave` stops an embedded server that nobody else uses. */
export async function enterDatabase(): Promise<{ url: string; leave: () => Promise<void> }> {
  const settings = parseSettings(process.env);
  if (settings.DATABASE_URL) return { url: settings.DATABASE_URL, leave: async () => {} };
  const embedded = await startEmbedded(resolve(settings.DATA_DIR));
  process.env.DATABASE_URL = embedded.url;
  return { url: embedded.url, leave: embedded.close };
}
