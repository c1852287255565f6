import { closeSync, existsSync, fsyncSync, mkdirSync, openSync, readFileSync, renameSync, writeSync } from "node:fs";
import { join } from "node:path";
import * as z from "zod";

const Device = z.object({ id: z.number(), uuid: z.string(), serialNumber: z.string(), enrolledAt: z.string() });
export type Device = z.infer<typeof Device>;

const Tag = z.object({
  id: z.number(),
  uuid: z.string(),
  name: z.string(),
  organizationGroupId: z.number(),
  devices: z.array(z.object({ id: z.number(), taggedAt: z.string() })),
});
export type Tag = z.infer<typeof Tag>;

const State = z.object({
  nextId: z.number(),
  devices: z.array(Device),
  tags: z.array(Tag),
  /** How often each serial number that is late in Apple's list was asked for. */
  lookups: z.record(z.string(), z.number()),
});
export type State = z.infer<typeof State>;

const fileIn = (dir: string): string => join(dir, "mdm-simulator.json");

export function loadState(dir: string): State {
  mkdirSync(dir, { recursive: true });
  if (!existsSync(fileIn(dir))) return { nextId: 5601, devices: [], tags: [], lookups: {} };
  return State.parse(JSON.parse(readFileSync(fileIn(dir), "utf8")));
}

/** Written whole beside the old file and then moved over it: killed at any moment, one of the two is there. */
export function saveState(dir: string, state: State): void {
  const draft = `${fileIn(dir)}.draft`;
  const file = openSync(draft, "w", 0o600);
  writeSync(file, JSON.stringify(state));
  fsyncSync(file);
  closeSync(file);
  renameSync(draft, fileIn(dir));
}
