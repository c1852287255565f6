import { appendFileSync, existsSync, readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { now } from "@/lib/base/clock";

/** One request in the order it came; `effect`: it changed what the MDM knows. `status` 0: the connection was cut instead of answered. */
export type LogEntry = { method: string; path: string; effect: boolean; status: number; at: string };

export type Log = { entries: LogEntry[]; add(entry: Omit<LogEntry, "at">): void };

const most = 10_000;

/** The log outlives the process, so that a test that kills everything can still count effects. */
export function openLog(dir: string): Log {
  const file = join(dir, "mdm-simulator-log.ndjson");
  const kept = existsSync(file) ? readFileSync(file, "utf8").split("\n").filter(isWhole).slice(-most) : [];
  writeFileSync(file, kept.map((line) => `${line}\n`).join(""), { mode: 0o600 });
  const entries: LogEntry[] = kept.map((line) => JSON.parse(line));
  return {
    entries,
    add(entry) {
      const dated = { ...entry, at: now().toISOString() };
      entries.push(dated);
      if (entries.length > most) entries.shift();
      appendFileSync(file, `${JSON.stringify(dated)}\n`);
    },
  };
}

/** A kill may leave half a line at the end. */
const isWhole = (line: string): boolean => line.startsWith("{") && line.endsWith("}");
