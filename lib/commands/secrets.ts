import { randomBytes } from "node:crypto";
import { existsSync, mkdirSync, readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { SettingFault, type Settings } from "@/lib/base/env";

const names = ["SESSION_SECRET", "SEAL_KEY", "SIMULATOR_SECRET"] as const;

/** Secrets that are not given: generated once into DATA_DIR (mode 0600) with DEMO=1, mandatory without. */
export function secretsFor(settings: Settings): Record<string, string> {
  const given = Object.fromEntries(names.flatMap((name) => (settings[name] ? [[name, settings[name]]] : [])));
  if (!settings.DEMO) {
    for (const name of ["SESSION_SECRET", "SEAL_KEY"] as const) {
      if (!settings[name]) throw new SettingFault(`${name} is missing: it should be at least 32 random characters`);
    }
    return given;
  }
  const file = join(settings.DATA_DIR, "secrets.json");
  if (!existsSync(file)) {
    mkdirSync(settings.DATA_DIR, { recursive: true });
    const made = Object.fromEntries(names.map((name) => [name, randomBytes(32).toString("base64url")]));
    writeFileSync(file, JSON.stringify(made), { mode: 0o600 });
  }
  return { ...(JSON.parse(readFileSync(file, "utf8")) as Record<string, string>), ...given };
}
