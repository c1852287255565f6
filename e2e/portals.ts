import { join } from "node:path";

/** Journeys move the clock, the states of pages must stand still: each has a portal of its own, with its own database. */
export const portals = ["journeys", "states"] as const;
export type PortalName = (typeof portals)[number];

/** The portal that a project of Playwright's works on: both languages look at the same states. */
export const portalNameOf = (project: string): PortalName => (project.startsWith("states") ? "states" : "journeys");

const firstPort = Number(process.env.E2E_PORT ?? 3210);

/** Where the portal answers and what it keeps; with PORTAL_URL, the one that runs there already. */
export function portalOf(name: PortalName): { url: string; port: number; dataDir: string } {
  const running = process.env.PORTAL_URL;
  const port = firstPort + portals.indexOf(name);
  const kept = process.env.E2E_DATA_DIR ?? ".data";
  return {
    url: running || `http://127.0.0.1:${port}`,
    port,
    dataDir: running ? kept : join(kept, name),
  };
}
